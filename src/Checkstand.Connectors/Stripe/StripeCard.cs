using Checkstand.Core.Vault;

namespace Checkstand.Connectors.Stripe;

/// <summary>Writes a card into a request's body, from bytes to bytes.</summary>
internal static class StripeCard
{
    /// <summary>Number, expiry and, when there is one, the security code.</summary>
    public static void Write(StripeForm form, CardData card)
    {
        var expiry = card.Expiry.Reveal();
        form.Add("payment_method_data[type]", "card"u8);
        form.Add("payment_method_data[card][number]", card.Number.Reveal());
        form.Add("payment_method_data[card][exp_month]", expiry[0] == (byte)'0' ? expiry[1..2] : expiry[..2]);
        // Two digits of a year are of this century, for Stripe too.
        form.Add("payment_method_data[card][exp_year]", expiry[3..]);
        if (card.Code is { } code)
        {
            form.Add("payment_method_data[card][cvc]", code.Reveal());
        }
    }
}
