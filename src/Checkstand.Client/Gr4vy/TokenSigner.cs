using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Client.Gr4vy;

/// <summary>Signs tokens with ES512 (RFC 7518 section 3.4). Holds a private key and shows nothing of it.</summary>
internal sealed class TokenSigner
{
    private const int KeyBits = 521;

    // An instance of ECDsa is for one thread at a time.
    private readonly object guard = new();
    private readonly ECDsa key;
    private readonly string header;

    /// <exception cref="ArgumentException">It is not the PEM of a private key on P-521.</exception>
    public TokenSigner(string privateKeyPem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(privateKeyPem);
        key = Import(privateKeyPem);
        KeyId = Thumbprint(key.ExportParameters(includePrivateParameters: false).Q);
        header = Base64Url.Encode(Encoding.UTF8.GetBytes($$"""{"alg":"ES512","typ":"JWT","kid":"{{KeyId}}"}"""));
    }

    /// <summary>The key's thumbprint, by which the server finds its public half.</summary>
    public string KeyId { get; }

    /// <summary>A token with these claims.</summary>
    /// <param name="claims">A JSON object in UTF-8.</param>
    public string Sign(ReadOnlySpan<byte> claims)
    {
        var signed = $"{header}.{Base64Url.Encode(claims)}";
        byte[] signature;
        lock (guard)
        {
            signature = key.SignData(
                Encoding.ASCII.GetBytes(signed),
                HashAlgorithmName.SHA512,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
        }

        return $"{signed}.{Base64Url.Encode(signature)}";
    }

    /// <summary>Nothing of the key.</summary>
    public override string ToString() => nameof(TokenSigner);

    private static ECDsa Import(string privateKeyPem)
    {
        var imported = ECDsa.Create();
        if (CanSign(imported, privateKeyPem) && imported.KeySize == KeyBits)
        {
            return imported;
        }

        imported.Dispose();
        throw new ArgumentException("It is not the PEM of a private key on P-521, for ES512.", nameof(privateKeyPem));
    }

    // Tells no cause, because its message may quote the text, which may be a key.
    private static bool CanSign(ECDsa imported, string privateKeyPem)
    {
        try
        {
            imported.ImportFromPem(privateKeyPem);
            imported.SignHash(new byte[SHA512.HashSizeInBytes]);
            return true;
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    // RFC 7638 section 3: the required members, by name, without spaces; coordinates have 66 bytes, zeros included.
    private static string Thumbprint(ECPoint point) =>
        Base64Url.Encode(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $$"""{"crv":"P-521","kty":"EC","x":"{{Base64Url.Encode(point.X)}}","y":"{{Base64Url.Encode(point.Y)}}"}"""
                )
            )
        );
}
