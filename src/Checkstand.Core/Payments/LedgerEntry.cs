using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

/// <summary>
/// One movement of money in our own books. Entries are only ever added; a balance is a sum of them.
/// </summary>
/// <param name="OperationId">The operation that moved it: the provider's idempotency key.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="Kind">What moved.</param>
/// <param name="Amount">How much; 0 or more.</param>
/// <param name="PaymentServiceId">Through which payment service.</param>
/// <param name="At">When its outcome became known here.</param>
public sealed record LedgerEntry(
    OperationId OperationId,
    PaymentId PaymentId,
    MovementKind Kind,
    Money Amount,
    Guid PaymentServiceId,
    DateTimeOffset At
)
{
    /// <summary>
    /// The entries that a change of a payment brings: one for each operation that became approved. An authorization
    /// that captures at once brings one entry, a capture, as in a provider's books.
    /// </summary>
    public static IEnumerable<LedgerEntry> Between(Payment? before, Payment after)
    {
        foreach (var operation in after.Operations)
        {
            var became =
                operation is { State: OperationState.Approved, IsPartOfAuthorization: false }
                && before?.Find(operation.Id)?.State != OperationState.Approved;
            if (became)
            {
                yield return new LedgerEntry(
                    operation.Id,
                    after.Id,
                    KindOf(operation),
                    new Money(
                        operation.Kind == OperationKind.Void ? after.AuthorizedMinorUnits : operation.MinorUnits,
                        after.Currency
                    ),
                    operation.PaymentServiceId,
                    operation.UpdatedAt
                );
            }
        }
    }

    private static MovementKind KindOf(PaymentOperation operation) =>
        operation.Kind switch
        {
            OperationKind.Authorize => operation.CapturesAtOnce ? MovementKind.Capture : MovementKind.Authorization,
            OperationKind.Capture => MovementKind.Capture,
            OperationKind.Void => MovementKind.Void,
            OperationKind.Refund => MovementKind.Refund,
            _ => throw new System.Diagnostics.UnreachableException($"{operation.Kind} moves no money."),
        };
}
