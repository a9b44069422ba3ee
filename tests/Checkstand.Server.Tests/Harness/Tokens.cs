using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Server.Tests.Harness;

/// <summary>Signs bearer tokens as the vendor's SDKs do (contract gr4vy section 4.1), with claims that a test may bend.</summary>
internal static class Tokens
{
    /// <summary>A token of a P-521 key that is good for an hour from now.</summary>
    public static string Sign(string privateKeyPem, string keyId)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return Sign(
            privateKeyPem,
            $$"""{"alg":"ES512","typ":"JWT","kid":"{{keyId}}"}""",
            $$"""{"iss":"tests","iat":{{now}},"nbf":{{now}},"exp":{{now + 3600}},"jti":"x","scopes":["*.read","*.write"]}"""
        );
    }

    public static string Sign(string privateKeyPem, string header, string claims)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(privateKeyPem);
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA512,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
