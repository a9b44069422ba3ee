namespace Checkstand.Client.Polar;

/// <summary>
/// The organization's own data, or answers to custom fields, by name: <c>new Metadata { ["order"] = "A-7", ["tries"] = 2 }</c>.
/// At most 50 names of 40 characters, texts of 500 (contract section 2.2).
/// </summary>
public sealed class Metadata : Dictionary<string, ScalarValue>
{
    /// <summary>Empty.</summary>
    public Metadata()
        : base(StringComparer.Ordinal) { }
}

/// <summary>Amounts of money in minor units by currency, ISO 4217 in lower case: <c>new AmountsByCurrency { ["eur"] = 500 }</c>.</summary>
public sealed class AmountsByCurrency : Dictionary<string, long>
{
    /// <summary>Empty.</summary>
    public AmountsByCurrency()
        : base(StringComparer.Ordinal) { }
}
