using System.Buffers;

namespace Checkstand.Wire.Shapes;

/// <summary>
/// A form of text: the regular expression that the contract publishes, and a matcher over UTF-8 that decides the same.
/// Regular expressions would need every string as UTF-16 first; a property test holds the two against each other.
/// </summary>
/// <param name="Expression">As published; <c>$</c> means the end of the text and <c>\d</c> an ASCII digit.</param>
/// <param name="Matches">Decides for the whole text.</param>
public sealed record TextPattern(string Expression, Func<ReadOnlySpan<byte>, bool> Matches)
{
    private static readonly SearchValues<byte> UpperOrDigit = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8
    );

    private static readonly SearchValues<byte> LetterDigitOrDash = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8
    );

    /// <summary>ISO 4217 currency code.</summary>
    public static readonly TextPattern Currency = new("^[A-Z]{3}$", static text => text.Length == 3 && IsUpper(text));

    /// <summary>ISO 3166-1 alpha-2 country code.</summary>
    public static readonly TextPattern Country = new("^[A-Z]{2}$", static text => text.Length == 2 && IsUpper(text));

    /// <summary>ISO 3166-2 subdivision code.</summary>
    public static readonly TextPattern Subdivision = new(
        "^[A-Z]{2}-[A-Z0-9]{1,3}$",
        static text =>
            text.Length is >= 4 and <= 6
            && text[2] == (byte)'-'
            && IsUpper(text[..2])
            && !text[3..].ContainsAnyExcept(UpperOrDigit)
    );

    /// <summary>Telephone number, ITU-T E.164.</summary>
    public static readonly TextPattern Phone = new(
        @"^\+[1-9]\d{1,14}$",
        static text =>
            text.Length is >= 3 and <= 16 && text[0] == (byte)'+' && text[1] != (byte)'0' && IsDigits(text[1..])
    );

    /// <summary>Digits only.</summary>
    public static readonly TextPattern Digits = new(@"^\d+$", static text => text.Length > 0 && IsDigits(text));

    /// <summary>ASCII letters, digits and dashes.</summary>
    public static readonly TextPattern LettersDigitsDashes = new(
        "^[a-zA-Z0-9-]+$",
        static text => text.Length > 0 && !text.ContainsAnyExcept(LetterDigitOrDash)
    );

    /// <summary>Card expiry, <c>MM/YY</c>.</summary>
    public static readonly TextPattern CardExpiry = new(
        @"^\d{2}/\d{2}$",
        static text => text.Length == 5 && text[2] == (byte)'/' && IsDigits(text[..2]) && IsDigits(text[3..])
    );

    /// <summary>Electronic commerce indicator of 3-D Secure.</summary>
    public static readonly TextPattern Eci = new(
        @"^0?\d$",
        static text =>
            text.Length switch
            {
                1 => IsDigits(text),
                2 => text[0] == (byte)'0' && IsDigits(text[1..]),
                _ => false,
            }
    );

    /// <summary>Version of 3-D Secure: 1 or 2 with up to two more numbers.</summary>
    public static readonly TextPattern ThreeDSecureVersion = new(@"^[12](\.\d+){0,2}$", IsThreeDSecureVersion);

    private static bool IsThreeDSecureVersion(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)'1' or (byte)'2'))
        {
            return false;
        }

        var rest = text[1..];
        for (var i = 0; i < 2 && !rest.IsEmpty; i++)
        {
            if (rest[0] != (byte)'.')
            {
                return false;
            }

            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            digits = digits < 0 ? rest.Length - 1 : digits;
            if (digits == 0)
            {
                return false;
            }

            rest = rest[(1 + digits)..];
        }

        return rest.IsEmpty;
    }

    private static bool IsUpper(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'A', (byte)'Z');

    private static bool IsDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
