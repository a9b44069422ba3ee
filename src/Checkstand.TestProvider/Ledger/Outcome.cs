using System.Diagnostics;

namespace Checkstand.TestProvider.Ledger;

/// <summary>How an operation stands in the provider's books. The words are those of <c>GET /dev/charges</c>.</summary>
internal enum Outcome
{
    /// <summary>It was done: authorized or captured; or, for a void or refund, released or given back.</summary>
    Charged,

    /// <summary>It was refused.</summary>
    Declined,

    /// <summary>The provider failed.</summary>
    Error,

    /// <summary>Accepted and not final yet.</summary>
    Pending,

    /// <summary>Waits for its buyer.</summary>
    RequiresAction,

    /// <summary>Nothing was charged, or it was given up before anything was captured.</summary>
    NotCharged,

    /// <summary>The provider was asked about a key that it had not seen, and will never take it now.</summary>
    NeverSeen,
}

internal static class OutcomeWords
{
    public static string Word(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Charged => "charged",
            Outcome.Declined => "declined",
            Outcome.Error => "error",
            Outcome.Pending => "pending",
            Outcome.RequiresAction => "requires_action",
            Outcome.NotCharged => "not_charged",
            Outcome.NeverSeen => "never_seen",
            _ => throw new UnreachableException($"No word is defined for {outcome}."),
        };

    public static Outcome Read(string word) =>
        word switch
        {
            "charged" => Outcome.Charged,
            "declined" => Outcome.Declined,
            "error" => Outcome.Error,
            "pending" => Outcome.Pending,
            "requires_action" => Outcome.RequiresAction,
            "not_charged" => Outcome.NotCharged,
            "never_seen" => Outcome.NeverSeen,
            _ => throw new FormatException("Not an outcome."),
        };
}
