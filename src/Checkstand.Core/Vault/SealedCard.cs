namespace Checkstand.Core.Vault;

/// <summary>A card as the store keeps it: ciphertext only.</summary>
public sealed class SealedCard
{
    /// <summary>Length of <see cref="Code"/>, with or without a code in it, in bytes.</summary>
    public const int CodeBytes = CodeForm.Bytes + CardVault.TagBytes;

    /// <summary>Id of the key-encryption key that wraps <see cref="WrappedKey"/>.</summary>
    public required string KeyId { get; init; }

    /// <summary>The card's own data key, sealed under the key-encryption key.</summary>
    public required byte[] WrappedKey { get; init; }

    /// <summary>Number and expiry, sealed under the data key.</summary>
    public required byte[] Card { get; init; }

    /// <summary>
    /// The security code, or that there is none, sealed under the data key; null when it was wiped, and of a stored
    /// payment method, which never has one.
    /// </summary>
    public required byte[]? Code { get; init; }

    /// <summary>The same card, its code wiped.</summary>
    public SealedCard WithoutCode() =>
        new()
        {
            KeyId = KeyId,
            WrappedKey = WrappedKey,
            Card = Card,
            Code = null,
        };
}
