using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    /// <summary>The payment, for its own merchant account.</summary>
    /// <returns>The payment or NotFound.</returns>
    public async ValueTask<Result<Payment, PaymentProblem>> GetAsync(
        PaymentId id,
        MerchantAccountId merchant,
        CancellationToken cancellation
    )
    {
        var payment = await store.FindAsync(id, cancellation);
        return payment?.MerchantAccountId == merchant ? payment : new PaymentProblem.NotFound();
    }

    /// <summary>
    /// The payment that a request began before it was cut off, looked up at its provider when its outcome is open.
    /// Whatever the request names may be gone by now: what was begun is the answer.
    /// </summary>
    /// <param name="id">The payment.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="card">The card that the request brought, again; null when it brought none. The caller disposes it.</param>
    /// <param name="cancellation">Ends the wait for the store.</param>
    /// <returns>The payment; null when nothing was begun under this id.</returns>
    public async Task<Payment?> ResumeAsync(
        PaymentId id,
        MerchantAccountId merchant,
        CardData? card,
        CancellationToken cancellation
    )
    {
        var begun = await store.FindAsync(id, cancellation);
        return begun?.MerchantAccountId == merchant ? await ReconcileAsync(begun, card) : null;
    }

    /// <summary>The payment of an operation, for its own merchant account.</summary>
    /// <returns>The payment or NotFound.</returns>
    public async ValueTask<Result<Payment, PaymentProblem>> GetByOperationAsync(
        OperationId id,
        MerchantAccountId merchant,
        CancellationToken cancellation
    )
    {
        var payment = await store.FindByOperationAsync(id, cancellation);
        return payment?.MerchantAccountId == merchant ? payment : new PaymentProblem.NotFound();
    }

    /// <summary>A part of a merchant account's payments, newest first.</summary>
    public ValueTask<Page<Payment>> ListAsync(
        MerchantAccountId merchant,
        PaymentFilter filter,
        PageRequest page,
        CancellationToken cancellation
    ) => store.ListAsync(merchant, filter, page, cancellation);

    /// <summary>Changes what the merchant said about a payment; money is not touched.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="change">The order afterwards. Pure; must keep the amount.</param>
    /// <param name="cancellation">Ends the wait for the lock.</param>
    /// <returns>The payment afterwards, or NotFound.</returns>
    public Task<Result<Payment, PaymentProblem>> UpdateAsync(
        PaymentId id,
        MerchantAccountId merchant,
        Func<PaymentOrder, PaymentOrder> change,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        return store.ChangeAsync(
            id,
            payment =>
                payment.MerchantAccountId == merchant
                    ? payment with
                    {
                        Order = change(payment.Order) with { Amount = payment.Order.Amount },
                        UpdatedAt = now,
                    }
                    : new PaymentProblem.NotFound(),
            cancellation
        );
    }
}
