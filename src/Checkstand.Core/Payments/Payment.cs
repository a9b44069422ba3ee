using System.Collections.Immutable;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

/// <summary>
/// A payment: what was ordered, and everything that providers were asked for on its behalf. Its status and its sums
/// are worked out from its operations, so they can't disagree with them. Immutable; transitions are pure.
/// </summary>
public sealed partial record Payment
{
    /// <summary>Its name, and that of its first authorization.</summary>
    public required PaymentId Id { get; init; }

    /// <summary>The merchant account that is paid.</summary>
    public required MerchantAccountId MerchantAccountId { get; init; }

    /// <summary>The checkout (session) that it pays; null for a payment without one.</summary>
    public required Guid? CheckoutId { get; init; }

    /// <summary>When it was stored, before any provider was called. UTC, milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What was ordered: the snapshot that is charged, whatever happens to the session afterwards.</summary>
    public required PaymentOrder Order { get; init; }

    /// <summary>The card.</summary>
    public required PaymentCard Card { get; init; }

    /// <summary>What providers were asked for, in order.</summary>
    public required ImmutableArray<PaymentOperation> Operations { get; init; }

    /// <summary>When its open operation is to be looked up at the provider; null when none is open.</summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>How often that was done since the operation was begun.</summary>
    public int ChecksMade { get; init; }

    /// <summary>The currency.</summary>
    public string Currency => Order.Amount.Currency;

    /// <summary>The operation whose outcome is not known; null when all are. There is never more than one.</summary>
    public PaymentOperation? Open => Operations.FirstOrDefault(operation => operation.IsOpen);

    /// <summary>The authorization that counts: the last that was tried.</summary>
    public PaymentOperation Authorization => Operations.Last(operation => operation.Kind == OperationKind.Authorize);

    /// <summary>What is or was reserved, in minor units.</summary>
    public long AuthorizedMinorUnits => Sum(OperationKind.Authorize);

    /// <summary>What was taken, in minor units.</summary>
    public long CapturedMinorUnits => Sum(OperationKind.Capture);

    /// <summary>What was given back, in minor units.</summary>
    public long RefundedMinorUnits => Sum(OperationKind.Refund);

    /// <summary>What may still be captured, in minor units.</summary>
    public long CapturableMinorUnits =>
        Status is PaymentStatus.Authorized or PaymentStatus.Captured
        && !Approved(OperationKind.Capture).Any(c => c.IsFinal)
            ? checked(AuthorizedMinorUnits - CapturedMinorUnits)
            : 0;

    /// <summary>What may still be refunded, in minor units.</summary>
    public long RefundableMinorUnits => checked(CapturedMinorUnits - RefundedMinorUnits);

    /// <summary>Where it stands.</summary>
    public PaymentStatus Status =>
        Authorization.State switch
        {
            OperationState.NeedsAction => PaymentStatus.NeedsAction,
            OperationState.Started or OperationState.Pending or OperationState.Unknown => PaymentStatus.Processing,
            OperationState.Declined => PaymentStatus.Declined,
            OperationState.Failed => PaymentStatus.Failed,
            OperationState.Approved => StatusAfterApproval(),
            _ => throw new System.Diagnostics.UnreachableException($"No status follows {Authorization.State}."),
        };

    /// <summary>Whether money is or was reserved or taken.</summary>
    public bool WasApproved => Authorization.State == OperationState.Approved;

    /// <summary>Whether its merchant gave it up while it waited for its buyer.</summary>
    public bool WasCanceled => Authorization.Error == PaymentErrorCode.Canceled;

    /// <summary>Whether it ended without any money having moved, so that the buyer may try again.</summary>
    public bool EndedUnpaid => Status is PaymentStatus.Declined or PaymentStatus.Failed;

    /// <summary>The operation of an id; null when there is none.</summary>
    public PaymentOperation? Find(OperationId id) => Operations.FirstOrDefault(operation => operation.Id == id);

    /// <summary>Its operations of one kind.</summary>
    public IEnumerable<PaymentOperation> Of(OperationKind kind) =>
        Operations.Where(operation => operation.Kind == kind);

    private PaymentStatus StatusAfterApproval()
    {
        if (Approved(OperationKind.Void).Any())
        {
            return PaymentStatus.Voided;
        }

        if (Approved(OperationKind.Capture).Any())
        {
            return PaymentStatus.Captured;
        }

        return Open?.Kind switch
        {
            OperationKind.Void => PaymentStatus.VoidPending,
            OperationKind.Capture => PaymentStatus.CapturePending,
            _ => PaymentStatus.Authorized,
        };
    }

    private IEnumerable<PaymentOperation> Approved(OperationKind kind) =>
        Of(kind).Where(operation => operation.State == OperationState.Approved);

    private long Sum(OperationKind kind)
    {
        var sum = 0L;
        foreach (var operation in Approved(kind))
        {
            sum = checked(sum + operation.MinorUnits);
        }

        return sum;
    }
}
