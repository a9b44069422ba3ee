using System.Collections.Concurrent;
using System.Security.Cryptography;
using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Auth;

/// <summary>
/// Checks signatures with keys that stay imported: importing a P-521 key costs twice as much as using it. Instances of
/// the framework's key types are not for two threads at once, so each key has a small pool.
/// </summary>
internal sealed class SignatureCheck
{
    // More than the threads that can verify at once on any machine this runs on; the rest would only hold memory.
    private const int PooledMax = 32;
    private const int Es512Bytes = 132;

    private readonly ConcurrentDictionary<string, ConcurrentBag<AsymmetricAlgorithm>> pools = new(
        StringComparer.Ordinal
    );

    /// <summary>Whether <paramref name="signature"/> is the key's over <paramref name="signed"/>.</summary>
    public bool Verify(SigningKey key, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        var pool = pools.GetOrAdd(key.Thumbprint, static _ => []);
        if (!pool.TryTake(out var imported))
        {
            imported = Import(key);
        }

        try
        {
            return imported switch
            {
                // JOSE signatures are r and s side by side (RFC 7518 section 3.4), never DER.
                ECDsa curve => signature.Length == Es512Bytes
                    && curve.VerifyData(
                        signed,
                        signature,
                        HashAlgorithmName.SHA512,
                        DSASignatureFormat.IeeeP1363FixedFieldConcatenation
                    ),
                RSA rsa => rsa.VerifyData(signed, signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
                _ => false,
            };
        }
        finally
        {
            if (pool.Count < PooledMax)
            {
                pool.Add(imported);
            }
            else
            {
                imported.Dispose();
            }
        }
    }

    private static AsymmetricAlgorithm Import(SigningKey key)
    {
        AsymmetricAlgorithm imported = key.Algorithm == SigningAlgorithm.ES512 ? ECDsa.Create() : RSA.Create();
        imported.ImportSubjectPublicKeyInfo(key.PublicKey.Span, out _);
        return imported;
    }
}
