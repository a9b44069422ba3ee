using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    /// <summary>Gives captured money back, all or part of it.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="refund">The refund's id. When the payment has it already, nothing is refunded.</param>
    /// <param name="minorUnits">How much; null for all that is left.</param>
    /// <param name="reason">The merchant's words.</param>
    /// <param name="externalIdentifier">The merchant's own id of the refund.</param>
    /// <param name="cancellation">Ends the wait for the lock; after that the refund is carried through.</param>
    /// <returns>The payment, whatever the refund's outcome; or NotFound, InProgress, WrongStatus, NothingLeft, AmountOutOfRange.</returns>
    public Task<Result<Payment, PaymentProblem>> RefundAsync(
        PaymentId id,
        MerchantAccountId merchant,
        OperationId refund,
        long? minorUnits,
        string? reason,
        string? externalIdentifier,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        return BeginAndRunAsync(
            id,
            merchant,
            refund,
            payment => payment.BeginRefund(refund, minorUnits, reason, externalIdentifier, now),
            (connector, account, payment, operation) =>
                connector.RefundAsync(
                    new RefundRequest(
                        account,
                        operation.Id,
                        payment.Authorization.Reference!,
                        new Money(operation.MinorUnits, payment.Currency),
                        operation.Reason
                    ),
                    CancellationToken.None
                ),
            cancellation
        );
    }
}
