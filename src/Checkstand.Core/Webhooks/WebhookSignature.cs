using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Core.Webhooks;

/// <summary>
/// The signature of Standard Webhooks, with the key that the vendor's SDKs take: the UTF-8 of the whole secret, its prefix
/// included (contract polar section 5).
/// </summary>
public static class WebhookSignature
{
    /// <summary>The value of <c>webhook-signature</c>: <c>v1,</c> and the base64 of HMAC-SHA-256 over <c>id.timestamp.body</c>.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>, Unix seconds.</param>
    /// <param name="body">The bytes that are sent.</param>
    public static string Of(string secret, Guid id, long timestamp, ReadOnlySpan<byte> body)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id:D}.{timestamp}.")));
        hmac.AppendData(body);
        CryptographicOperations.ZeroMemory(key);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }
}
