using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Cards;

/// <summary>Where a card number gets by mistake when somebody pays.</summary>
internal static class WrongPaymentPlaces
{
    private const string Path = "/transactions";

    /// <summary>What is refused, each with the place's name.</summary>
    public static IEnumerable<(string Place, HttpMethod Method, string Path, string? Body)> Of(TestCard card)
    {
        var number = card.Number;
        var good = PaymentCalls.PayBody(
            PaymentCalls.CardMethod(number, card.Expiry, card.Code),
            1299,
            "authorize",
            identifier: null
        );
        string With(string part, string instead) => good.Replace(part, instead, StringComparison.Ordinal);

        yield return ("path", HttpMethod.Get, $"{Path}/{number}", null);
        yield return ("path of a capture", HttpMethod.Post, $"{Path}/{number}/capture", null);
        yield return (
            "query",
            HttpMethod.Get,
            $"{Path}?payment_method_bin={number}&payment_method_label={number}",
            null
        );
        yield return ("search", HttpMethod.Get, $"{Path}?search={number}", null);
        yield return ("charges", HttpMethod.Get, $"/dev/charges?session_id={number}", null);
        yield return ("challenge", HttpMethod.Get, $"/dev/challenges/{number}", null);
        yield return ("property name", HttpMethod.Post, Path, $$"""{"{{number}}":1}""");
        yield return ("property name inside", HttpMethod.Post, Path, With("\"method\"", $"\"{number}\":1,\"method\""));
        yield return ("cut off", HttpMethod.Post, Path, good[..(good.IndexOf(number, StringComparison.Ordinal) + 19)]);
        yield return ("bad JSON after it", HttpMethod.Post, Path, With($"\"{number}\"", $"\"{number}\" oops"));
        yield return ("JSON number", HttpMethod.Post, Path, With($"\"{number}\"", number));
        yield return ("number too long", HttpMethod.Post, Path, With(number, $"{number}0000000"));
        yield return ("in the expiry", HttpMethod.Post, Path, With(card.Expiry, number));
        yield return ("in the code", HttpMethod.Post, Path, With($"\"{card.Code}\"", $"\"{number}\""));
        yield return ("as the method", HttpMethod.Post, Path, With("\"card\"", $"\"{number}\""));
        yield return (
            "as a session",
            HttpMethod.Post,
            Path,
            $$"""{"amount":1,"currency":"USD","payment_method":{"method":"checkout-session","id":"{{number}}"} }"""
        );
        yield return ("as an amount", HttpMethod.Post, Path, With("1299", number));
        yield return ("as a currency", HttpMethod.Post, Path, With("USD", number));
        yield return ("as an intent", HttpMethod.Post, Path, With("\"authorize\"", $"\"{number}\""));
        yield return ("with an unknown currency", HttpMethod.Post, Path, With("USD", "XQX"));
        yield return (
            "as a capture's amount",
            HttpMethod.Post,
            $"{Path}/8724fd24-5489-4a5d-90fd-0604df7d3b83/capture",
            $$"""{"amount":{{number}}}"""
        );
    }
}
