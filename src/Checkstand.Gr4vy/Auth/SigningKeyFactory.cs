using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Auth;

/// <summary>Makes and reads the keys that sign bearer tokens: P-521 for ES512, RSA of 2048 bits or more for RS512.</summary>
public static class SigningKeyFactory
{
    private const int RsaBitsMin = 2048;
    private const string P521 = "1.3.132.0.35";

    /// <summary>A fresh key pair.</summary>
    /// <returns>The key to register, and its private half as PKCS#8 PEM: shown once, never stored.</returns>
    public static (SigningKey Key, string PrivateKeyPem) Create(
        SigningAlgorithm algorithm,
        string displayName,
        IReadOnlyList<MerchantAccountId> merchants,
        DateTimeOffset now
    )
    {
        using AsymmetricAlgorithm pair =
            algorithm == SigningAlgorithm.ES512 ? ECDsa.Create(ECCurve.NamedCurves.nistP521) : RSA.Create(3072);
        return (Describe(pair, displayName, merchants, now), pair.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Reads a public or private key in PEM form; only its public half is kept.</summary>
    /// <exception cref="FormatException">No key, or one that can't sign these tokens. The message says which.</exception>
    public static SigningKey Read(
        string pem,
        string displayName,
        IReadOnlyList<MerchantAccountId> merchants,
        DateTimeOffset now
    )
    {
        if (TryImport(ECDsa.Create(), pem) is { } curve)
        {
            using (curve)
            {
                return curve.ExportParameters(false).Curve.Oid.Value == P521
                    ? Describe(curve, displayName, merchants, now)
                    : throw new FormatException("The key is not on the curve P-521, which ES512 needs.");
            }
        }

        if (TryImport(RSA.Create(), pem) is { } rsa)
        {
            using (rsa)
            {
                return rsa.KeySize >= RsaBitsMin
                    ? Describe(rsa, displayName, merchants, now)
                    : throw new FormatException(
                        $"The RSA key has {rsa.KeySize} bits; RS512 needs {RsaBitsMin} or more."
                    );
            }
        }

        throw new FormatException("The text holds no EC or RSA key in PEM form.");
    }

    private static T? TryImport<T>(T algorithm, string pem)
        where T : AsymmetricAlgorithm
    {
        try
        {
            algorithm.ImportFromPem(pem);
            return algorithm;
        }
        catch (Exception unfit) when (unfit is ArgumentException or CryptographicException)
        {
            // Not a key of this kind; the caller tries the next kind or says so.
            algorithm.Dispose();
            return null;
        }
    }

    private static SigningKey Describe(
        AsymmetricAlgorithm key,
        string displayName,
        IReadOnlyList<MerchantAccountId> merchants,
        DateTimeOffset now
    )
    {
        var (padded, unpadded) = key is ECDsa curve ? Thumbprints(curve) : Thumbprints((RSA)key);
        return new SigningKey
        {
            Thumbprint = padded,
            UnpaddedThumbprint = unpadded,
            Algorithm = key is ECDsa ? SigningAlgorithm.ES512 : SigningAlgorithm.RS512,
            PublicKey = key.ExportSubjectPublicKeyInfo(),
            DisplayName = displayName,
            MerchantAccountIds = merchants,
            CreatedAt = now,
        };
    }

    private static (string Padded, string Unpadded) Thumbprints(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return (
            Thumbprint(point.X!, point.Y!),
            Thumbprint(point.X.AsSpan().TrimStart((byte)0), point.Y.AsSpan().TrimStart((byte)0))
        );

        static string Thumbprint(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) =>
            Hash(
                $$"""{"crv":"P-521","kty":"EC","x":"{{Base64Url.EncodeToString(x)}}","y":"{{Base64Url.EncodeToString(y)}}"}"""
            );
    }

    private static (string Padded, string Unpadded) Thumbprints(RSA key)
    {
        var parameters = key.ExportParameters(false);
        var exponent = Base64Url.EncodeToString(parameters.Exponent);
        var modulus = Base64Url.EncodeToString(parameters.Modulus);
        var thumbprint = Hash($$"""{"e":"{{exponent}}","kty":"RSA","n":"{{modulus}}"}""");
        return (thumbprint, thumbprint);
    }

    private static string Hash(string jwk) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(jwk)));
}
