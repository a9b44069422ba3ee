using System.Reflection;
using System.Text;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Server.Keys;
using Checkstand.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Server.Tests.Payments;

/// <summary>
/// A request that stands still between storing its charge and sending it, as when its machine is suspended: by the time it
/// goes on, another process has looked the charge up and given it up, and the session was paid there.
/// </summary>
public sealed class StalledRequestTests : IAsyncDisposable
{
    private static readonly MerchantAccountId Merchant = MerchantAccountId.Default;

    private readonly TemporaryDirectory data = new();
    private readonly FakeClock clock = new();
    private readonly DataDirectory directory;
    private readonly ServiceProvider parts;

    public StalledRequestTests()
    {
        directory = DataDirectory.TryHold(data.Path)!;
        var ring = new KeyRingSource(null, data.Path).ReadOrCreate(clock.GetUtcNow());
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCheckstand(new CheckstandOptions(), directory, ring, clock);
        services.AddTestProvider(directory, clock);
        services.AddSingleton<SqlitePaymentStore>();
        services.AddSingleton(provider => StallingStore.Around(provider.GetRequiredService<SqlitePaymentStore>()));
        parts = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        directory.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task A_charge_that_was_given_up_meanwhile_is_not_tried_at_another_service()
    {
        await parts.GetRequiredService<MerchantDirectory>().AddAccountAsync(Merchant, "Default", default);
        await AddServiceAsync("First");
        await AddServiceAsync("Second");
        var payments = parts.GetRequiredService<CardPayments>();
        var session = await OpenWithCardAsync();
        var elsewhere = ActivatorUtilities.CreateInstance<CardPayments>(parts);
        Payment? other = null;
        ((StallingStore)parts.GetRequiredService<IPaymentStore>()).OnceClaimed = async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(61));
            Assert.Equal(1, await elsewhere.ReconcileDueAsync(default));
            other = await PayAsync(elsewhere, session);
        };

        var stalled = await PayAsync(payments, session);

        Assert.Equal(PaymentStatus.Authorized, other!.Status);
        Assert.Equal(PaymentStatus.Failed, stalled.Status);
    }

    [Fact]
    public async Task A_charge_that_is_about_to_be_sent_is_not_looked_up_by_its_own_process()
    {
        await parts.GetRequiredService<MerchantDirectory>().AddAccountAsync(Merchant, "Default", default);
        await AddServiceAsync("Only");
        var payments = parts.GetRequiredService<CardPayments>();
        var session = await OpenWithCardAsync();
        ((StallingStore)parts.GetRequiredService<IPaymentStore>()).OnceClaimed = async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(61));
            Assert.Equal(0, await payments.ReconcileDueAsync(default));
        };

        Assert.Equal(PaymentStatus.Authorized, (await PayAsync(payments, session)).Status);
    }

    private async Task AddServiceAsync(string name)
    {
        var said = new PaymentServicePatch
        {
            DisplayName = name,
            AcceptedCurrencies = ["USD"],
            AcceptedCountries = ["US"],
        };
        var made = await parts
            .GetRequiredService<PaymentServiceDirectory>()
            .CreateAsync(TimeOrderedId.New(clock.GetUtcNow()), Merchant, "mock-card", said, default);
        Assert.True(made.TryGet(out _, out _));
    }

    private async Task<SessionId> OpenWithCardAsync()
    {
        var sessions = parts.GetRequiredService<CheckoutSessions>();
        var session = await sessions.CreateAsync(Merchant, new SessionPatch(SessionContent.Empty, null), default);
        using var card = new CardData(
            new CardNumber(Encoding.ASCII.GetBytes(PaymentCalls.Approved)),
            new CardExpiry("12/35"u8),
            code: null
        );
        Assert.Null(await sessions.AttachCardAsync(session.Id, card, postalCode: null, default));
        return session.Id;
    }

    private async Task<Payment> PayAsync(CardPayments payments, SessionId session)
    {
        var id = new PaymentId(TimeOrderedId.New(clock.GetUtcNow()));
        var order = new PaymentOrder { Amount = new Money(1299, "USD"), Country = "US" };
        var paid = await payments.PayAsync(id, session, Merchant, _ => order, default);
        return paid.TryGet(out var payment, out var problem)
            ? payment
            : throw new InvalidOperationException($"{problem}");
    }

    /// <summary>A store after whose first claim something else happens before the claimant goes on.</summary>
    // An unsealed public class, because DispatchProxy derives from it.
#pragma warning disable CA1852
    public class StallingStore : DispatchProxy
#pragma warning restore CA1852
    {
        private IPaymentStore? inner;

        internal Func<Task>? OnceClaimed { get; set; }

        public static IPaymentStore Around(IPaymentStore store)
        {
            var proxy = Create<IPaymentStore, StallingStore>();
            ((StallingStore)(object)proxy).inner = store;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var result = targetMethod!.Invoke(inner, args);
            return result is Task<Result<StoredPayment, PaymentProblem>> claim ? StallAsync(claim) : result;
        }

        private async Task<Result<StoredPayment, PaymentProblem>> StallAsync(
            Task<Result<StoredPayment, PaymentProblem>> claim
        )
        {
            var claimed = await claim;
            var meanwhile = OnceClaimed;
            OnceClaimed = null;
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            return claimed;
        }
    }
}
