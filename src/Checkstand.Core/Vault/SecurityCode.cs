using System.Security.Cryptography;

namespace Checkstand.Core.Vault;

/// <summary>
/// A card's security code (CVV2, CVC2, CID): 3 or 4 digits. Must not outlive authorization (PCI DSS 4.0.1 requirement
/// 3.3.1). Prints nothing; <see cref="Reveal"/> is the only way out.
/// </summary>
public sealed class SecurityCode : IDisposable
{
    private readonly byte[] digits;

    /// <summary>Takes ASCII digits; the caller has checked length and alphabet.</summary>
    /// <exception cref="ArgumentException">Not 3 or 4 ASCII digits. The message does not repeat them.</exception>
    public SecurityCode(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is < 3 or > 4 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            throw new ArgumentException("A security code has 3 or 4 digits.", nameof(digits));
        }

        this.digits = digits.ToArray();
    }

    /// <summary>The digits. Callers are listed in a test; none may log, store or format them.</summary>
    public ReadOnlySpan<byte> Reveal() => digits;

    /// <summary>Wipes the digits from memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(digits);

    /// <summary>Nothing of the code.</summary>
    public override string ToString() => "[security code]";
}
