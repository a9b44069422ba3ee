namespace Checkstand.Core.Merchants;

/// <summary>A tenant: its sessions, cards and fingerprints are apart from every other's.</summary>
/// <param name="Id">Its name on the wire.</param>
/// <param name="DisplayName">Its name for people, 1 to 255 characters.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record MerchantAccount(MerchantAccountId Id, string DisplayName, DateTimeOffset CreatedAt)
{
    /// <summary>When it was last changed, UTC; null when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
