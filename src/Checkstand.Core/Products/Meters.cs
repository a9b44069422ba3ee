using Checkstand.Core.Organizations;

namespace Checkstand.Core.Products;

/// <summary>The verbs on meters.</summary>
public sealed class Meters(IProductStore store, TimeProvider clock)
{
    /// <summary>Makes a meter of what is said; id and time are given to it here.</summary>
    public async Task<Meter> CreateAsync(
        OrganizationId organization,
        Func<Meter, Meter> said,
        string name,
        CancellationToken cancellation
    )
    {
        var meter = said(
            new Meter
            {
                Id = RandomId.New(),
                OrganizationId = organization,
                CreatedAt = clock.NowInMilliseconds(),
                Name = name,
            }
        );
        await store.AddMeterAsync(meter, cancellation);
        return meter;
    }

    /// <summary>A meter; null when there is none.</summary>
    public ValueTask<Meter?> GetAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        store.FindMeterAsync(organization, id, cancellation);

    /// <summary>Changes a meter. Prices keep showing it as it was when they were made.</summary>
    /// <param name="organization">Whose it is.</param>
    /// <param name="id">The meter.</param>
    /// <param name="change">What changes; pure.</param>
    /// <param name="isArchived">Whether it is to be archived; null to leave it as it is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The meter afterwards; null when there is none.</returns>
    public Task<Meter?> UpdateAsync(
        OrganizationId organization,
        Guid id,
        Func<Meter, Meter> change,
        bool? isArchived,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        return store.ChangeMeterAsync(
            organization,
            id,
            meter =>
                change(meter) with
                {
                    ModifiedAt = now,
                    ArchivedAt = isArchived switch
                    {
                        true => meter.ArchivedAt ?? now,
                        false => null,
                        null => meter.ArchivedAt,
                    },
                },
            cancellation
        );
    }

    /// <summary>A part of an organization's meters.</summary>
    public ValueTask<NumberedPage<Meter>> ListAsync(
        OrganizationId organization,
        MeterFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListMetersAsync(organization, filter, page, cancellation);
}
