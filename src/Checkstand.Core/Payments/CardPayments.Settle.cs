using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    // Once a provider was asked, its answer is stored whether or not the client still waits for it.
    private async Task<Payment> SettleAsync(
        PaymentId id,
        OperationId operation,
        ProviderAnswer answer,
        CardData? card,
        Func<Payment, ProviderAnswer, Payment>? next = null
    )
    {
        var now = clock.GetUtcNow();
        return await store.SettleAsync(
                id,
                found =>
                {
                    var settled = found.Payment.Settle(operation, answer, now);
                    // What somebody else settled meanwhile is not followed up: the session may have been paid since.
                    var isOurs = !ReferenceEquals(settled, found.Payment);
                    if (next is not null && isOurs && settled.Find(operation) is not { IsOpen: true })
                    {
                        settled = next(settled, answer);
                    }

                    return settled.WasApproved && !found.Payment.WasApproved
                        ? Approved(found, settled, card, now)
                        : new SettledPayment(settled);
                }
            ) ?? throw new InvalidOperationException($"Payment {id} was removed while a provider was asked about it.");
    }

    // What an approval means for stored methods: one that was used is counted, one that is wanted is stored. That is
    // written with the approval, whoever learns of it, so it happens once and can't fail by itself.
    private SettledPayment Approved(PaymentToSettle found, Payment approved, CardData? card, DateTimeOffset now)
    {
        if (approved.Card.StoredMethodId is not null)
        {
            var isCustomerInitiated = !approved.Order.IsMerchantInitiated;
            return new SettledPayment(approved) { Used = found.Used?.Used(isCustomerInitiated, now) };
        }

        if (approved.Order.StoreWish is not { } wish)
        {
            return new SettledPayment(approved);
        }

        using var kept = card is null ? OpenKept(found, approved, now) : null;
        if ((card ?? kept) is not { } toStore)
        {
            return new SettledPayment(approved);
        }

        var id = OperationId.Following(new OperationId(approved.Id.Value)).Value;
        var said = new NewPaymentMethod(
            approved.Order.BuyerId,
            approved.Order.BuyerExternalIdentifier,
            wish.ExternalIdentifier
        );
        var method = StoredPaymentMethod.Of(
            id,
            approved.MerchantAccountId,
            toStore,
            approved.Card.Display.Fingerprint,
            said,
            now
        );
        return new SettledPayment(approved with { Card = approved.Card with { StoredMethodId = id } })
        {
            Stored = (method, vault.Seal(CardOwner.PaymentMethod(id), toStore)),
        };
    }

    // The card of an approval that became known after its request: what its session still holds, unless the session ended
    // or another card was put on it since.
    private CardData? OpenKept(PaymentToSettle found, Payment approved, DateTimeOffset now) =>
        found.Session is var (session, card)
        && session.RefusalAt(now, approved.MerchantAccountId) is null
        && session.PaymentMethod is SessionPaymentMethod.Card shown
        && shown.Display.Fingerprint == approved.Card.Display.Fingerprint
            ? vault.Open(session.Id, card)
            : null;
}
