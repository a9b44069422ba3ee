using Checkstand.Core.Vault;

namespace Checkstand.Page;

/// <summary>
/// Finds the number of a card where it does not belong: typed into a wrong field by a buyer, or filled in there by a
/// browser. What stands in other fields is stored, shown again and told to the seller, which a card's number must not be.
/// </summary>
internal static class StrayCard
{
    private const int AmexLength = 15;
    private const int LengthMax = 19;

    /// <summary>Whether a text has a card's number in it, in one piece or in groups.</summary>
    /// <param name="typed">UTF-8.</param>
    /// <param name="isTaxId">Whether it should be a tax id; some have as many digits as cards of American Express.</param>
    public static bool IsIn(ReadOnlySpan<byte> typed, bool isTaxId)
    {
        for (var start = 0; start < typed.Length; start++)
        {
            // From the middle of a long row of digits some part is right by chance.
            if (IsDigit(typed[start]) && (start == 0 || !IsDigit(typed[start - 1])) && Begins(typed[start..], isTaxId))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> typed, bool isTaxId)
    {
        Span<byte> digits = stackalloc byte[LengthMax];
        var count = 0;
        var isFound = false;
        for (var at = 0; at < typed.Length && !isFound; at++)
        {
            var endsGroup = at + 1 == typed.Length || !IsDigit(typed[at + 1]);
            if (IsDigit(typed[at]))
            {
                if (count == LengthMax)
                {
                    break;
                }

                digits[count++] = typed[at];
                isFound = endsGroup && IsCard(digits[..count], isTaxId);
            }
            else if (endsGroup || typed[at] is not ((byte)' ' or (byte)'-' or (byte)'.'))
            {
                break;
            }
        }

        digits.Clear();
        return isFound;
    }

    // Shorter numbers are telephone numbers more often than cards, and one in ten has the right check digit by chance.
    private static bool IsCard(ReadOnlySpan<byte> digits, bool isTaxId) =>
        digits.Length switch
        {
            AmexLength => !isTaxId && CardSchemes.Of(digits) is CardScheme.Amex,
            16 or LengthMax => CardSchemes.Of(digits) is not (CardScheme.Other or CardScheme.Uatp),
            _ => false,
        } && TypedCard.IsCheckDigitRight(digits);

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';
}
