using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Server.Tests.Cards;

/// <summary>Where people, proxies and programs put a card number that does not belong there.</summary>
internal static class WrongPlaces
{
    private const string Sessions = "/checkout/sessions";

    /// <summary>A private key that no server knows.</summary>
    public static readonly string Key = NewKey();

    /// <summary>Requests that carry a card in a wrong place, each with the place's name.</summary>
    /// <param name="card">The card.</param>
    /// <param name="session">A session that exists.</param>
    /// <param name="gone">A session that has been deleted.</param>
    /// <param name="token">A good token.</param>
    public static IEnumerable<(string Place, HttpRequestMessage Request)> Of(
        TestCard card,
        string session,
        string gone,
        string token
    ) =>
        [
            .. InUrls(card, session).Select(sent => (sent.Place, Authorized(sent.Request, token))),
            .. InHeaders(card, session, token),
            .. InBodies(card, session, gone, token),
        ];

    private static IEnumerable<(string Place, HttpRequestMessage Request)> InUrls(TestCard card, string session)
    {
        var grouped = string.Join("%20", CardTraces.Groups(card.Number));
        yield return ("path", Get($"{Sessions}/{card.Number}"));
        yield return ("path of fields", Put($"{Sessions}/{card.Number}/fields", card.Body));
        yield return ("path of nothing", Get($"/pay/{card.Number}/now"));
        yield return ("query", Put($"{Sessions}/{session}/fields?number={card.Number}&cvc={card.Code}", "{}"));
        yield return ("query in groups", Get($"{Sessions}/{session}?card={grouped}"));
        yield return ("path with a digit too many", Get($"{Sessions}/{card.Number}0"));
    }

    private static IEnumerable<(string Place, HttpRequestMessage Request)> InHeaders(
        TestCard card,
        string session,
        string token
    )
    {
        var path = $"{Sessions}/{session}";
        yield return ("header", With(Get(path), "x-card-number", card.Number));
        yield return (
            "merchant account",
            With(Authorized(Get(path), token), "x-gr4vy-merchant-account-id", card.Number)
        );
        yield return ("token", Authorized(Get(path), card.Number));
        yield return ("other scheme", With(Get(path), "Authorization", $"Basic {card.Number}"));
        yield return ("key id of a token", Authorized(Get(path), TokenOf(card.Number)));
        yield return (
            "key id in groups",
            Authorized(Get(path), TokenOf(string.Join('-', CardTraces.Groups(card.Number))))
        );
        yield return ("cookie", With(Get(path), "Cookie", $"card={card.Number}"));
        yield return (
            "agent",
            With(Get(path), "User-Agent", $"shop {string.Join(' ', CardTraces.Groups(card.Number))}")
        );
        yield return ("content type", With(Put($"{path}/fields", "{}"), "Content-Type", $"text/{card.Number}"));
    }

    private static IEnumerable<(string Place, HttpRequestMessage Request)> InBodies(
        TestCard card,
        string session,
        string gone,
        string token
    )
    {
        var fields = $"{Sessions}/{session}/fields";
        var good = card.Body;
        var number = card.Number;
        yield return ("property name", Put(fields, $$"""{"{{number}}":1}"""));
        yield return (
            "property name inside",
            Put(fields, good.Replace("\"method\"", $"\"{number}\":1,\"method\"", StringComparison.Ordinal))
        );
        yield return (
            "property name in groups",
            Put(fields, $$"""{"{{string.Join(' ', CardTraces.Groups(number))}}":1}""")
        );
        yield return (
            "property name of a session",
            Authorized(Post(Sessions, $$"""{"buyer":{"{{number}}":{} } }"""), token)
        );
        yield return ("cut off", Put(fields, good[..(good.IndexOf(number, StringComparison.Ordinal) + number.Length)]));
        yield return (
            "bad JSON after it",
            Put(fields, good.Replace($"\"{number}\"", $"\"{number}\" oops", StringComparison.Ordinal))
        );
        yield return ("bad byte after it", PutBytes(fields, [.. Encoding.UTF8.GetBytes(good), 0xFF]));
        yield return ("JSON number", Put(fields, good.Replace($"\"{number}\"", number, StringComparison.Ordinal)));
        yield return (
            "number too long",
            Put(fields, good.Replace(number, number + "0000000", StringComparison.Ordinal))
        );
        yield return (
            "number in groups",
            Put(fields, good.Replace(number, string.Join(' ', CardTraces.Groups(number)), StringComparison.Ordinal))
        );
        yield return ("in the expiry", Put(fields, ApiClient.CardBody(number, number, card.Code)));
        yield return ("in the code", Put(fields, ApiClient.CardBody(number, card.Expiry, number)));
        yield return (
            "as the method",
            Put(fields, good.Replace("\"card\"", $"\"{number}\"", StringComparison.Ordinal))
        );
        yield return ("as a stored method", Put(fields, $$"""{"payment_method":{"method":"id","id":"{{number}}"} }"""));
        yield return (
            "in fields that are not kept",
            Put(
                fields,
                good.Replace(
                    "\"method\"",
                    $"\"external_identifier\":\"{number}\",\"redirect_url\":\"https://x/{number}\",\"method\"",
                    StringComparison.Ordinal
                )
            )
        );
        yield return ("as a bin", Post($"{Sessions}/{session}/card-details", $$"""{"bin":"{{number}}"}"""));
        yield return ("on a session's own route", Authorized(Put($"{Sessions}/{session}", good), token));
        yield return ("as an amount", Authorized(Put($"{Sessions}/{session}", $$"""{"amount":{{number}}}"""), token));
        yield return ("as a currency", Authorized(Post(Sessions, $$"""{"currency":"{{number}}"}"""), token));
        yield return ("on a deleted session", Put($"{Sessions}/{gone}/fields", good));
        yield return ("on an unknown session", Put($"{Sessions}/8724fd24-5489-4a5d-90fd-0604df7d3b83/fields", good));
        yield return (
            "in a form",
            With(Put(fields, $"number={number}&code={card.Code}"), "Content-Type", "application/x-www-form-urlencoded")
        );
        yield return ("in a body too large", Put(fields, good + new string(' ', 64 * 1024)));
        yield return ("to a route that is not there", Post("/payments", good));
        yield return ("with a method that is not there", Post(fields, good));
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, string body) =>
        Send(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body));

    private static HttpRequestMessage Put(string path, string body) => PutBytes(path, Encoding.UTF8.GetBytes(body));

    private static HttpRequestMessage PutBytes(string path, byte[] body) => Send(HttpMethod.Put, path, body);

    private static HttpRequestMessage Send(HttpMethod method, string path, byte[] body)
    {
        var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    private static HttpRequestMessage Authorized(HttpRequestMessage request, string token) =>
        With(request, "Authorization", $"Bearer {token}");

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string value)
    {
        if (header == "Content-Type")
        {
            request.Content!.Headers.Remove(header);
            request.Content.Headers.TryAddWithoutValidation(header, value);
        }
        else
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return request;
    }

    private static string TokenOf(string keyId) => Tokens.Sign(Key, keyId);

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
