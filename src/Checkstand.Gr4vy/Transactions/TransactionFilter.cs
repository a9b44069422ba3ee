using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>The filters of <c>GET /transactions</c> (contract section 6.4).</summary>
internal static class TransactionFilter
{
    // What this server never has; asking for it finds nothing, asking for its absence finds everything.
    private static readonly string[] NeverTrue =
    [
        "pending_review",
        "has_gift_card_redemptions",
        "has_settlements",
        "disputed",
    ];

    private static readonly string[] NeverSet =
    [
        "payment_link_id",
        "gift_card_id",
        "gift_card_last4",
        "reauthorized_from_transaction_id",
        "payment_method_country",
        "ip_address",
    ];

    /// <summary>Reads the filters; null when they say something that no transaction here can have.</summary>
    public static PaymentFilter? Read(CheckedObject query)
    {
        if (
            NeverTrue.Any(name => query.Boolean(name) == true)
            || NeverSet.Any(query.Has)
            || (query.Texts("method") is { Count: > 0 } methods && !methods.Contains("card"))
        )
        {
            return null;
        }

        var exact = query.Integer("amount_eq");
        var schemes = query.Texts("payment_method_scheme");
        var filter = new PaymentFilter
        {
            Id = query.Id("id") is { } id ? new PaymentId(id) : null,
            CheckoutId = query.Id("checkout_session_id"),
            ExternalIdentifier = query.Text("external_identifier"),
            BuyerId = query.Id("buyer_id"),
            Statuses = [.. query.Texts("status").Select(TransactionWords.StatusOf)],
            Currencies = query.Texts("currency"),
            Countries = query.Texts("country"),
            PaymentServiceIds = [.. query.Texts("payment_service_id").Select(Guid.Parse)],
            ErrorCodes = query.Texts("error_code"),
            Schemes = [.. Enum.GetValues<CardScheme>().Where(scheme => schemes.Contains(Enums.SchemeName(scheme)))],
            ProviderReference = query.Text("payment_service_transaction_id"),
            StoredMethodId = query.Id("payment_method_id"),
            LastFour = query.Text("payment_method_label"),
            Bin = query.Text("payment_method_bin"),
            Fingerprint = query.Text("payment_method_fingerprint"),
            MinorUnitsMin = Larger(exact, query.Integer("amount_gte")),
            MinorUnitsMax = -Larger(-exact, -query.Integer("amount_lte")),
            HasRefunds = query.Boolean("has_refunds"),
            IsMerchantInitiated = query.Boolean("merchant_initiated"),
            CreatedFrom = query.Instant("created_at_gte"),
            CreatedUntil = query.Instant("created_at_lte"),
            UpdatedFrom = query.Instant("updated_at_gte"),
            UpdatedUntil = query.Instant("updated_at_lte"),
            Also = ReadRest(query),
        };
        return schemes.Count > 0 && filter.Schemes.Count == 0 ? null : filter;
    }

    // All that is said must hold, so of two bounds the narrower.
    private static long? Larger(long? one, long? other) => one > other ? one : other ?? one;

    private static Func<Payment, bool>? ReadRest(CheckedObject query)
    {
        List<Func<Payment, JsonElement, bool>> wanted = [];
        if (query.Text("reconciliation_id") is { } reconciliation)
        {
            wanted.Add((payment, _) => ReconciliationId.Of(payment.Id.Value) == reconciliation);
        }

        if (query.Boolean("used_3ds") is { } challenged)
        {
            wanted.Add((payment, _) => payment.Authorization.ApprovalUrl is not null == challenged);
        }

        // Of the buyer that an answer shows: a stored one, one that was named, or a guest.
        if (query.Text("buyer_external_identifier") is { } buyer)
        {
            wanted.Add(
                (payment, said) =>
                    (payment.Order.BuyerExternalIdentifier ?? Text(Member(said, "buyer"), "external_identifier"))
                    == buyer
            );
        }

        if (query.Text("search") is { } search)
        {
            wanted.Add((payment, said) => Texts(payment, said).Any(text => Contains(text, search)));
        }

        foreach (var words in query.Texts("buyer_search"))
        {
            wanted.Add((payment, said) => BuyerTexts(payment, said).Any(text => Contains(text, words)));
        }

        if (query.Texts("payment_source") is { Count: > 0 } sources)
        {
            wanted.Add((_, said) => sources.Contains(Text(said, "payment_source") ?? "ecommerce"));
        }

        if (query.Boolean("is_subsequent_payment") is { } subsequent)
        {
            wanted.Add(
                (_, said) => Member(said, "is_subsequent_payment").ValueKind == JsonValueKind.True == subsequent
            );
        }

        if (query.Texts("metadata") is { Count: > 0 } pairs)
        {
            var metadata = pairs.Select(JsonPairs).ToList();
            wanted.Add((_, said) => metadata.All(pair => Holds(Member(said, "metadata"), pair)));
        }

        if (query.Text("buyer_email_address") is { } email)
        {
            wanted.Add((_, said) => string.Equals(Email(said), email, StringComparison.OrdinalIgnoreCase));
        }

        if (wanted.Count == 0)
        {
            return null;
        }

        return payment =>
        {
            // A checkout of the other dialect says nothing in this one's words.
            using var parsed = payment.Order.Said.IsPresent ? JsonDocument.Parse(payment.Order.Said.Utf8) : null;
            var said = parsed?.RootElement ?? default;
            return wanted.TrueForAll(asks => asks(payment, said));
        };
    }

    private static IEnumerable<string?> Texts(Payment payment, JsonElement said) =>
        [
            payment.Id.ToString(),
            payment.Order.ExternalIdentifier,
            payment.CheckoutId?.ToString(),
            payment.Authorization.Reference,
            payment.Card.Display.LastFour,
            .. BuyerTexts(payment, said),
        ];

    // Names, addresses and numbers alike, at any depth.
    private static IEnumerable<string?> BuyerTexts(Payment payment, JsonElement said) =>
        [payment.Order.BuyerId?.ToString(), payment.Order.BuyerExternalIdentifier, .. TextsIn(Member(said, "buyer"))];

    private static IEnumerable<string?> TextsIn(JsonElement part) =>
        part.ValueKind switch
        {
            JsonValueKind.String => [part.GetString()],
            JsonValueKind.Object => part.EnumerateObject().SelectMany(member => TextsIn(member.Value)),
            _ => [],
        };

    private static string? Email(JsonElement said) =>
        Text(Member(Member(said, "buyer"), "billing_details"), "email_address");

    private static bool Contains(string? text, string part) =>
        text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    // A value of the parameter is a JSON object whose pairs must all be there, as the vendor's documents write it.
    private static Dictionary<string, string> JsonPairs(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, TextList.Default.DictionaryStringString) ?? [];
        }
        catch (JsonException)
        {
            // Anything else is taken as the value of a key that nobody can have.
            return new Dictionary<string, string>(StringComparer.Ordinal) { ["\0"] = text };
        }
    }

    private static bool Holds(JsonElement metadata, Dictionary<string, string> pairs) =>
        pairs.All(pair => Text(metadata, pair.Key) == pair.Value);

    private static JsonElement Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
