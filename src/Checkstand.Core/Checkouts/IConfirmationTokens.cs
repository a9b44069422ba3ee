using Checkstand.Core.Vault;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// The seam to whoever made the confirmation tokens that browsers send in place of a card: the sandbox's test provider
/// knows <c>ctoken_test_...</c>. A program without one knows no token.
/// </summary>
public interface IConfirmationTokens
{
    /// <summary>The card behind a token, which the caller disposes; null when the token is unknown.</summary>
    CardData? Open(string token);
}
