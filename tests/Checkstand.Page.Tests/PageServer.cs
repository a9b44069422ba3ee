using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Checkstand.Server;

namespace Checkstand.Page.Tests;

/// <summary>The sandbox's server with a buyer's browser: forms are sent as browsers send them, redirections are not followed.</summary>
public sealed partial class PageServer : PolarServer
{
    /// <summary>Cards of the test provider.</summary>
    internal const string Approved = "4242 4242 4242 4242";
    internal const string Declined = "4000000000000002";
    internal const string Challenged = "4000002760003184";
    internal const string LateSuccess = "4000000000000077";

    /// <summary>Whether it limits how often a checkout may be confirmed, which the sandbox does not.</summary>
    internal bool HasRateLimits { get; init; }

    private readonly HttpClient browser = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        }
    );

    private protected override void Configure(CheckstandOptions options) =>
        options.Polar.RateLimits = HasRateLimits ? true : null;

    public override async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>A new checkout of the product for a fixed price; its body.</summary>
    internal async Task<Answer> OpenAsync(string more = "", Guid? product = null) =>
        (
            await Api.PostAsync(
                "/v1/checkouts/",
                $$"""{"products":["{{product ?? Acme.ProductId}}"]{{(more.Length == 0 ? "" : $",{more}")}}}"""
            )
        ).Expect(201);

    /// <summary>The path of a checkout's page.</summary>
    internal static string PathOf(Answer checkout) => $"/checkout/{checkout.TextAt("/client_secret")}";

    internal Task<WebPage> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null);

    /// <summary>Sends the form of a page as a browser does that shows it: its own values with others over them.</summary>
    internal async Task<WebPage> SubmitAsync(string path, string action, params (string Name, string Value)[] typed)
    {
        var form = FieldsOf((await GetAsync(path)).Expect(200).Html);
        foreach (var (name, value) in typed.Prepend(("action", action)))
        {
            form[name] = value;
        }

        return await PostAsync(path, form);
    }

    /// <summary>Pays with a card, with all that a buyer in France is asked for.</summary>
    internal Task<WebPage> PayAsync(string path, string number, params (string Name, string Value)[] more) =>
        SubmitAsync(path, "pay", [.. CardFields(number), .. more]);

    internal static (string Name, string Value)[] CardFields(string number) =>
        [
            ("customer_email", "jane@example.com"),
            ("country", "FR"),
            ("card_number", number),
            ("card_expiry", "12 / 35"),
            ("card_code", "123"),
        ];

    internal async Task<WebPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await SendAsync(HttpMethod.Post, path, content);
    }

    internal async Task<WebPage> SendAsync(HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, address)) { Content = content };
        using var response = await browser.SendAsync(request);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            );
        return new WebPage((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The status of a checkout as its seller sees it.</summary>
    internal async Task<string?> StatusAsync(Answer checkout) =>
        (await Api.GetAsync($"/v1/checkouts/{checkout.TextAt("/id")}")).Expect(200).TextAt("/status");

    /// <summary>Asserts what the provider's own books say of a checkout.</summary>
    internal async Task AssertChargesAsync(Answer checkout, params string[] outcomes)
    {
        var charges = (await Public.GetAsync($"/dev/charges?session_id={checkout.TextAt("/id")}")).Expect(200);
        Assert.Equal(
            outcomes,
            charges.At("/items").EnumerateArray().Select(item => item.GetProperty("outcome").GetString())
        );
    }

    private static Dictionary<string, string> FieldsOf(string html)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Inputs.Matches(html))
        {
            var tag = input.Value;
            var isTick = tag.Contains("type=\"checkbox\"", StringComparison.Ordinal);
            if (isTick && !tag.Contains(" checked", StringComparison.Ordinal))
            {
                continue;
            }

            fields[Attribute(tag, "name")] = WebUtility.HtmlDecode(Attribute(tag, "value"));
        }

        foreach (Match select in Selects.Matches(html))
        {
            var chosen = Chosen.Match(select.Value);
            fields[Attribute(select.Value, "name")] = chosen.Success ? chosen.Groups["value"].Value : "";
        }

        return fields;
    }

    private static string Attribute(string tag, string name)
    {
        var start = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        start += name.Length + 3;
        return tag[start..tag.IndexOf('"', start)];
    }

    [GeneratedRegex("<input [^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Inputs { get; }

    [GeneratedRegex("<select [^>]*>.*?</select>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Selects { get; }

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected>", RegexOptions.NonBacktracking)]
    private static partial Regex Chosen { get; }
}

/// <summary>What a browser got.</summary>
internal sealed record WebPage(int Status, IReadOnlyDictionary<string, string> Headers, string Html)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Location => Header("Location");

    /// <summary>This page, after a look at its status.</summary>
    public WebPage Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Html}");
        return this;
    }

    /// <summary>This page, which must say something.</summary>
    public WebPage Says(string text)
    {
        Assert.Contains(text, WebUtility.HtmlDecode(Html), StringComparison.Ordinal);
        return this;
    }

    /// <summary>This page, which must offer no payment.</summary>
    public WebPage OffersNoPayment()
    {
        Assert.DoesNotContain("<form", Html, StringComparison.Ordinal);
        return this;
    }
}
