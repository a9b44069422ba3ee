using Checkstand.Core.Vault;
using Checkstand.Testing;
using Checkstand.TestProvider.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkstand.TestProvider.Tests.Fixture;

/// <summary>A test provider on a directory of its own, with a clock that stands still.</summary>
internal sealed class Provider : IDisposable
{
    public static readonly ProviderAccount Account = Other();

    private readonly TemporaryDirectory directory = new();

    public Provider() => Ledger = TestLedger.Open(directory.Path, Clock);

    public FakeClock Clock { get; } = new();

    public TestLedger Ledger { get; private set; }

    public TestConnector Connector => new(Ledger, Clock);

    public DateTimeOffset Now => Clock.GetUtcNow();

    public string Directory => directory.Path;

    public static ProviderAccount Other() => new(Guid.CreateVersion7(), new Dictionary<string, string>());

    public void Dispose()
    {
        Ledger.Dispose();
        directory.Dispose();
    }

    public void Restart()
    {
        Ledger.Dispose();
        Ledger = TestLedger.Open(directory.Path, Clock);
    }

    public TestProviderNotifications Notifications(Func<OperationId, CancellationToken, Task> notify) =>
        new(Ledger, Clock, notify, NullLogger<TestProviderNotifications>.Instance);

    public OperationId NewKey() => OperationId.New(Now);

    public async Task<ProviderAnswer> AuthorizeAsync(
        string number = Cards.Approve,
        long amount = 1299,
        OperationId? key = null,
        bool capturesAtOnce = false,
        Guid? checkout = null,
        string? code = "123",
        string? postalCode = "10115",
        string? returnUrl = null,
        bool isMerchantInitiated = false,
        string currency = "USD",
        ProviderAccount? account = null
    )
    {
        using CardData card = Cards.Card(number, code);
        return await Connector.AuthorizeAsync(
            new AuthorizeRequest
            {
                Account = account ?? Account,
                OperationId = key ?? NewKey(),
                PaymentId = PaymentId.New(Now),
                CheckoutId = checkout,
                Amount = new Money(amount, currency),
                CapturesAtOnce = capturesAtOnce,
                Card = card,
                PostalCode = postalCode,
                ReturnUrl = returnUrl,
                IsMerchantInitiated = isMerchantInitiated,
            },
            CancellationToken.None
        );
    }

    /// <summary>An approved authorization.</summary>
    /// <returns>Its reference.</returns>
    public async Task<string> ReserveAsync(long amount = 1000, bool capturesAtOnce = false) =>
        (await AuthorizeAsync(amount: amount, capturesAtOnce: capturesAtOnce)).Reference!;

    public Task<ProviderAnswer> CaptureAsync(
        string reference,
        long amount,
        bool isFinal = false,
        OperationId? key = null,
        string currency = "USD",
        ProviderAccount? account = null
    ) =>
        Connector.CaptureAsync(
            new CaptureRequest(account ?? Account, key ?? NewKey(), reference, new Money(amount, currency), isFinal),
            CancellationToken.None
        );

    public Task<ProviderAnswer> VoidAsync(string reference, OperationId? key = null) =>
        Connector.VoidAsync(new VoidRequest(Account, key ?? NewKey(), reference), CancellationToken.None);

    public Task<ProviderAnswer> RefundAsync(
        string reference,
        long amount,
        OperationId? key = null,
        string currency = "USD"
    ) =>
        Connector.RefundAsync(
            new RefundRequest(Account, key ?? NewKey(), reference, new Money(amount, currency), null),
            CancellationToken.None
        );

    public Task<ProviderAnswer> FindAsync(
        OperationId key,
        OperationKind kind = OperationKind.Authorize,
        ProviderAccount? account = null
    ) => Connector.FindAsync(new FindRequest(account ?? Account, key, kind, null, Now), CancellationToken.None);

    /// <summary>How the only charge stands, in the word of <c>/dev/charges</c>.</summary>
    public string Standing() => Assert.Single(Standings());

    public IReadOnlyList<string> Standings() =>
        [.. Ledger.Charges(null, 1000).Select(entry => entry.OutcomeAt(Now).Word())];

    public async Task<IReadOnlyList<ProviderMovement>> MovementsAsync(ProviderAccount? account = null) =>
        await Connector
            .ListMovementsAsync(account ?? Account, DateTimeOffset.UnixEpoch, Now.AddDays(1), CancellationToken.None)
            .ToListAsync();
}
