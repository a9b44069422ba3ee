using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Core.Vault;

/// <summary>
/// A primary account number (PAN). 13 to 19 digits as the dialects take it (ISO/IEC 7812-1 allows 8 to 19). Prints
/// nothing; <see cref="Reveal"/> is the only way out.
/// </summary>
public sealed class CardNumber : IDisposable
{
    /// <summary>Digits at the front that may be shown (PCI DSS 4.0.1 requirement 3.4.1).</summary>
    public const int BinLength = 6;

    private readonly byte[] digits;

    /// <summary>Takes ASCII digits; the caller has checked length and alphabet.</summary>
    /// <exception cref="ArgumentException">Not 13 to 19 ASCII digits. The message does not repeat them.</exception>
    public CardNumber(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is < 13 or > 19 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            throw new ArgumentException("A card number has 13 to 19 digits.", nameof(digits));
        }

        this.digits = digits.ToArray();
    }

    /// <summary>The issuer part: the first six digits.</summary>
    public string Bin => Encoding.ASCII.GetString(digits, 0, BinLength);

    /// <summary>The last four digits, as printed on receipts.</summary>
    public string LastFour => Encoding.ASCII.GetString(digits, digits.Length - 4, 4);

    /// <summary>The scheme by the number ranges that the schemes publish.</summary>
    public CardScheme Scheme => CardSchemes.Of(digits);

    /// <summary>The digits. Callers are listed in a test; none may log, store or format them.</summary>
    public ReadOnlySpan<byte> Reveal() => digits;

    /// <summary>Wipes the digits from memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(digits);

    /// <summary>Nothing of the number.</summary>
    public override string ToString() => "[card number]";
}
