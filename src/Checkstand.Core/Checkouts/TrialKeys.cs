namespace Checkstand.Core.Checkouts;

/// <summary>
/// What a buyer who had a trial is known by, whatever customer they say they are (contract polar section 3.2): the mailbox
/// without the part that anybody can make up, and the card.
/// </summary>
public static class TrialKeys
{
    /// <summary>The keys of a buyer.</summary>
    /// <param name="email">The address of the mailbox.</param>
    /// <param name="cardFingerprint">The fingerprint of the card; null when there is none.</param>
    public static IReadOnlyList<string> Of(string email, string? cardFingerprint) =>
        cardFingerprint is null
            ? [$"email:{WithoutTag(email)}"]
            : [$"email:{WithoutTag(email)}", $"card:{cardFingerprint}"];

    // Mail to name+anything arrives at name.
    private static string WithoutTag(string email)
    {
        var lower = email.ToLowerInvariant();
        var at = lower.LastIndexOf('@');
        var plus = lower.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? lower[..plus] + lower[at..] : lower;
    }
}
