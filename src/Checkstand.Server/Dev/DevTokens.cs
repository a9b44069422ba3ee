using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Server.Dev;

/// <summary>Signs bearer tokens with the sandbox's own key, so that a first call needs curl and nothing else.</summary>
internal sealed class DevTokens(DevCredentials credentials)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>A token with every scope. Its times are real, whatever the sandbox's clock says.</summary>
    public string Mint()
    {
        var now = TimeProvider.System.GetUtcNow();
        var issuedAt = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var expiresAt = (now + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var header = $$"""{"alg":"ES512","typ":"JWT","kid":"{{credentials.KeyId}}"}""";
        var times = $"""
            "iat":{issuedAt},"nbf":{issuedAt},"exp":{expiresAt}
            """;
        var claims =
            $$"""{"iss":"checkstand dev",{{times}},"jti":"{{Guid.CreateVersion7(now)}}","scopes":["*.read","*.write"]}""";
        var signed = $"{Encode(header)}.{Encode(claims)}";
        using var key = ECDsa.Create();
        key.ImportFromPem(credentials.PrivateKeyPem);
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA512,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
