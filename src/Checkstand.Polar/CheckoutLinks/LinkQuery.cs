using System.Globalization;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary>What the address of a link that is followed says (contract section 1.5). What is not in order says nothing.</summary>
internal static class LinkQuery
{
    private const string EmbedOrigin = "embed_origin";
    private const string AnswerStart = "custom_field_data.";
    private const int NameLengthMax = 256;
    private const int MetadataLengthMax = 500;

    // An address has room for no more that anybody means.
    private const int AnswersMax = 50;

    private static readonly string[] Prefilled =
    [
        "product_id",
        "amount",
        "customer_email",
        "customer_name",
        "discount_code",
        "locale",
        EmbedOrigin,
    ];

    private static readonly string[] MetadataKeys =
    [
        "reference_id",
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "utm_term",
        "utm_content",
    ];

    public static LinkPrefill Read(IQueryCollection query) =>
        new()
        {
            ProductId = Guid.TryParse(Text(query, "product_id"), out var id) ? id : null,
            MinorUnits = AmountOf(Text(query, "amount")),
            Email = Text(query, "customer_email") is { } email ? EmailAddresses.Normalize(email) : null,
            Name = Text(query, "customer_name") is { Length: <= NameLengthMax } name ? name : null,
            DiscountCode = Text(query, "discount_code"),
            Locale = Text(query, "locale") is { } locale ? Locales.Normalize(locale) : null,
            Answers = query
                .Where(pair => pair.Key.StartsWith(AnswerStart, StringComparison.Ordinal))
                .Take(AnswersMax)
                .Select(pair => (Slug: pair.Key[AnswerStart.Length..], Text: Text(query, pair.Key)))
                .Where(answer => answer.Text is not null)
                .ToDictionary(answer => answer.Slug, answer => answer.Text!, StringComparer.Ordinal),
            Metadata = MetadataOf(query),
            EmbedOrigin = Text(query, EmbedOrigin) is { } origin ? OriginOf(origin) : null,
        };

    /// <summary>The address of the page with everything that is still meant for it, such as <c>embed</c> and <c>theme</c>.</summary>
    public static string Onward(string page, IQueryCollection query) =>
        QueryHelpers.AddQueryString(
            page,
            query.Where(pair =>
                !Prefilled.Contains(pair.Key) && !pair.Key.StartsWith(AnswerStart, StringComparison.Ordinal)
            )
        );

    private static string? Text(IQueryCollection query, string name) =>
        query[name] is [.., { } text]
        && !string.IsNullOrWhiteSpace(text)
        && !text.Contains('\0', StringComparison.Ordinal)
            ? text.Trim()
            : null;

    // Whole minor units; a fraction is cut off, as upstream does.
    private static long? AmountOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount < long.MaxValue
            ? (long)amount
            : null;

    // Scheme, host and port; what is no origin can't be told to a page, and is not among those that are allowed.
    private static string OriginOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Host.Length > 0
            ? $"{page.Scheme}://{page.Authority}"
            : text;

    private static JsonText MetadataOf(IQueryCollection query)
    {
        var said = MetadataKeys
            .Select(key => (Key: key, Text: Text(query, key)))
            .Where(pair => pair.Text is { Length: <= MetadataLengthMax })
            .ToList();
        if (said.Count == 0)
        {
            return default;
        }

        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in said)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        return new JsonText(text.ToArray());
    }
}
