namespace Checkstand.Server.Dev.Faults;

/// <summary>
/// What a payment goes through, in order: each writes something that must survive, or asks the provider. The crash
/// proofs go through all of them, so a step that is added here is tried there or fails them.
/// </summary>
internal enum PaymentStep
{
    /// <summary>An idempotency key is taken.</summary>
    TakeKey,

    /// <summary>A payment with a session is stored, its authorization about to be sent.</summary>
    Claim,

    /// <summary>A payment without a session is stored, its authorization about to be sent.</summary>
    Add,

    /// <summary>A capture is stored, about to be sent.</summary>
    BeginCapture,

    /// <summary>A void is stored, about to be sent.</summary>
    BeginVoid,

    /// <summary>A refund is stored, about to be sent.</summary>
    BeginRefund,

    /// <summary>The provider is asked for an authorization; afterwards it is in its books.</summary>
    SendAuthorize,

    /// <summary>The provider is asked for a capture.</summary>
    SendCapture,

    /// <summary>The provider is asked for a void.</summary>
    SendVoid,

    /// <summary>The provider is asked for a refund.</summary>
    SendRefund,

    /// <summary>The answer to an authorization is stored.</summary>
    SettleAuthorize,

    /// <summary>The answer to a capture is stored.</summary>
    SettleCapture,

    /// <summary>The answer to a void is stored.</summary>
    SettleVoid,

    /// <summary>The answer to a refund is stored.</summary>
    SettleRefund,

    /// <summary>The provider is asked what became of an authorization.</summary>
    FindAuthorize,

    /// <summary>The provider is asked what became of a capture.</summary>
    FindCapture,

    /// <summary>The provider is asked what became of a void.</summary>
    FindVoid,

    /// <summary>The provider is asked what became of a refund.</summary>
    FindRefund,

    /// <summary>What became of an authorization is stored.</summary>
    ReconcileAuthorize,

    /// <summary>What became of a capture is stored.</summary>
    ReconcileCapture,

    /// <summary>What became of a void is stored.</summary>
    ReconcileVoid,

    /// <summary>What became of a refund is stored.</summary>
    ReconcileRefund,

    /// <summary>The answer of an idempotency key is stored.</summary>
    AnswerKey,

    /// <summary>An idempotency key is given up, because its request was refused.</summary>
    ReleaseKey,

    /// <summary>A checkout is confirmed: stored with its customer and its payment, which is about to be sent.</summary>
    ConfirmCheckout,

    /// <summary>A checkout is settled by the outcome of its payment: stored with its order, or open again.</summary>
    SettleCheckout,
}
