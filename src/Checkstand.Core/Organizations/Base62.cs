namespace Checkstand.Core.Organizations;

/// <summary>Numbers in the digits <c>0-9A-Za-z</c>, padded with zeros in front: the order of texts is that of numbers.</summary>
internal static class Base62
{
    public const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Fills the text with the digits of a number that is less than 62 to the power of its length.</summary>
    public static void Write(Span<char> text, ulong number)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(number % 62)];
            number /= 62;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote, at most ten digits; false for any other character.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out ulong number)
    {
        number = 0;
        foreach (var character in text)
        {
            var digit = character switch
            {
                >= '0' and <= '9' => character - '0',
                >= 'A' and <= 'Z' => character - 'A' + 10,
                >= 'a' and <= 'z' => character - 'a' + 36,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            number = (number * 62) + (ulong)digit;
        }

        return true;
    }
}
