using System.Globalization;
using System.Text;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Vault;

namespace Checkstand.TestProvider;

/// <summary>
/// The confirmation tokens that stand for the published test cards (docs/reference/test-provider.md): what a browser sends
/// in place of a card. A token names an outcome, so it can be used again and again.
/// </summary>
/// <param name="clock">The service's clock: the cards behind the tokens are good for years by it.</param>
public sealed class TestConfirmationTokens(TimeProvider clock) : IConfirmationTokens
{
    private const string Prefix = "ctoken_test_";
    private const int YearsGood = 4;

    /// <inheritdoc/>
    public CardData? Open(string token) =>
        token.StartsWith(Prefix, StringComparison.Ordinal) && NumberOf(token.AsSpan(Prefix.Length)) is { } number
            ? new CardData(
                new CardNumber(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
                new CardExpiry(Encoding.ASCII.GetBytes($"12/{(clock.GetUtcNow().Year + YearsGood) % 100:00}")),
                new SecurityCode("123"u8)
            )
            : null;

    private static ulong? NumberOf(ReadOnlySpan<char> outcome) =>
        outcome switch
        {
            "approve" => 4242_4242_4242_4242,
            "decline" => 4000_0000_0000_0002,
            "decline_insufficient_funds" => 4000_0000_0000_9995,
            "decline_expired_card" => 4000_0000_0000_0069,
            "decline_incorrect_cvc" => 4000_0000_0000_0127,
            "error" => 4000_0000_0000_0119,
            "requires_action" => 4000_0027_6000_3184,
            "timeout_charged" => 4000_0000_0000_0341,
            "timeout_not_charged" => 4000_0000_0000_3220,
            "late_success" => 4000_0000_0000_0077,
            "late_failure" => 4000_0000_0000_3725,
            _ => null,
        };
}
