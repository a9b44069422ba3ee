using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

/// <summary>What the issuer found about address and security code, from Stripe's <c>checks</c> of a card.</summary>
/// <param name="Avs">The address; null when it was not checked.</param>
/// <param name="Cvv">The code; null when it was not checked.</param>
internal readonly record struct CardChecks(AvsResult? Avs, CvvResult? Cvv)
{
    /// <summary>From a charge.</summary>
    public static CardChecks OfCharge(StripeObject charge) =>
        Of(charge.Object("payment_method_details").Object("card").Object("checks"));

    /// <summary>From an error: of the charge that was declined when it is there, else of the card as Stripe keeps it.</summary>
    public static CardChecks OfError(StripeObject error)
    {
        var charge = error.Object("payment_intent").Object("latest_charge");
        return charge.IsPresent ? OfCharge(charge) : Of(error.Object("payment_method").Object("card").Object("checks"));
    }

    private static CardChecks Of(StripeObject checks) =>
        new(
            AvsOf(checks.Text("address_line1_check"), checks.Text("address_postal_code_check")),
            checks.Text("cvc_check") switch
            {
                "pass" => CvvResult.Match,
                "fail" => CvvResult.NoMatch,
                "unavailable" => CvvResult.Unavailable,
                _ => null,
            }
        );

    // Of a part that was not sent Stripe says nothing; the other part speaks for itself.
    private static AvsResult? AvsOf(string? line, string? postalCode) =>
        (line, postalCode) switch
        {
            ("pass", "pass") => AvsResult.Match,
            ("pass", _) => AvsResult.AddressOnly,
            (_, "pass") => AvsResult.PostalCodeOnly,
            ("fail", _) or (_, "fail") => AvsResult.NoMatch,
            ("unavailable", _) or (_, "unavailable") => AvsResult.Unavailable,
            _ => null,
        };
}
