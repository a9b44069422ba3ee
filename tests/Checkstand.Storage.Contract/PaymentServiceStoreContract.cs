using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Services;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of payment services promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class PaymentServiceStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected IPaymentServiceStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IPaymentServiceStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task A_new_store_is_empty() => Assert.Empty(await Store.ListAsync(None));

    [Fact]
    public async Task Every_field_is_kept_over_a_restart()
    {
        var service = Service() with
        {
            DisplayName = "Łódź 🛒 \"'",
            Position = long.MinValue,
            IsActive = false,
            Fields = new Dictionary<string, string> { ["account"] = "main", ["ключ"] = "\u0001\"" },
            Switches = new PaymentServiceSwitches(true, false, true, false, true),
            UpdatedAt = Samples.Now.AddMilliseconds(1),
            IsDeleted = true,
        };

        Assert.True(await Store.AddAsync(service, None));
        await CloseAsync();
        Store = await OpenAsync();

        AssertSame(service, Assert.Single(await Store.ListAsync(None)));
    }

    [Fact]
    public async Task Each_switch_is_kept_apart()
    {
        for (var i = 0; i < 5; i++)
        {
            var on = new PaymentServiceSwitches(i == 0, i == 1, i == 2, i == 3, i == 4);
            var service = Service() with { Switches = on };
            await Store.AddAsync(service, None);

            Assert.Equal(on, (await Store.ListAsync(None)).Single(known => known.Id == service.Id).Switches);
        }
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused_and_changes_nothing()
    {
        var service = Service();
        await Store.AddAsync(service, None);

        Assert.False(await Store.AddAsync(service with { DisplayName = "other" }, None));

        AssertSame(service, Assert.Single(await Store.ListAsync(None)));
    }

    [Fact]
    public async Task A_saved_state_takes_the_place_of_the_one_before()
    {
        var (one, other) = (Service(), Service());
        await Store.AddAsync(one, None);
        await Store.AddAsync(other, None);
        var after = one with { Position = 9, IsDeleted = true, UpdatedAt = Samples.Now.AddDays(1) };

        Assert.True(await Store.SaveAsync(after, None));

        var kept = await Store.ListAsync(None);
        AssertSame(after, kept.Single(service => service.Id == one.Id));
        AssertSame(other, kept.Single(service => service.Id == other.Id));
    }

    [Fact]
    public async Task What_was_never_added_can_not_be_saved()
    {
        Assert.False(await Store.SaveAsync(Service(), None));
        Assert.Empty(await Store.ListAsync(None));
    }

    [Fact]
    public async Task Services_are_listed_by_id()
    {
        var services = Enumerable.Range(0, 5).Select(_ => Service()).ToList();
        foreach (var service in services)
        {
            await Store.AddAsync(service, None);
        }

        Assert.Equal(
            services.Select(service => service.Id).Order(),
            (await Store.ListAsync(None)).Select(service => service.Id)
        );
    }

    private static PaymentService Service() =>
        new()
        {
            Id = TimeOrderedId.New(Samples.Now),
            MerchantAccountId = MerchantAccountId.Parse("shop-1"),
            DefinitionId = "mock-card",
            DisplayName = "Simulator",
            Position = 1,
            AcceptedCurrencies = ["USD", "EUR"],
            AcceptedCountries = ["US"],
            IsActive = true,
            Fields = new Dictionary<string, string>(),
            Switches = PaymentServiceSwitches.Off,
            CreatedAt = Samples.Now,
            UpdatedAt = Samples.Now,
        };

    private static void AssertSame(PaymentService expected, PaymentService found)
    {
        Assert.Equal(expected.Fields.OrderBy(field => field.Key), found.Fields.OrderBy(field => field.Key));
        Assert.Equal(expected.AcceptedCurrencies, found.AcceptedCurrencies);
        Assert.Equal(expected.AcceptedCountries, found.AcceptedCountries);
        Assert.Equal(
            expected,
            found with
            {
                Fields = expected.Fields,
                AcceptedCurrencies = expected.AcceptedCurrencies,
                AcceptedCountries = expected.AcceptedCountries,
            }
        );
    }
}
