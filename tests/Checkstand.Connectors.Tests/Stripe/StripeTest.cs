using System.Text;
using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

/// <summary>A connector, the server that it talks to and a clock, for each test anew.</summary>
public abstract class StripeTest : IAsyncLifetime
{
    internal const string Key = "sk_test_checkstand";
    internal const string WebhookSecret = "whsec_checkstand";
    internal const string ServiceId = "0190a6a0-0000-7000-8000-000000005e4c";
    internal const string IntentId = "pi_test_1";
    internal const string CardDigits = "4242424242424242";

    private readonly List<HttpClient> clients = [];
    private StripeServer? server;

    internal ImpatientClock Clock { get; } = new();

    internal LogLines<StripeConnector> Log { get; } = new();

    internal OperationId Operation { get; private set; }

    internal PaymentId Payment { get; private set; }

    internal Guid Checkout { get; } = Guid.Parse("0190a6a0-0000-7000-8000-00000000c0de");

    internal StripeConnector Connector { get; private set; } = null!;

    internal StripeServer Server => server!;

    /// <summary>What the test provokes on purpose; anything else that Stripe would refuse fails the test.</summary>
    internal bool ExpectsRefusals { get; set; }

    internal ProviderAccount Account { get; } = new(Guid.Parse(ServiceId), new Dictionary<string, string>());

    public async ValueTask InitializeAsync()
    {
        Operation = OperationId.New(Clock.GetUtcNow());
        Payment = PaymentId.New(Clock.GetUtcNow());
        server = await StripeServer.StartAsync();
        Connector = NewConnector(new StripeOptions { ApiBase = server.Address, Accounts = Accounts() });
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
        if (!ExpectsRefusals)
        {
            Assert.Empty(Server.Refusals);
        }

        Assert.All(Log.All, line => Assert.DoesNotContain(CardDigits, line.Text, StringComparison.Ordinal));
        Assert.All(Log.All, line => Assert.DoesNotContain(Key, line.Text, StringComparison.Ordinal));
    }

    internal static Dictionary<string, StripeAccount> Accounts() =>
        new() { ["main"] = new StripeAccount("main", new Secret(Key), new Secret(WebhookSecret)) };

    internal StripeConnector NewConnector(StripeOptions options)
    {
        var client = new HttpClient(StripeConnector.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        clients.Add(client);
        return new StripeConnector(client, options, Clock, Log);
    }

    internal static CardData Card(string? code = "123", string expiry = "07/31") =>
        new(
            new CardNumber(Encoding.ASCII.GetBytes(CardDigits)),
            new CardExpiry(Encoding.ASCII.GetBytes(expiry)),
            code is null ? null : new SecurityCode(Encoding.ASCII.GetBytes(code))
        );

    internal Task<ProviderAnswer> AuthorizeAsync(
        Money? amount = null,
        bool capturesAtOnce = false,
        ProviderAccount? account = null,
        CancellationToken cancellation = default
    ) => AuthorizeAsync(Request(amount, capturesAtOnce, account), cancellation);

    internal async Task<ProviderAnswer> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellation = default
    )
    {
        using var card = request.Card;
        return await Connector.AuthorizeAsync(request, cancellation);
    }

    internal AuthorizeRequest Request(
        Money? amount = null,
        bool capturesAtOnce = false,
        ProviderAccount? account = null
    ) =>
        new()
        {
            Account = account ?? Account,
            OperationId = Operation,
            PaymentId = Payment,
            CheckoutId = Checkout,
            Amount = amount ?? new Money(1299, "USD"),
            CapturesAtOnce = capturesAtOnce,
            Card = Card(),
        };

    internal Task<ProviderAnswer> CaptureAsync(Money? amount = null, bool isFinal = true) =>
        Connector.CaptureAsync(
            new CaptureRequest(Account, Operation, IntentId, amount ?? new Money(1299, "USD"), isFinal),
            default
        );

    internal Task<ProviderAnswer> VoidAsync() =>
        Connector.VoidAsync(new VoidRequest(Account, Operation, IntentId), default);

    internal Task<ProviderAnswer> RefundAsync(string? reason = null, Money? amount = null) =>
        Connector.RefundAsync(
            new RefundRequest(Account, Operation, IntentId, amount ?? new Money(500, "USD"), reason),
            default
        );

    internal Task<ProviderAnswer> FindAsync(OperationKind kind, string? reference, DateTimeOffset? startedAt = null) =>
        Connector.FindAsync(
            new FindRequest(Account, Operation, kind, reference, startedAt ?? Clock.GetUtcNow()),
            default
        );

    /// <summary>The form without its metadata and expansions, one <c>name=value</c> for each field.</summary>
    internal static IEnumerable<string> Fields(StripeCall call) =>
        call.Fields.Select(field => $"{field.Key}={field.Value}");
}
