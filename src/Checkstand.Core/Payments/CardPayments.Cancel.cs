using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    /// <summary>
    /// Ends a payment that waits for its buyer, as the end of the buyer's time does. The provider decides: a challenge
    /// that was passed meanwhile counts, and the payment is not cancelled.
    /// </summary>
    /// <param name="id">The payment.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="cancellation">Ends the look at the store; after that it is carried through.</param>
    /// <returns>
    /// The payment, which is cancelled, perhaps since an earlier call; or NotFound, InProgress when its outcome is not known
    /// afterwards either, NotWaiting.
    /// </returns>
    public async Task<Result<Payment, PaymentProblem>> CancelAsync(
        PaymentId id,
        MerchantAccountId merchant,
        CancellationToken cancellation
    )
    {
        var found = await GetAsync(id, merchant, cancellation);
        if (!found.TryGet(out var payment, out var problem))
        {
            return problem;
        }

        if (payment.Open is { State: OperationState.NeedsAction })
        {
            payment = await ReconcileAsync(payment, giveUp: PaymentErrorCode.Canceled);
        }

        if (payment.WasCanceled)
        {
            return payment;
        }

        return payment.Open is null
            ? new PaymentProblem.NotWaiting(payment.Status)
            : new PaymentProblem.InProgress(payment.Id);
    }
}
