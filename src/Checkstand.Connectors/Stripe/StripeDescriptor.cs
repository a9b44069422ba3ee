namespace Checkstand.Connectors.Stripe;

/// <summary>
/// What a buyer's statement says after the account's own prefix (public reference, "Statement descriptors"). A payment
/// must not fail for it, so what Stripe would refuse is left out.
/// </summary>
internal static class StripeDescriptor
{
    // Prefix, asterisk, blank and suffix have 22 characters together; the prefix has up to 10.
    private const int LengthMax = 10;

    private const string Refused = "<>\\'\"*";

    /// <summary>The text for <c>statement_descriptor_suffix</c>; null when nothing usable is left.</summary>
    public static string? Suffix(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var usable = string.Concat(
            text.Where(character => char.IsBetween(character, ' ', '~') && !Refused.Contains(character))
        );
        var cut = usable.Trim();
        cut = cut[..Math.Min(cut.Length, LengthMax)].TrimEnd();
        return cut.Any(char.IsAsciiLetter) ? cut : null;
    }
}
