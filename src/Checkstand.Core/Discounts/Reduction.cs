using System.Text.Json.Serialization;

namespace Checkstand.Core.Discounts;

/// <summary>How much a discount takes off. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Fixed), "fixed")]
[JsonDerivedType(typeof(Percentage), "percentage")]
public abstract record Reduction
{
    private Reduction() { }

    /// <summary>So much money.</summary>
    /// <param name="Amounts">Minor units by currency (ISO 4217, lower case); one or more.</param>
    public sealed record Fixed(IReadOnlyDictionary<string, long> Amounts) : Reduction;

    /// <summary>A part of the amount.</summary>
    /// <param name="BasisPoints">Hundredths of a percent, 1 to 10,000.</param>
    public sealed record Percentage(int BasisPoints) : Reduction;
}
