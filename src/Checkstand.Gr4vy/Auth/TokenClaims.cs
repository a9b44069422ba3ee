using System.Globalization;
using System.Text.Json;

namespace Checkstand.Gr4vy.Auth;

/// <summary>What a bearer token says (contract section 4.1). Times are Unix seconds.</summary>
internal sealed record TokenClaims(
    double ExpiresAt,
    double? NotBefore,
    double? IssuedAt,
    IReadOnlyList<string> Scopes,
    string? CheckoutSessionId
)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads the payload of a token; null when it is not what a token holds.</summary>
    public static TokenClaims? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !TryTime(root, "exp", out var expiresAt)
                || expiresAt is null
                || !TryTime(root, "nbf", out var notBefore)
                || !TryTime(root, "iat", out var issuedAt)
                || !TryScopes(root, out var scopes)
            )
            {
                return null;
            }

            return new TokenClaims(expiresAt.Value, notBefore, issuedAt, scopes, Text(root, "checkout_session_id"));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Not JSON, a name twice, or text that is no Unicode: no token of any SDK.
            return null;
        }
    }

    // SDKs differ: integers, fractions, and (C# before 2026) numbers as strings.
    private static bool TryTime(JsonElement root, string name, out double? seconds)
    {
        seconds = null;
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        var isNumber = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out var number) && Set(number, out seconds),
            JsonValueKind.String => double.TryParse(
                value.GetString(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            ) && Set(number, out seconds),
            _ => false,
        };
        return isNumber && double.IsFinite(seconds!.Value);
    }

    private static bool Set(double number, out double? seconds)
    {
        seconds = number;
        return true;
    }

    private static bool TryScopes(JsonElement root, out IReadOnlyList<string> scopes)
    {
        scopes = [];
        if (!root.TryGetProperty("scopes", out var value))
        {
            return true;
        }

        if (
            value.ValueKind != JsonValueKind.Array
            || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)
        )
        {
            return false;
        }

        scopes = [.. value.EnumerateArray().Select(item => item.GetString()!)];
        return true;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
