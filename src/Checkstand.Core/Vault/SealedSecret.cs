namespace Checkstand.Core.Vault;

/// <summary>A text that must be read again, such as what signs webhooks, as the store keeps it: ciphertext only.</summary>
public sealed class SealedSecret
{
    /// <summary>Id of the key-encryption key that wraps <see cref="WrappedKey"/>.</summary>
    public required string KeyId { get; init; }

    /// <summary>The secret's own data key, sealed under the key-encryption key.</summary>
    public required byte[] WrappedKey { get; init; }

    /// <summary>The UTF-8 of the text, sealed under the data key.</summary>
    public required byte[] Secret { get; init; }
}
