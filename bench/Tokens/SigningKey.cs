using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Bench.Tokens;

/// <summary>The P-521 key of a sandbox, as <c>dev-credentials.json</c> holds it.</summary>
internal sealed record SigningKey(string PrivateKey, string KeyId)
{
    public static SigningKey Read(FileInfo credentials)
    {
        using var file = credentials.OpenRead();
        return JsonSerializer.Deserialize(file, TokensJson.Default.Credentials)!.Gr4vy;
    }

    public ECDsa Import()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(PrivateKey);
        return key;
    }
}

internal sealed record Credentials([property: JsonPropertyName("gr4vy")] SigningKey Gr4vy);

internal sealed record TokenHeader(string Alg, string Typ, string Kid);

internal sealed record TokenClaims(string Iss, long Iat, long Nbf, long Exp, string Jti, string[] Scopes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(TokenHeader))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class TokensJson : JsonSerializerContext;
