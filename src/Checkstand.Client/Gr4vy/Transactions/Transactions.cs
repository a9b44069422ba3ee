namespace Checkstand.Client.Gr4vy;

/// <summary>Payments.</summary>
public sealed partial class Transactions
{
    private readonly ApiCaller caller;

    internal Transactions(ApiCaller caller)
    {
        this.caller = caller;
        Refunds = new TransactionRefunds(caller);
        Captures = new TransactionCaptures(caller);
        Events = new TransactionEvents(caller);
        Actions = new TransactionActions(caller);
        Settlements = new TransactionSettlements(caller);
        RefundSettlements = new TransactionRefundSettlements(caller);
    }

    /// <summary>Refunds of a transaction.</summary>
    public TransactionRefunds Refunds { get; }

    /// <summary>Captures of a transaction.</summary>
    public TransactionCaptures Captures { get; }

    /// <summary>What happened to a transaction.</summary>
    public TransactionEvents Events { get; }

    /// <summary>What routing rules did with a transaction.</summary>
    public TransactionActions Actions { get; }

    /// <summary>Settlements of a transaction.</summary>
    public TransactionSettlements Settlements { get; }

    /// <summary>Settlements of the refunds of a transaction.</summary>
    public TransactionRefundSettlements RefundSettlements { get; }
}
