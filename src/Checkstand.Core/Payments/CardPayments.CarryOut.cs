using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

// For whoever stores the beginning of a payment together with something of its own: announce, prepare, store, carry out.
public sealed partial class CardPayments
{
    /// <summary>
    /// Marks a payment that is about to be stored and carried out by this process, so that nobody looks it up in between
    /// and takes "never seen" for an answer. Disposing takes the mark away.
    /// </summary>
    public IDisposable Announce(PaymentId id) => running.Enter(new OperationId(id.Value));

    /// <summary>A payment whose first authorization is about to be sent; not stored. Pure.</summary>
    /// <param name="id">Its id, new.</param>
    /// <param name="merchant">Who is paid.</param>
    /// <param name="checkoutId">The checkout that it pays.</param>
    /// <param name="order">What is to be paid.</param>
    /// <param name="card">The card; the caller disposes it.</param>
    /// <param name="now">The time.</param>
    /// <returns>The payment, or NothingToCapture, PaymentServiceUnknown, NoPaymentService.</returns>
    public Result<Payment, PaymentProblem> Prepare(
        PaymentId id,
        MerchantAccountId merchant,
        Guid checkoutId,
        PaymentOrder order,
        CardData card,
        DateTimeOffset now
    )
    {
        if (!Route(merchant, order).TryGet(out var first, out var problem))
        {
            return problem;
        }

        var kept = PaymentCard.Of(card, FingerprintOf(merchant, card));
        return Payment.Begin(id, merchant, checkoutId, order, kept, first.Id, now);
    }

    /// <summary>What a card is known by to a merchant account, and to nobody else.</summary>
    public string FingerprintOf(MerchantAccountId merchant, CardData card) => vault.Fingerprint(merchant, card.Number);

    /// <summary>Whether a card can be checked, by an authorization of nothing, where a payment would be sent first.</summary>
    public bool ChecksCards(Payment prepared) =>
        services.Find(prepared.MerchantAccountId, prepared.Authorization.PaymentServiceId) is { } service
        && connectors.For(service.DefinitionId) is { ChecksCards: true };

    /// <summary>Sends a payment that was stored as <see cref="Prepare"/> made it, under the mark of <see cref="Announce"/>.</summary>
    /// <param name="begun">The payment.</param>
    /// <param name="card">The card; the caller disposes it.</param>
    /// <returns>The payment, whatever its outcome.</returns>
    public Task<Payment> CarryOutAsync(Payment begun, CardData card) => AuthorizeAsync(begun, card);
}
