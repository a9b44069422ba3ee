namespace Checkstand.Core.Organizations;

/// <summary>
/// An organization access token. Its secret is shown once, when it is made; what is kept is a keyed hash of it.
/// </summary>
public sealed record AccessToken
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whom it acts for.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>HMAC-SHA-256 of the token under a key of the vault's ring, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Comment { get; init; }

    /// <summary>What it may do, such as <c>checkouts:write</c>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it was last used, as far as that is stored; null when it never was. See <see cref="TokenUses"/>.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether it may be used at an instant.</summary>
    public bool IsGoodAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);
}
