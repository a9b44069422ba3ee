using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Checkstand.Core.Payments;
using Checkstand.TestProvider.Ledger;

namespace Checkstand.TestProvider.Challenges;

/// <summary>The pages of a challenge as HTML. Nothing on them is fetched from elsewhere, and nothing runs.</summary>
internal static class ChallengePage
{
    private const string Style =
        ":root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}"
        + "body{max-width:32rem;margin:2rem auto;padding:0 1rem}"
        + "form{display:inline-block;margin:0 1rem 1rem 0}"
        + "button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem}";

    /// <summary>
    /// What the browser may do with the pages: apply the one style and send the form. Browsers hold a form's target
    /// against the page that it is redirected to as well, which is the merchant's, hence every http address.
    /// </summary>
    public static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{StyleHash()}'; form-action 'self' https: http:; "
        + "base-uri 'none'; frame-ancestors *";

    public static string Question(BookEntry challenge)
    {
        var path = ChallengeRoutes.PathOf(challenge.Id);
        return Page(
            "Confirm this test payment",
            $"""
            <p>The test card ending in {Text(challenge.CardLastFour)} is to pay
            <strong>{Text(Amount(challenge.Amount))}</strong>. A real bank would ask you to prove who you are; this
            is the sandbox's test provider, and you decide.</p>
            <form method="post" action="{path}"><button name="decision" value="approve">Approve</button></form>
            <form method="post" action="{path}"><button name="decision" value="fail">Fail</button></form>
            """
        );
    }

    public static string Result(BookEntry challenge)
    {
        var (title, what) = challenge.Outcome switch
        {
            Outcome.Declined => ("Test payment failed", "was not confirmed. Nothing was charged"),
            Outcome.NotCharged when challenge.Error is not null => (
                "Test payment given up",
                "was given up before anybody decided. Nothing was charged"
            ),
            _ => ("Test payment approved", "was confirmed"),
        };
        return Page(
            title,
            $"""
            <p>The payment of <strong>{Text(Amount(challenge.Amount))}</strong> {what}. You can close this page.</p>
            """
        );
    }

    public static string NotFound() =>
        Page("No such challenge", "<p>The test provider has no challenge at this address.</p>");

    public static string NoDecision() =>
        Page("No decision", "<p>Send the form with <code>decision=approve</code> or <code>decision=fail</code>.</p>");

    private static string Page(string title, string body) =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{title} · Checkstand test provider</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            {body}
            </main>
            </body>
            </html>

            """;

    // ISO 4217: most currencies have cents; these have none or three digits.
    private static string Amount(Money money)
    {
        var digits = money.Currency switch
        {
            "BIF"
            or "CLP"
            or "DJF"
            or "GNF"
            or "ISK"
            or "JPY"
            or "KMF"
            or "KRW"
            or "PYG"
            or "RWF"
            or "UGX"
            or "UYI"
            or "VND"
            or "VUV"
            or "XAF"
            or "XOF"
            or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => 2,
        };
        var major = money.MinorUnits / (decimal)Math.Pow(10, digits);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{major.ToString($"N{digits}", CultureInfo.InvariantCulture)} {money.Currency}"
        );
    }

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static string StyleHash() => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
}
