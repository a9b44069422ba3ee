namespace Checkstand.Core.Merchants;

/// <summary>
/// The public half of a key with which a merchant's backend signs its bearer tokens (contract gr4vy section 4). The
/// private half is shown once, when the key is made, and never stored.
/// </summary>
public sealed record SigningKey
{
    /// <summary>RFC 7638 thumbprint of the public key: the <c>kid</c> of its tokens, 43 characters.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The same over coordinates without leading zero bytes, as older Go SDKs compute it; often equal.</summary>
    public required string UnpaddedThumbprint { get; init; }

    /// <summary>Fixed for the key; a token that names another one is refused.</summary>
    public required SigningAlgorithm Algorithm { get; init; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public required ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <summary>Its name for people, 1 to 200 characters.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The merchant accounts it may act for; empty means all.</summary>
    public required IReadOnlyList<MerchantAccountId> MerchantAccountIds { get; init; }

    /// <summary>When it was registered, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked, UTC; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When its name or its accounts were last changed, UTC; null when they never were.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it was deleted over the API: revoked, and not shown there any more.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether this key may act for a merchant account.</summary>
    public bool MayActFor(MerchantAccountId merchant) =>
        MerchantAccountIds.Count == 0 || MerchantAccountIds.Contains(merchant);

    /// <summary>Whether this key may act wherever a key for the given accounts may; none of them means all, as above.</summary>
    public bool Covers(IReadOnlyList<MerchantAccountId> accounts) =>
        MerchantAccountIds.Count == 0 || (accounts.Count > 0 && accounts.All(MayActFor));
}

/// <summary>How a key signs (RFC 7518 section 3.1).</summary>
public enum SigningAlgorithm
{
    /// <summary>ECDSA on P-521 with SHA-512.</summary>
    ES512,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512.</summary>
    RS512,
}
