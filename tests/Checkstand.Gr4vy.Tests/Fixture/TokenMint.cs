using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Makes bearer tokens by hand from the private half of a key, so that every attack on them can be said.</summary>
internal sealed class TokenMint : IDisposable
{
    private readonly AsymmetricAlgorithm key;

    private TokenMint(AsymmetricAlgorithm key, string keyId)
    {
        this.key = key;
        KeyId = keyId;
    }

    public string KeyId { get; }

    private string Algorithm => key is RSA ? "RS512" : "ES512";

    /// <summary>Real seconds since 1970: what SDKs sign with and what the server compares with.</summary>
    public static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public static TokenMint Of(string privateKeyPem, string keyId)
    {
        AsymmetricAlgorithm pair = IsRsa(privateKeyPem) ? RSA.Create() : ECDsa.Create();
        pair.ImportFromPem(privateKeyPem);
        return new TokenMint(pair, keyId);
    }

    /// <summary>A signer that no server knows.</summary>
    public static TokenMint Stranger(string keyId) => new(ECDsa.Create(ECCurve.NamedCurves.nistP521), keyId);

    /// <summary>An Authorization header with a token as the SDKs make it: both wildcards unless scopes are given.</summary>
    public string Bearer(params string[] scopes) => $"Bearer {Token(scopes)}";

    /// <summary>A token as the SDKs make it (contract section 4.1), to be changed by <c>with</c>.</summary>
    public Jwt Token(params string[] scopes)
    {
        var now = Now;
        var granted = scopes is [] ? ["*.read", "*.write"] : scopes;
        return new Jwt
        {
            Header = new JsonObject
            {
                ["alg"] = Algorithm,
                ["typ"] = "JWT",
                ["kid"] = KeyId,
            }.ToJsonString(),
            Claims = new JsonObject
            {
                ["iss"] = "speakeasy-sdk/typescript 2.4.10 2.928.0 1.0.0 @gr4vy/sdk",
                ["iat"] = now,
                ["nbf"] = now,
                ["exp"] = now + 3600,
                ["jti"] = Guid.CreateVersion7().ToString(),
                ["scopes"] = new JsonArray([.. granted.Select(scope => (JsonNode)scope)]),
            }.ToJsonString(),
            Sign = Sign,
        };
    }

    /// <summary>The signature in JOSE form.</summary>
    public byte[] Sign(byte[] signed) => Sign(signed, HashAlgorithmName.SHA512);

    public byte[] Sign(byte[] signed, HashAlgorithmName hash) =>
        key is RSA rsa
            ? rsa.SignData(signed, hash, RSASignaturePadding.Pkcs1)
            : ((ECDsa)key).SignData(signed, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public byte[] SignDer(byte[] signed) =>
        ((ECDsa)key).SignData(signed, HashAlgorithmName.SHA512, DSASignatureFormat.Rfc3279DerSequence);

    public byte[] SignPss(byte[] signed) =>
        ((RSA)key).SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pss);

    /// <summary>The public half, as those who attack with it have it.</summary>
    public byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    public string PublicKeyPem => key.ExportSubjectPublicKeyInfoPem();

    public ECParameters PublicPoint => ((ECDsa)key).ExportParameters(false);

    public void Dispose() => key.Dispose();

    private static bool IsRsa(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
