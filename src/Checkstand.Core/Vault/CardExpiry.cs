namespace Checkstand.Core.Vault;

/// <summary>
/// A card's expiry as typed, <c>MM/YY</c>. Kept as text: the contract checks its form only, and whether the card has
/// expired is for the issuer to say (contract gr4vy section 7). Prints nothing.
/// </summary>
public sealed class CardExpiry
{
    private readonly byte[] text;

    /// <summary>Takes five ASCII characters, two digits, a slash, two digits.</summary>
    /// <exception cref="ArgumentException">Another form. The message does not repeat it.</exception>
    public CardExpiry(ReadOnlySpan<byte> text)
    {
        if (
            text.Length != 5
            || text[2] != (byte)'/'
            || text[..2].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || text[3..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        )
        {
            throw new ArgumentException("An expiry has the form MM/YY.", nameof(text));
        }

        this.text = text.ToArray();
    }

    /// <summary>The five characters. Callers are listed in a test.</summary>
    public ReadOnlySpan<byte> Reveal() => text;

    /// <summary>Nothing of the expiry.</summary>
    public override string ToString() => "[card expiry]";
}
