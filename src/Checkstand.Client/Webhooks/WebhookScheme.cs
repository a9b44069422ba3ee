using System.Text;

namespace Checkstand.Client.Webhooks;

/// <summary>Where a scheme puts what it signs, and what it signs with.</summary>
internal interface IWebhookScheme
{
    /// <summary>Keys of the secrets; one of them has signed.</summary>
    IReadOnlyList<byte[]> Keys { get; }

    /// <summary>The headers, read; null when one is missing.</summary>
    WebhookEnvelope? Read(Func<string, string?> header);
}

/// <summary>What the headers of a webhook say.</summary>
/// <param name="Id">Of the event; null when the scheme has none.</param>
/// <param name="Timestamp">Seconds since 1970, as they came.</param>
/// <param name="SignedBeforeBody">What is signed ahead of the body.</param>
/// <param name="Signatures">Those that can be read.</param>
internal sealed record WebhookEnvelope(
    string? Id,
    string Timestamp,
    string SignedBeforeBody,
    IReadOnlyList<byte[]> Signatures
)
{
    // While a secret is being replaced there are two. Each costs a comparison, so a header of thousands is cut.
    public const int SignaturesMax = 10;
}

/// <summary>Standard Webhooks 1.0, as the vendor uses it: contract polar section 5.</summary>
internal sealed class StandardWebhookScheme : IWebhookScheme
{
    private const string Prefix = "whsec_";
    private const string Version = "v1,";

    public StandardWebhookScheme(IEnumerable<string> secrets) => Keys = [.. secrets.SelectMany(KeysOf)];

    public IReadOnlyList<byte[]> Keys { get; }

    public WebhookEnvelope? Read(Func<string, string?> header)
    {
        var (id, timestamp, signatures) = (
            header("webhook-id"),
            header("webhook-timestamp"),
            header("webhook-signature")
        );
        return string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures)
            ? null
            : new WebhookEnvelope(
                id,
                timestamp,
                $"{id}.{timestamp}.",
                [
                    .. signatures
                        .Split(' ', WebhookEnvelope.SignaturesMax + 1)
                        .Take(WebhookEnvelope.SignaturesMax)
                        .Where(signature => signature.StartsWith(Version, StringComparison.Ordinal))
                        .Select(signature => Decode(signature[Version.Length..]))
                        .OfType<byte[]>(),
                ]
            );
    }

    private static byte[][] KeysOf(string secret)
    {
        var letters = Encoding.UTF8.GetBytes(secret);
        return
            secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Decode(secret[Prefix.Length..]) is { Length: > 0 } key
            ? [letters, key]
            : [letters];
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}

/// <summary>The Gr4vy scheme: hexadecimal HMACs of <c>timestamp.body</c>, separated by commas; contract gr4vy section 6.8.</summary>
internal sealed class Gr4vyWebhookScheme(IEnumerable<string> secrets) : IWebhookScheme
{
    public IReadOnlyList<byte[]> Keys { get; } = [.. secrets.Select(Encoding.UTF8.GetBytes)];

    public WebhookEnvelope? Read(Func<string, string?> header)
    {
        var timestamp = header("x-gr4vy-timestamp") ?? header("x-gr4vy-webhook-timestamp");
        var signatures = header("x-gr4vy-signature") ?? header("x-gr4vy-webhook-signatures");
        return string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures)
            ? null
            : new WebhookEnvelope(
                null,
                timestamp,
                $"{timestamp}.",
                [
                    .. signatures
                        .Split(',', WebhookEnvelope.SignaturesMax + 1)
                        .Take(WebhookEnvelope.SignaturesMax)
                        .Select(signature => Decode(signature.Trim()))
                        .OfType<byte[]>(),
                ]
            );
    }

    private static byte[]? Decode(string hex) =>
        hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
}
