using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

/// <summary>
/// One thing that a provider was asked for on behalf of a payment, from before the call until its outcome is known.
/// Once its outcome is known it never changes.
/// </summary>
public sealed record PaymentOperation
{
    /// <summary>Its name and the provider's idempotency key.</summary>
    public required OperationId Id { get; init; }

    /// <summary>What was asked for.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required OperationState State { get; init; }

    /// <summary>The payment service that does it.</summary>
    public required Guid PaymentServiceId { get; init; }

    /// <summary>How much, in minor units of the payment's currency; 0 for a void.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>For an authorization: whether it captures at once.</summary>
    public bool CapturesAtOnce { get; init; }

    /// <summary>For a capture: whether the rest of the authorization is given up.</summary>
    public bool IsFinal { get; init; }

    /// <summary>For a capture: whether it was part of an authorization that captured at once, so nobody was asked for it.</summary>
    public bool IsPartOfAuthorization { get; init; }

    /// <summary>When it was stored, just before the provider was called.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its state last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The provider's id of it; null until an answer named one.</summary>
    public string? Reference { get; init; }

    /// <summary>Why it was declined or failed; null otherwise.</summary>
    public PaymentErrorCode? Error { get; init; }

    /// <summary>The provider's own code; null when it gave none.</summary>
    public string? RawCode { get; init; }

    /// <summary>The provider's own words; null when it gave none.</summary>
    public string? RawDescription { get; init; }

    /// <summary>What the issuer found about the address.</summary>
    public AvsResult? Avs { get; init; }

    /// <summary>What the issuer found about the security code.</summary>
    public CvvResult? Cvv { get; init; }

    /// <summary>The scheme's id of the transaction.</summary>
    public string? SchemeTransactionId { get; init; }

    /// <summary>The challenge page that the buyer must pass; null when there is none to pass.</summary>
    public string? ApprovalUrl { get; init; }

    /// <summary>The merchant's own id of it; null when none was given.</summary>
    public string? ExternalIdentifier { get; init; }

    /// <summary>For a refund: the merchant's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether its outcome is not known yet.</summary>
    public bool IsOpen => State < OperationState.Approved;

    /// <summary>The operation after the provider said something; unchanged once its outcome is known.</summary>
    public PaymentOperation Settle(ProviderAnswer answer, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return this;
        }

        var heard = this with
        {
            UpdatedAt = now,
            Reference = answer.Reference ?? Reference,
            RawCode = answer.RawCode,
            RawDescription = answer.RawDescription,
        };
        return answer switch
        {
            ProviderAnswer.Approved approved => heard with
            {
                State = OperationState.Approved,
                Avs = approved.Avs,
                Cvv = approved.Cvv,
                SchemeTransactionId = approved.SchemeTransactionId,
            },
            ProviderAnswer.Declined declined => heard with
            {
                State = OperationState.Declined,
                Error = declined.Error,
                Avs = declined.Avs,
                Cvv = declined.Cvv,
            },
            ProviderAnswer.Failed failed => heard with { State = OperationState.Failed, Error = failed.Error },
            ProviderAnswer.NeedsAction action => heard with
            {
                State = OperationState.NeedsAction,
                ApprovalUrl = action.ApprovalUrl,
            },
            ProviderAnswer.Pending => heard with { State = OperationState.Pending },
            // A failed question says nothing about what was known before it.
            ProviderAnswer.Unknown => State == OperationState.Started
                ? heard with
                {
                    State = OperationState.Unknown,
                }
                : this,
            _ => throw new System.Diagnostics.UnreachableException($"No state follows {answer.GetType().Name}."),
        };
    }
}

/// <summary>How far an operation is. The order matters: what is below <see cref="Approved"/> is open.</summary>
public enum OperationState
{
    /// <summary>Stored; the provider is being called, or the process ended before its answer was stored.</summary>
    Started,

    /// <summary>The buyer must pass a challenge.</summary>
    NeedsAction,

    /// <summary>The provider accepted it and will say more.</summary>
    Pending,

    /// <summary>The provider gave no answer that says what happened.</summary>
    Unknown,

    /// <summary>Done.</summary>
    Approved,

    /// <summary>Refused; nothing moved.</summary>
    Declined,

    /// <summary>The provider failed or never saw it; nothing moved.</summary>
    Failed,
}
