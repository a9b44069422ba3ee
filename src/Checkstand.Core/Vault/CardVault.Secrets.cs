using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Core.Vault;

public sealed partial class CardVault
{
    /// <summary>Seals what signs the deliveries of a webhook endpoint, as cards are: a data key of its own, wrapped by the ring's.</summary>
    /// <param name="endpoint">The endpoint's id; the secret opens for no other.</param>
    /// <param name="secret">The text.</param>
    public SealedSecret SealSecret(Guid endpoint, string secret)
    {
        var owner = CardOwner.WebhookEndpoint(endpoint);
        var current = ring;
        var plain = Encoding.UTF8.GetBytes(secret);
        Span<byte> dataKey = stackalloc byte[KeyRing.KeyBytes];
        RandomNumberGenerator.Fill(dataKey);
        using var aes = new AesGcm(dataKey, TagBytes);
        try
        {
            return new SealedSecret
            {
                KeyId = current.ActiveKeyId,
                WrappedKey = Wrap(current, dataKey, owner),
                Secret = SealPart(aes, plain, owner, Part.Secret),
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Opens what signs the deliveries of a webhook endpoint.</summary>
    /// <exception cref="CryptographicException">The ciphertext was altered or belongs to another endpoint.</exception>
    /// <exception cref="KeyNotFoundException">The ring lacks the wrapping key.</exception>
    public string OpenSecret(Guid endpoint, SealedSecret secret)
    {
        var owner = CardOwner.WebhookEndpoint(endpoint);
        var dataKey = Unwrap(ring, secret.KeyId, secret.WrappedKey, owner);
        using var aes = new AesGcm(dataKey, TagBytes);
        var plain = OpenPart(aes, secret.Secret, owner, Part.Secret);
        try
        {
            return Encoding.UTF8.GetString(plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>The same secret with its data key wrapped by the ring's active key. The secret itself is not opened.</summary>
    public SealedSecret RewrapSecret(Guid endpoint, SealedSecret secret)
    {
        var owner = CardOwner.WebhookEndpoint(endpoint);
        var current = ring;
        var dataKey = Unwrap(current, secret.KeyId, secret.WrappedKey, owner);
        try
        {
            return new SealedSecret
            {
                KeyId = current.ActiveKeyId,
                WrappedKey = Wrap(current, dataKey, owner),
                Secret = secret.Secret,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }
}
