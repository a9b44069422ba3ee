using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Testing;

namespace Checkstand.Core.Tests.Payments;

/// <summary>The verbs on payments with two payment services, one tried before the other, and a store in memory.</summary>
internal sealed class Till : IDisposable
{
    public static readonly CancellationToken None = CancellationToken.None;

    private readonly PaymentServiceDirectory services;

    private Till(IReadOnlyList<PaymentService> kept)
    {
        services = new PaymentServiceDirectory(new Kept(kept), new PaymentServiceDefinitions(), Clock);
        Payments = Restarted();
    }

    public FakeClock Clock { get; } = new();

    public KeptPayments Store { get; } = new();

    public CardVault Vault { get; } = new(KeyRing.Create(Known.Now));

    public FakeConnector First { get; } = new("first");

    public FakeConnector Second { get; } = new("second");

    public CardPayments Payments { get; private set; }

    /// <summary>Opens a till; with both services when none are named.</summary>
    public static async Task<Till> OpenAsync(params PaymentService[] kept)
    {
        var till = new Till(
            kept.Length == 0 ? [ServiceOf("first", Paying.Service), ServiceOf("second", Paying.OtherService)] : kept
        );
        await till.services.LoadAsync(None);
        return till;
    }

    public void Dispose() => services.Dispose();

    /// <summary>What a new process would have: the same store, and nothing in memory.</summary>
    public CardPayments Restarted() => Payments = With(First, Second);

    /// <summary>The verbs of a program that has these connectors only.</summary>
    public CardPayments With(params IEnumerable<IPaymentConnector> connectors) =>
        new(Store, services, new PaymentConnectors(connectors), Vault, Clock);

    /// <summary>A session with a card that has a code.</summary>
    public CheckoutSession SessionWithCard()
    {
        using var card = Card();
        var session = CheckoutSession.Create(Known.Owner, SessionPatch.Silent, Clock.GetUtcNow());
        var shown = CardDisplay.Of(card.Number, Vault.Fingerprint(Known.Owner, card.Number));
        session = session with { PaymentMethod = new SessionPaymentMethod.Card(shown, "SW1A 1AA") };
        Store.Sessions[session.Id] = (session, Vault.Seal(session.Id, card));
        return session;
    }

    public PaymentId NewId() => PaymentId.New(Clock.GetUtcNow());

    public OperationId NewOperation() => OperationId.New(Clock.GetUtcNow());

    public Task<Result<Payment, PaymentProblem>> PayAsync(
        CheckoutSession session,
        PaymentId? id = null,
        PaymentOrder? order = null,
        MerchantAccountId? merchant = null
    ) =>
        Payments.PayAsync(
            id ?? NewId(),
            session.Id,
            merchant ?? Known.Owner,
            _ => order ?? Paying.Order(),
            // A client that may go away at any time.
            new CancellationTokenSource().Token
        );

    /// <summary>A payment of a session of its own, whose first provider says this.</summary>
    public async Task<Payment> PaidAsync(ProviderAnswer answer, PaymentOrder? order = null)
    {
        First.Authorize = _ => Task.FromResult(answer);
        return Paying.Must(await PayAsync(SessionWithCard(), order: order));
    }

    /// <summary>A payment whose process ended while it asked its provider.</summary>
    public async Task<Payment> LeftOpenAsync()
    {
        var (session, id) = (SessionWithCard(), NewId());
        First.Authorize = _ => throw new IOException("The process ends here.");
        await Xunit.Assert.ThrowsAsync<IOException>(() => PayAsync(session, id));
        First.Authorize = _ => Task.FromResult(Paying.Approved);
        return await StoredAsync(id);
    }

    public async Task<Payment> StoredAsync(PaymentId id) =>
        await Store.FindAsync(id, None) ?? throw new InvalidOperationException("There is no such payment.");

    public static CardData Card() =>
        new(new CardNumber("4111111111111111"u8), new CardExpiry("12/35"u8), new SecurityCode("123"u8));

    public static PaymentService ServiceOf(string definition, Guid id, params string[] currencies) =>
        new()
        {
            Id = id,
            MerchantAccountId = Known.Owner,
            DefinitionId = definition,
            DisplayName = definition,
            Position = 1,
            AcceptedCurrencies = currencies.Length == 0 ? ["USD"] : currencies,
            AcceptedCountries = ["US"],
            IsActive = true,
            Fields = new Dictionary<string, string> { ["account"] = definition },
            Switches = PaymentServiceSwitches.Off,
            CreatedAt = Known.Now,
            UpdatedAt = Known.Now,
        };

    private sealed class Kept(IReadOnlyList<PaymentService> services) : IPaymentServiceStore
    {
        public Task<IReadOnlyList<PaymentService>> ListAsync(CancellationToken cancellation) =>
            Task.FromResult(services);

        public Task<bool> AddAsync(PaymentService service, CancellationToken cancellation) => Task.FromResult(true);

        public Task<bool> SaveAsync(PaymentService service, CancellationToken cancellation) => Task.FromResult(true);
    }
}
