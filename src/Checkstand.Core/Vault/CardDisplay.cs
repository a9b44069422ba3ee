namespace Checkstand.Core.Vault;

/// <summary>What may be shown of a card.</summary>
/// <param name="LastFour">The last four digits.</param>
/// <param name="Bin">The first six digits.</param>
/// <param name="Scheme">The scheme by its published number ranges.</param>
/// <param name="Fingerprint">64 hexadecimal digits, the same for the same number within one merchant account.</param>
public sealed record CardDisplay(string LastFour, string Bin, CardScheme Scheme, string Fingerprint)
{
    /// <summary>What may be shown of <paramref name="number"/>.</summary>
    public static CardDisplay Of(CardNumber number, string fingerprint) =>
        new(number.LastFour, number.Bin, number.Scheme, fingerprint);
}
