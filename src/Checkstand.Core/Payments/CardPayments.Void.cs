using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    /// <summary>Releases reserved money of which nothing was captured.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="release">The void's id. When the payment has it already, nothing is sent.</param>
    /// <param name="cancellation">Ends the wait for the lock; after that the void is carried through.</param>
    /// <returns>The payment, whatever the void's outcome; or NotFound, InProgress, WrongStatus.</returns>
    public Task<Result<Payment, PaymentProblem>> VoidAsync(
        PaymentId id,
        MerchantAccountId merchant,
        OperationId release,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        return BeginAndRunAsync(
            id,
            merchant,
            release,
            payment => payment.BeginVoid(release, now),
            (connector, account, payment, operation) =>
                connector.VoidAsync(
                    new VoidRequest(account, operation.Id, payment.Authorization.Reference!),
                    CancellationToken.None
                ),
            cancellation
        );
    }
}
