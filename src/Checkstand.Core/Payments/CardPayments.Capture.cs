using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    /// <summary>Takes reserved money, all or part of it.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="capture">The capture's id. When the payment has it already, nothing is captured.</param>
    /// <param name="minorUnits">How much; null for all that is left.</param>
    /// <param name="isFinal">Whether the rest is given up.</param>
    /// <param name="externalIdentifier">The merchant's own id of the capture.</param>
    /// <param name="cancellation">Ends the wait for the lock; after that the capture is carried through.</param>
    /// <returns>The payment, whatever the capture's outcome; or NotFound, InProgress, WrongStatus, NothingLeft, AmountOutOfRange.</returns>
    public Task<Result<Payment, PaymentProblem>> CaptureAsync(
        PaymentId id,
        MerchantAccountId merchant,
        OperationId capture,
        long? minorUnits,
        bool isFinal,
        string? externalIdentifier,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        return BeginAndRunAsync(
            id,
            merchant,
            capture,
            payment => payment.BeginCapture(capture, minorUnits, isFinal, externalIdentifier, now),
            (connector, account, payment, operation) =>
                connector.CaptureAsync(
                    new CaptureRequest(
                        account,
                        operation.Id,
                        payment.Authorization.Reference!,
                        new Money(operation.MinorUnits, payment.Currency),
                        operation.IsFinal
                    ),
                    CancellationToken.None
                ),
            cancellation
        );
    }

    private async Task<Result<Payment, PaymentProblem>> BeginAndRunAsync(
        PaymentId id,
        MerchantAccountId merchant,
        OperationId operation,
        Func<Payment, Result<Payment, PaymentProblem>> begin,
        Func<IPaymentConnector, ProviderAccount, Payment, PaymentOperation, Task<ProviderAnswer>> ask,
        CancellationToken cancellation
    )
    {
        var isBegun = false;
        using var mark = running.Enter(operation);
        var changed = await store.ChangeAsync(
            id,
            payment =>
            {
                isBegun = false;
                if (payment.MerchantAccountId != merchant)
                {
                    return new PaymentProblem.NotFound();
                }

                // A request that is sent again after a crash finds what it began.
                if (payment.Find(operation) is not null)
                {
                    return payment;
                }

                isBegun = true;
                return begin(payment);
            },
            cancellation
        );
        if (!changed.TryGet(out var begun, out var problem))
        {
            return problem;
        }

        if (isBegun)
        {
            return await RunAsync(begun, (connector, account, open) => ask(connector, account, begun, open));
        }

        mark.Dispose();
        return await ReconcileAsync(begun);
    }
}
