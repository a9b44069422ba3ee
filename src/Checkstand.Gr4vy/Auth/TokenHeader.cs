using System.Text.Json;

namespace Checkstand.Gr4vy.Auth;

/// <summary>The protected header of a bearer token: the two members that matter.</summary>
internal sealed record TokenHeader(string Algorithm, string KeyId)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>
    /// Reads the header; null when it names no algorithm or key, or asks for something that is not done here
    /// (RFC 7515 section 4.1.11: what is not understood and critical must be refused).
    /// </summary>
    public static TokenHeader? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || root.TryGetProperty("crit", out _)
                || root.TryGetProperty("zip", out _)
                || root.TryGetProperty("b64", out _)
                || (Text(root, "typ") is { } type && !type.Equals("JWT", StringComparison.OrdinalIgnoreCase))
                || Text(root, "alg") is not { } algorithm
                || Text(root, "kid") is not { } keyId
            )
            {
                return null;
            }

            return new TokenHeader(algorithm, keyId);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Not JSON, a name twice, or text that is no Unicode.
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
