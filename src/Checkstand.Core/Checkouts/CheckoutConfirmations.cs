using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// Where a checkout is paid. Confirming stores the checkout and the beginning of its payment in one transaction, asks the
/// provider, and settles the checkout by the outcome. Settling is the same whenever the outcome becomes known: at once, by a
/// notification, by a look-up, or after a crash.
/// </summary>
public sealed partial class CheckoutConfirmations(
    OpenCheckouts checkouts,
    ICheckoutSettlementStore store,
    CardPayments payments,
    OrganizationDirectory organizations,
    CheckoutLocks locks,
    CheckoutFeed feed,
    IEnumerable<IConfirmationTokens> tokens,
    TimeProvider clock
)
{
    /// <summary>Pays a checkout, as its buyer says.</summary>
    /// <param name="clientSecret">The checkout.</param>
    /// <param name="update">A last change by the buyer. Answers to custom fields replace those that were there.</param>
    /// <param name="means">What to pay with.</param>
    /// <param name="returnUrlOf">Where the buyer goes after a challenge.</param>
    /// <param name="cancellation">Ends the wait for the lock; after that the payment is carried through.</param>
    /// <param name="objection">
    /// What the caller has against the checkout as it is about to be paid, such as a total that nobody has seen; asked
    /// under the lock, pure. Null, also as its answer, for nothing.
    /// </param>
    /// <returns>
    /// The checkout, confirmed or already succeeded, with what it names; or any refusal. After a refusal nothing of the
    /// update is kept, but after PaymentFailed: then the checkout is open again as it was confirmed.
    /// </returns>
    public async Task<Result<CheckoutParts, CheckoutProblem>> ConfirmAsync(
        string clientSecret,
        CheckoutUpdate update,
        PaymentMeans means,
        Func<Checkout, string> returnUrlOf,
        CancellationToken cancellation,
        Func<Checkout, FieldProblem?>? objection = null
    )
    {
        var reached = await checkouts.GetBySecretAsync(clientSecret, cancellation);
        if (!reached.TryGet(out var found, out var gone))
        {
            return gone;
        }

        var id = found.Checkout.Id;
        using var hold = locks.TryTake(id);
        if (hold is null)
        {
            return new CheckoutProblem.Locked();
        }

        // Somebody may have changed it before the lock was taken.
        reached = await checkouts.GetBySecretAsync(clientSecret, cancellation);
        if (!reached.TryGet(out found, out gone))
        {
            return gone;
        }

        var card = means.Card ?? Open(means.Token);
        try
        {
            var paymentId = PaymentId.New(clock.GetUtcNow());
            using var mark = payments.Announce(paymentId);
            var plan = await checkouts.PlanAsync(found, update with { IsByBuyer = true }, cancellation);
            var terms = TermsOf(found.Checkout, paymentId, means, card, returnUrlOf(found.Checkout));
            var stored = await store.ConfirmAsync(
                id,
                parts =>
                    plan(Forgetting(parts, update)).TryGet(out var changed, out var refused)
                        ? objection?.Invoke(changed) is { } against
                            ? new CheckoutProblem.Invalid([against])
                            : changed
                        : refused,
                to => Checkout.Confirm(to, terms),
                cancellation
            );
            if (!stored.TryGet(out var confirmed, out var problem))
            {
                return problem;
            }

            feed.Publish(id, new CheckoutNews.Updated(CheckoutStatus.Confirmed));
            return await CarryOutAsync(confirmed, card);
        }
        finally
        {
            if (means.Card is null)
            {
                card?.Dispose();
            }
        }
    }

    private ConfirmationTerms TermsOf(
        Checkout checkout,
        PaymentId paymentId,
        PaymentMeans means,
        CardData? card,
        string returnUrl
    )
    {
        var now = clock.GetUtcNow();
        return new ConfirmationTerms
        {
            Organization = organizations.Find(checkout.OrganizationId)!,
            Card =
                card is not null ? ConfirmationCard.Present
                : means.Token is null ? ConfirmationCard.Missing
                : ConfirmationCard.Unknown,
            CardFingerprint = card is null ? null : payments.FingerprintOf(checkout.OrganizationId.Merchant, card),
            Prepare = order =>
                payments.Prepare(paymentId, checkout.OrganizationId.Merchant, checkout.Id.Value, order, card!, now),
            ChecksCards = payments.ChecksCards,
            ReturnUrl = returnUrl,
            NewCustomerId = TimeOrderedId.NewVersion4(now),
            Now = now,
        };
    }

    // An update lays answers over those before; a confirmation puts them in their place.
    private static CheckoutParts Forgetting(CheckoutParts parts, CheckoutUpdate update) =>
        update.CustomFieldData.HasValue
            ? parts with
            {
                Checkout = parts.Checkout with { CustomFieldData = default },
            }
            : parts;

    private async Task<Result<CheckoutParts, CheckoutProblem>> CarryOutAsync(Confirmed confirmed, CardData? card)
    {
        var payment = confirmed.Payment is null ? null : await payments.CarryOutAsync(confirmed.Payment, card!);
        var parts = confirmed.Parts with { Payment = payment };
        if (payment is { WasApproved: false, EndedUnpaid: false })
        {
            return parts;
        }

        Settlement? settled = null;
        try
        {
            settled = await SettleAsync(confirmed.Parts.Checkout.Id, CancellationToken.None);
        }
        catch (StoreBusyException)
        {
            // The sweep settles it in a moment; what happened to the money is known and stored.
        }

        return payment is { EndedUnpaid: true } failed
            ? new CheckoutProblem.PaymentFailed(failed.Authorization.Error)
            : parts with
            {
                Checkout = settled?.Checkout ?? parts.Checkout,
            };
    }

    private CardData? Open(string? token) =>
        token is null ? null : tokens.Select(known => known.Open(token)).FirstOrDefault(card => card is not null);
}

/// <summary>What a buyer pays with. Not a record: it may hold a card.</summary>
/// <param name="token">A confirmation token; null when none was sent.</param>
/// <param name="card">A card that a page of ours collected, which the caller disposes; null when none was.</param>
public sealed class PaymentMeans(string? token, CardData? card)
{
    /// <summary>A confirmation token; null when none was sent.</summary>
    public string? Token { get; } = token;

    /// <summary>A card that a page of ours collected; null when none was.</summary>
    public CardData? Card { get; } = card;
}
