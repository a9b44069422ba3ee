using System.Text.RegularExpressions;

namespace Checkstand.Connectors.Tests.Stripe;

/// <summary>What Stripe takes, by its public API reference: paths, and the fields of each. What is not listed it refuses.</summary>
internal static partial class StripeRules
{
    private static readonly string[] OfCreate =
    [
        "amount!",
        "currency!",
        "confirm",
        "capture_method",
        "payment_method_types[]",
        "payment_method_data[type]!",
        "payment_method_data[card][number]!",
        "payment_method_data[card][exp_month]!",
        "payment_method_data[card][exp_year]!",
        "payment_method_data[card][cvc]",
        "payment_method_data[billing_details][address][postal_code]",
        "payment_method_data[billing_details][address][country]",
        "statement_descriptor_suffix",
        "return_url",
        "off_session",
        "expand[]",
    ];

    private static readonly Dictionary<string, string[]> Endpoints = new(StringComparer.Ordinal)
    {
        ["POST /v1/payment_intents"] = OfCreate,
        ["POST /v1/payment_intents/:id"] = ["expand[]"],
        ["POST /v1/payment_intents/:id/capture"] = ["amount_to_capture", "final_capture", "expand[]"],
        ["POST /v1/payment_intents/:id/cancel"] = ["cancellation_reason", "expand[]"],
        ["POST /v1/refunds"] = ["payment_intent!", "amount", "reason", "expand[]"],
        ["GET /v1/payment_intents"] =
        [
            "created[gte]",
            "created[gt]",
            "created[lte]",
            "created[lt]",
            "limit",
            "starting_after",
            "expand[]",
        ],
        ["GET /v1/payment_intents/:id"] = ["expand[]"],
        ["GET /v1/refunds"] = ["payment_intent", "created[gte]", "created[lt]", "limit", "starting_after", "expand[]"],
    };

    /// <summary>What Stripe would say against a request; null when nothing.</summary>
    public static string? Refusal(StripeCall call)
    {
        var endpoint = $"{call.Method} {Id.Replace(call.Path, "/:id")}";
        if (!Endpoints.TryGetValue(endpoint, out var known))
        {
            return $"Unrecognized request URL ({endpoint})";
        }

        if (call.Header("Authorization") != $"Bearer {StripeTest.Key}")
        {
            return "Invalid API Key provided";
        }

        if (call.Method == "POST" && call.Header("Content-Type") != "application/x-www-form-urlencoded")
        {
            return $"Unsupported content type {call.Header("Content-Type")}";
        }

        // A cancellation takes no metadata; the other requests do.
        var takesMetadata = call.Method == "POST" && !call.Path.EndsWith("/cancel", StringComparison.Ordinal);
        return call.Fields.Select(field => field.Key)
                .Where(name => !name.EndsWith("[]", StringComparison.Ordinal))
                .GroupBy(name => name)
                .Where(group => group.Count() > 1)
                .Select(group => $"Given twice: {group.Key}")
                .FirstOrDefault()
            ?? known
                .Where(name => name.EndsWith('!') && call.Field(name[..^1]) is null)
                .Select(name => $"Missing required param: {name[..^1]}")
                .FirstOrDefault()
            ?? call.Fields.Select(field => RefusalOf(field, known, takesMetadata))
                .FirstOrDefault(refusal => refusal is not null);
    }

    [GeneratedRegex("(?<=/v1/[a-z_]+)/[A-Za-z0-9_]+(?=/|$)")]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"^metadata\[([^\[\]]{1,40})\]$")]
    private static partial Regex MetadataName { get; }

    private static string? RefusalOf(KeyValuePair<string, string> field, string[] known, bool takesMetadata)
    {
        var (name, value) = field;
        if (takesMetadata && MetadataName.IsMatch(name))
        {
            return value.Length is >= 1 and <= 500 ? null : $"Metadata values can have up to 500 characters: {name}";
        }

        if (!known.Contains(name) && !known.Contains(name + "!"))
        {
            return $"Received unknown parameter: {name}";
        }

        var isGood = name switch
        {
            "amount" or "amount_to_capture" => Regex.IsMatch(value, "^[1-9][0-9]{0,10}$"),
            "currency" => Regex.IsMatch(value, "^[a-z]{3}$"),
            "confirm" or "off_session" or "final_capture" => value is "true" or "false",
            "capture_method" => value is "automatic" or "automatic_async" or "manual",
            "payment_method_types[]" or "payment_method_data[type]" => value == "card",
            "payment_method_data[card][number]" => Regex.IsMatch(value, "^[0-9]{13,19}$"),
            "payment_method_data[card][exp_month]" => Regex.IsMatch(value, "^([1-9]|1[0-2])$"),
            "payment_method_data[card][exp_year]" => Regex.IsMatch(value, "^([0-9]{2}|[0-9]{4})$"),
            "payment_method_data[card][cvc]" => Regex.IsMatch(value, "^[0-9]{3,4}$"),
            "statement_descriptor_suffix" => Regex.IsMatch(value, @"^(?=.*[A-Za-z])[^<>\\'""*]{1,20}$"),
            "reason" => value is "duplicate" or "fraudulent" or "requested_by_customer",
            "limit" => int.TryParse(value, out var limit) && limit is >= 1 and <= 100,
            "return_url" => Uri.TryCreate(value, UriKind.Absolute, out _),
            _ => value.Length > 0,
        };
        return isGood ? null : $"Invalid {name}";
    }
}
