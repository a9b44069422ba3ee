namespace Checkstand.Client.Gr4vy;

public sealed partial class Gr4vyClient
{
    /// <summary>Checkout sessions: what is to be paid for, and what with.</summary>
    public CheckoutSessions CheckoutSessions => field ??= new(Caller);

    /// <summary>Payments.</summary>
    public Transactions Transactions => field ??= new(Caller);

    /// <summary>Refunds by their own ids.</summary>
    public Refunds Refunds => field ??= new(Caller);

    /// <summary>Stored payment methods.</summary>
    public PaymentMethods PaymentMethods => field ??= new(Caller);

    /// <summary>Buyers with records of their own.</summary>
    public Buyers Buyers => field ??= new(Caller);

    /// <summary>Stored gift cards.</summary>
    public GiftCards GiftCards => field ??= new(Caller);

    /// <summary>Merchant accounts: buyers, sessions and payments belong to one.</summary>
    public MerchantAccounts MerchantAccounts => field ??= new(Caller);

    /// <summary>Connections to providers.</summary>
    public PaymentServices PaymentServices => field ??= new(Caller);

    /// <summary>Kinds of payment service.</summary>
    public PaymentServiceDefinitions PaymentServiceDefinitions => field ??= new(Caller);

    /// <summary>Methods that a buyer may choose.</summary>
    public PaymentOptions PaymentOptions => field ??= new(Caller);

    /// <summary>Card schemes.</summary>
    public CardSchemeDefinitions CardSchemeDefinitions => field ??= new(Caller);

    /// <summary>What a card number tells before it is whole.</summary>
    public CardDetails CardDetails => field ??= new(Caller);

    /// <summary>Keys that sign bearer tokens.</summary>
    public ApiKeyPairs ApiKeyPairs => field ??= new(Caller);

    /// <summary>Digital wallets.</summary>
    public DigitalWallets DigitalWallets => field ??= new(Caller);
}
