namespace Checkstand.Core.Merchants;

/// <summary>Names a merchant account: 1 to 50 ASCII letters, digits and dashes (contract gr4vy section 6.6).</summary>
public readonly record struct MerchantAccountId
{
    /// <summary>The longest id.</summary>
    public const int LengthMax = 50;

    /// <summary>The account that requests belong to when they name none.</summary>
    public static readonly MerchantAccountId Default = new("default");

    private MerchantAccountId(string value) => Value = value;

    /// <summary>The id itself.</summary>
    public string Value { get; }

    /// <summary>Reads an id; false when it is none.</summary>
    public static bool TryParse(string? text, out MerchantAccountId id)
    {
        var valid =
            text is { Length: > 0 and <= LengthMax }
            && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
        id = valid ? new MerchantAccountId(text!) : default;
        return valid;
    }

    /// <summary>Reads an id that was checked before, say from the store.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MerchantAccountId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a merchant account id.");

    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}
