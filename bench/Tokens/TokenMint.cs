using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Checkstand.Bench.Tokens;

/// <summary>Signs tokens as the vendor's SDKs do: ES512, the claims of <c>withToken</c>, a new id in each.</summary>
internal static class TokenMint
{
    private static readonly string[] Scopes = ["*.read", "*.write"];

    public static string[] Mint(SigningKey key, int count, TimeSpan lifetime)
    {
        var header = Encode(
            JsonSerializer.SerializeToUtf8Bytes(new("ES512", "JWT", key.KeyId), TokensJson.Default.TokenHeader)
        );
        var now = TimeProvider.System.GetUtcNow();
        var tokens = new string[count];
        // A signature costs about a millisecond: every core signs, each with a key object of its own.
        Parallel.For(
            0,
            count,
            key.Import,
            (index, _, signer) =>
            {
                tokens[index] = Sign(signer, header, now, lifetime);
                return signer;
            },
            signer => signer.Dispose()
        );
        return tokens;
    }

    private static string Sign(ECDsa signer, string header, DateTimeOffset now, TimeSpan lifetime)
    {
        var issued = now.ToUnixTimeSeconds();
        var claims = new TokenClaims(
            "checkstand-bench",
            issued,
            issued,
            (now + lifetime).ToUnixTimeSeconds(),
            RandomNumberGenerator.GetHexString(32, lowercase: true),
            Scopes
        );
        var signed = $"{header}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims, TokensJson.Default.TokenClaims))}";
        var signature = signer.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA512,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return $"{signed}.{Encode(signature)}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
