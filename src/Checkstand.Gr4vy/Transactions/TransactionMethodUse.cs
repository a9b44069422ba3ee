using Checkstand.Core;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Payments;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>What an approved payment means for stored methods: one that was used is counted, one that is wanted is stored.</summary>
internal static class TransactionMethodUse
{
    /// <summary>Notes it; what goes wrong here takes nothing from the payment.</summary>
    /// <returns>The payment, which names the method that was stored.</returns>
    public static async Task<Payment> NoteAsync(Call call, Payment payment, TransactionMethod method, bool isToStore)
    {
        if (payment.Card.StoredMethodId is { } used)
        {
            await call.Services.PaymentMethods.NoteUseAsync(
                used,
                call.Merchant,
                isCustomerInitiated: !payment.Order.IsMerchantInitiated,
                call.Cancellation
            );
            return payment;
        }

        if (!isToStore || await StoreAsync(call, payment, method) is not { } stored)
        {
            return payment;
        }

        var noted = await call.Services.Payments.NoteStoredAsync(
            payment.Id,
            call.Merchant,
            stored.Id,
            CancellationToken.None
        );
        return noted.TryGet(out var after, out _) ? after : payment;
    }

    // The method's id follows from the payment's, so that a request that is sent again stores nothing twice.
    private static async Task<StoredPaymentMethod?> StoreAsync(Call call, Payment payment, TransactionMethod method)
    {
        var id = OperationId.Following(new OperationId(payment.Id.Value)).Value;
        var said = new NewPaymentMethod(
            payment.Order.BuyerId,
            payment.Order.BuyerExternalIdentifier,
            method.ExternalIdentifier
        );
        if (method.Card is { } card)
        {
            return await call.Services.PaymentMethods.StoreCardAsync(
                id,
                call.Merchant,
                card,
                said,
                CancellationToken.None
            );
        }

        var stored = await call.Services.PaymentMethods.StoreFromSessionAsync(
            id,
            method.Session!.Value,
            call.Merchant,
            said,
            CancellationToken.None
        );
        // A session that ended in between has no card left to store.
        return stored.TryGet(out var kept, out _) ? kept : null;
    }
}
