using System.Security.Cryptography;
using Checkstand.Core;
using Checkstand.Core.Vault;

namespace Checkstand.Page;

/// <summary>
/// What a buyer typed into the card's fields, as bytes that are wiped: it is never made text, kept, shown again or logged.
/// </summary>
internal sealed class TypedCard : IDisposable
{
    /// <summary>Names of the fields.</summary>
    public const string NumberField = "card_number";
    public const string ExpiryField = "card_expiry";
    public const string CodeField = "card_code";

    // A number has at most 19 digits, with a space between any two.
    private const int TypedMax = 64;

    private readonly byte[] number = new byte[TypedMax];
    private readonly byte[] expiry = new byte[TypedMax];
    private readonly byte[] code = new byte[TypedMax];
    private int numberLength;
    private int expiryLength;
    private int codeLength;

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => numberLength == 0 && expiryLength == 0 && codeLength == 0;

    /// <summary>Whether a field of the form is one of the card's.</summary>
    public static bool IsFieldOf(string name) => name is NumberField or ExpiryField or CodeField;

    /// <summary>Takes what was typed into a field: its characters without spaces and dashes.</summary>
    public void Take(string field, ReadOnlySpan<byte> typed)
    {
        switch (field)
        {
            case NumberField:
                numberLength = Copy(typed, number);
                break;
            case ExpiryField:
                expiryLength = Copy(typed, expiry);
                break;
            default:
                codeLength = Copy(typed, code);
                break;
        }
    }

    /// <summary>The card, which the caller disposes; or what is wrong, each with its field.</summary>
    public (CardData? Card, IReadOnlyList<FieldProblem> Problems) Read(DateTimeOffset now)
    {
        var problems = new List<FieldProblem>();
        var digits = number.AsSpan(0, numberLength);
        if (digits.IsEmpty)
        {
            problems.Add(FieldProblem.Of(NumberField, "Enter your card number.", "missing"));
        }
        else if (!IsCardNumber(digits))
        {
            problems.Add(FieldProblem.Of(NumberField, "Check the card number: it has a typing mistake."));
        }

        Span<byte> monthAndYear = stackalloc byte[5];
        if (expiryLength == 0)
        {
            problems.Add(FieldProblem.Of(ExpiryField, "Enter the expiry date of your card.", "missing"));
        }
        else if (!TryReadExpiry(expiry.AsSpan(0, expiryLength), monthAndYear))
        {
            problems.Add(FieldProblem.Of(ExpiryField, "Enter the expiry date as month and year, such as 09 / 30."));
        }
        else if (IsOver(monthAndYear, now))
        {
            problems.Add(FieldProblem.Of(ExpiryField, "This card has expired. Use another card."));
        }

        var secret = code.AsSpan(0, codeLength);
        if (secret.IsEmpty)
        {
            problems.Add(FieldProblem.Of(CodeField, "Enter the security code of your card.", "missing"));
        }
        else if (secret.Length is < 3 or > 4 || secret.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            problems.Add(FieldProblem.Of(CodeField, "The security code has 3 digits, or 4 on American Express."));
        }

        return problems.Count > 0
            ? (null, problems)
            : (new CardData(new CardNumber(digits), new CardExpiry(monthAndYear), new SecurityCode(secret)), problems);
    }

    /// <summary>Whether the last of some digits follows from the others (ISO/IEC 7812-1 annex B).</summary>
    public static bool IsCheckDigitRight(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var doubled = digit * 2;
            sum +=
                (i & 1) == 0 ? digit
                : doubled > 9 ? doubled - 9
                : doubled;
        }

        return sum % 10 == 0;
    }

    /// <summary>Wipes all of it.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(number);
        CryptographicOperations.ZeroMemory(expiry);
        CryptographicOperations.ZeroMemory(code);
    }

    /// <summary>Nothing of the card.</summary>
    public override string ToString() => "[typed card]";

    private static int Copy(ReadOnlySpan<byte> typed, Span<byte> into)
    {
        into.Clear();
        var length = 0;
        foreach (var character in typed)
        {
            if (character is (byte)' ' or (byte)'-')
            {
                continue;
            }

            if (length == into.Length)
            {
                // More than any card has: kept as long as that, it is refused for its form.
                return length;
            }

            into[length++] = character;
        }

        return length;
    }

    private static bool IsCardNumber(ReadOnlySpan<byte> digits) =>
        digits.Length is >= 13 and <= 19
        && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && IsCheckDigitRight(digits);

    // MM/YY, MMYY, M/YY and either with a year of four digits.
    private static bool TryReadExpiry(ReadOnlySpan<byte> typed, Span<byte> monthAndYear)
    {
        var slash = typed.IndexOf((byte)'/');
        var month = slash >= 0 ? typed[..slash] : typed[..Math.Min(2, typed.Length)];
        var year = slash >= 0 ? typed[(slash + 1)..] : typed[month.Length..];
        if (
            month.Length is < 1 or > 2
            || year.Length is not (2 or 4)
            || month.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || year.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || (year.Length == 4 && !year.StartsWith("20"u8))
        )
        {
            return false;
        }

        monthAndYear[0] = month.Length == 2 ? month[0] : (byte)'0';
        monthAndYear[1] = month[^1];
        monthAndYear[2] = (byte)'/';
        year[^2..].CopyTo(monthAndYear[3..]);
        return NumberAt(monthAndYear, 0) is >= 1 and <= 12;
    }

    // Good until the last day of its month, wherever on earth that ends.
    private static bool IsOver(ReadOnlySpan<byte> monthAndYear, DateTimeOffset now) =>
        new DateTimeOffset(2000 + NumberAt(monthAndYear, 3), NumberAt(monthAndYear, 0), 1, 0, 0, 0, TimeSpan.Zero)
            .AddMonths(1)
            .AddDays(1) <= now;

    private static int NumberAt(ReadOnlySpan<byte> text, int at) => ((text[at] - '0') * 10) + (text[at + 1] - '0');
}
