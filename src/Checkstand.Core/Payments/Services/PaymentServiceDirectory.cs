using System.Collections.Immutable;
using Checkstand.Core.Merchants;

namespace Checkstand.Core.Payments.Services;

/// <summary>
/// The payment services in memory, so that routing a payment asks no store. Every change goes through here: it is
/// durable first and in force for the next request the moment its task completes.
/// </summary>
public sealed class PaymentServiceDirectory(
    IPaymentServiceStore store,
    PaymentServiceDefinitions definitions,
    TimeProvider clock
) : IDisposable
{
    // Far more than anybody routes between; keeps what one account can make this process hold within bounds.
    private const int ServicesMax = 1000;

    private readonly SemaphoreSlim changing = new(1, 1);
    private volatile Snapshot snapshot = Snapshot.Empty;

    /// <summary>Reads everything from the store. Called once at the start.</summary>
    public async Task LoadAsync(CancellationToken cancellation) =>
        snapshot = Snapshot.Of(await store.ListAsync(cancellation));

    /// <summary>
    /// The services that may be tried for a payment, the first to try first: active, not deleted, accepting the currency
    /// and, when the payment names one, the country; by position, then by age.
    /// </summary>
    /// <param name="merchant">The merchant account that is paid.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="country">ISO 3166-1 alpha-2 code; null when the payment names none.</param>
    /// <param name="wanted">The one service that the request allows; null for any.</param>
    public IReadOnlyList<PaymentService> CandidatesFor(
        MerchantAccountId merchant,
        string currency,
        string? country,
        Guid? wanted
    ) =>
        [
            .. snapshot
                .Of(merchant)
                .Where(service => (wanted is null || service.Id == wanted) && service.Takes(currency, country))
                .OrderBy(service => service.Position)
                .ThenBy(service => service.CreatedAt),
        ];

    /// <summary>
    /// A payment service of a merchant account, a deleted one too: what was paid through it can still be captured,
    /// released and refunded. Null when there is none.
    /// </summary>
    public PaymentService? Find(MerchantAccountId merchant, Guid id) =>
        snapshot.Of(merchant).FirstOrDefault(service => service.Id == id);

    /// <summary>A payment service of a merchant account; null when there is none, or it was deleted.</summary>
    public PaymentService? FindInUse(MerchantAccountId merchant, Guid id) =>
        Find(merchant, id) is { IsDeleted: false } found ? found : null;

    /// <summary>The payment services of every merchant account, deleted ones too.</summary>
    public IReadOnlyList<PaymentService> All => snapshot.All;

    /// <summary>Whether any service of a merchant account may be tried; what is null excludes none.</summary>
    public bool CanTake(MerchantAccountId merchant, string? currency, string? country) =>
        snapshot.Of(merchant).Any(service => service.Takes(currency, country));

    /// <summary>Whether a merchant account has, or ever had, a payment service.</summary>
    public bool HasAny(MerchantAccountId merchant) => !snapshot.Of(merchant).IsEmpty;

    /// <summary>A part of a merchant account's payment services, newest first.</summary>
    /// <param name="merchant">The merchant account.</param>
    /// <param name="isWanted">Which of them, deleted ones among them.</param>
    /// <param name="request">Which part.</param>
    public Page<PaymentService> List(
        MerchantAccountId merchant,
        Func<PaymentService, bool> isWanted,
        PageRequest request
    ) => Page.Of(request, snapshot.Of(merchant).Reverse(), service => service.Id, isWanted);

    /// <summary>Makes a payment service. Without a position it is tried after all others.</summary>
    /// <param name="id">Its id. When the account has a service of this id already, that one is the answer, unchanged.</param>
    /// <param name="merchant">The merchant account.</param>
    /// <param name="definitionId">The kind of provider.</param>
    /// <param name="said">The rest; a name, currencies and countries must be among it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The service, or DefinitionUnknown, FieldUnknown or TooMany.</returns>
    public Task<Result<PaymentService, PaymentServiceProblem>> CreateAsync(
        Guid id,
        MerchantAccountId merchant,
        string definitionId,
        PaymentServicePatch said,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            async () =>
            {
                var services = snapshot.Of(merchant);
                if (services.FirstOrDefault(known => known.Id == id) is { } known)
                {
                    return known;
                }

                if (RefusalOf(definitionId, said) is { } refusal)
                {
                    return refusal;
                }

                var active = services.Where(service => !service.IsDeleted).ToList();
                if (active.Count >= ServicesMax)
                {
                    return new PaymentServiceProblem.TooMany(ServicesMax);
                }

                var last = active.Select(service => service.Position).DefaultIfEmpty(0).Max();
                var service = New(id, merchant, definitionId, said, last < long.MaxValue ? last + 1 : last);
                return await store.AddAsync(service, cancellation)
                    ? service
                    : throw new InvalidOperationException($"Another merchant account has the payment service {id}.");
            },
            cancellation
        );

    /// <summary>Changes a payment service.</summary>
    /// <returns>The service afterwards, or NotFound or FieldUnknown.</returns>
    public Task<Result<PaymentService, PaymentServiceProblem>> UpdateAsync(
        MerchantAccountId merchant,
        Guid id,
        PaymentServicePatch said,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            async () =>
            {
                if (FindInUse(merchant, id) is not { } service)
                {
                    return new PaymentServiceProblem.NotFound();
                }

                if (RefusalOf(service.DefinitionId, said) is { } refusal)
                {
                    return refusal;
                }

                var updated = service.With(said, clock.NowInMilliseconds());
                await store.SaveAsync(updated, cancellation);
                return updated;
            },
            cancellation
        );

    /// <summary>Takes a payment service out of use for good. Its record stays, for the payments that went through it.</summary>
    /// <returns>Null when it is gone; NotFound otherwise.</returns>
    public async Task<PaymentServiceProblem?> DeleteAsync(
        MerchantAccountId merchant,
        Guid id,
        CancellationToken cancellation
    )
    {
        var deleted = await ChangeAsync(
            async () =>
            {
                if (FindInUse(merchant, id) is not { } service)
                {
                    return new PaymentServiceProblem.NotFound();
                }

                var gone = service with { IsDeleted = true, UpdatedAt = clock.NowInMilliseconds() };
                await store.SaveAsync(gone, cancellation);
                return gone;
            },
            cancellation
        );
        return deleted.TryGet(out _, out var refused) ? null : refused;
    }

    /// <inheritdoc/>
    public void Dispose() => changing.Dispose();

    private PaymentService New(
        Guid id,
        MerchantAccountId merchant,
        string definitionId,
        PaymentServicePatch said,
        long last
    )
    {
        var now = clock.NowInMilliseconds();
        var blank = new PaymentService
        {
            Id = id,
            MerchantAccountId = merchant,
            DefinitionId = definitionId,
            DisplayName = said.DisplayName!,
            Position = last,
            AcceptedCurrencies = said.AcceptedCurrencies!,
            AcceptedCountries = said.AcceptedCountries!,
            IsActive = true,
            Fields = ImmutableDictionary<string, string>.Empty,
            Switches = PaymentServiceSwitches.Off,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return blank.With(said, now);
    }

    private PaymentServiceProblem? RefusalOf(string definitionId, PaymentServicePatch said)
    {
        if (definitions.Find(definitionId) is not { } definition)
        {
            return new PaymentServiceProblem.DefinitionUnknown();
        }

        for (var i = 0; i < said.Fields.Count; i++)
        {
            if (!definition.Takes(said.Fields[i].Key))
            {
                return new PaymentServiceProblem.FieldUnknown(i);
            }
        }

        return null;
    }

    // One change at a time, so that none is decided on what another has changed meanwhile.
    private async Task<Result<PaymentService, PaymentServiceProblem>> ChangeAsync(
        Func<Task<Result<PaymentService, PaymentServiceProblem>>> change,
        CancellationToken cancellation
    )
    {
        await changing.WaitAsync(cancellation);
        try
        {
            var result = await change();
            if (result.TryGet(out var changed, out _))
            {
                snapshot = snapshot.With(changed);
            }

            return result;
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>Every account's services, oldest first.</summary>
    private sealed record Snapshot(ImmutableDictionary<MerchantAccountId, ImmutableArray<PaymentService>> Services)
    {
        public static readonly Snapshot Empty = Of([]);

        public IReadOnlyList<PaymentService> All => [.. Services.Values.SelectMany(services => services)];

        public static Snapshot Of(IReadOnlyList<PaymentService> services) =>
            new(
                services
                    .GroupBy(service => service.MerchantAccountId)
                    .ToImmutableDictionary(
                        account => account.Key,
                        account => account.OrderBy(service => service.Id).ToImmutableArray()
                    )
            );

        public ImmutableArray<PaymentService> Of(MerchantAccountId merchant) =>
            Services.TryGetValue(merchant, out var services) ? services : [];

        public Snapshot With(PaymentService changed)
        {
            var services = Of(changed.MerchantAccountId);
            var others = services.Where(service => service.Id != changed.Id);
            return new Snapshot(
                Services.SetItem(changed.MerchantAccountId, [.. others.Append(changed).OrderBy(service => service.Id)])
            );
        }
    }
}
