namespace Checkstand.Core.Payments;

/// <summary>Where a payment stands, worked out from its operations.</summary>
public enum PaymentStatus
{
    /// <summary>The outcome of its authorization is open.</summary>
    Processing,

    /// <summary>The buyer must pass a challenge.</summary>
    NeedsAction,

    /// <summary>Money is reserved.</summary>
    Authorized,

    /// <summary>The authorization was refused.</summary>
    Declined,

    /// <summary>The provider failed; nothing is reserved.</summary>
    Failed,

    /// <summary>A void is on its way.</summary>
    VoidPending,

    /// <summary>The reservation was released.</summary>
    Voided,

    /// <summary>A first capture is on its way.</summary>
    CapturePending,

    /// <summary>Money was taken, all or part of what was reserved.</summary>
    Captured,
}

/// <summary>What a payment is to do with the money.</summary>
public enum PaymentIntent
{
    /// <summary>Reserve it; a capture follows.</summary>
    Authorize,

    /// <summary>Reserve and take it at once.</summary>
    Capture,
}
