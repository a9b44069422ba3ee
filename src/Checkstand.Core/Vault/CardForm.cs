namespace Checkstand.Core.Vault;

/// <summary>
/// Number and expiry as they are sealed: always the same number of bytes, so that a ciphertext does not tell how long
/// the number is, and a stored row always fits exactly into the place of another one.
/// </summary>
internal static class CardForm
{
    private const int ExpiryBytes = 5;
    private const int NumberBytesMax = 19;

    /// <summary>Expiry, length of the number, number, zeros.</summary>
    public const int Bytes = ExpiryBytes + 1 + NumberBytesMax;

    public static void Write(Span<byte> form, CardData card)
    {
        form.Clear();
        var number = card.Number.Reveal();
        card.Expiry.Reveal().CopyTo(form);
        form[ExpiryBytes] = (byte)number.Length;
        number.CopyTo(form[(ExpiryBytes + 1)..]);
    }

    public static CardData Read(ReadOnlySpan<byte> form, SecurityCode? code) =>
        new(new CardNumber(form.Slice(ExpiryBytes + 1, form[ExpiryBytes])), new CardExpiry(form[..ExpiryBytes]), code);
}

/// <summary>A security code as it is sealed: always the same number of bytes, also when there is none.</summary>
internal static class CodeForm
{
    private const int DigitsMax = 4;

    /// <summary>Length of the code, code, zeros.</summary>
    public const int Bytes = 1 + DigitsMax;

    public static void Write(Span<byte> form, SecurityCode? code)
    {
        form.Clear();
        if (code is not null)
        {
            var digits = code.Reveal();
            form[0] = (byte)digits.Length;
            digits.CopyTo(form[1..]);
        }
    }

    public static SecurityCode? Read(ReadOnlySpan<byte> form) =>
        form.IsEmpty || form[0] == 0 ? null : new SecurityCode(form.Slice(1, form[0]));
}
