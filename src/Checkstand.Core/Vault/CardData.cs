namespace Checkstand.Core.Vault;

/// <summary>A card as a buyer typed it. Not a record: a generated ToString would print its parts.</summary>
/// <param name="number">The card number.</param>
/// <param name="expiry">Its expiry.</param>
/// <param name="code">The security code; null when none was typed or it was wiped.</param>
public sealed class CardData(CardNumber number, CardExpiry expiry, SecurityCode? code) : IDisposable
{
    /// <summary>The card number.</summary>
    public CardNumber Number { get; } = number;

    /// <summary>Its expiry.</summary>
    public CardExpiry Expiry { get; } = expiry;

    /// <summary>The security code; null when none was typed or it was wiped.</summary>
    public SecurityCode? Code { get; } = code;

    /// <summary>Wipes number and code from memory.</summary>
    public void Dispose()
    {
        Number.Dispose();
        Code?.Dispose();
    }

    /// <summary>Nothing of the card.</summary>
    public override string ToString() => "[card]";
}
