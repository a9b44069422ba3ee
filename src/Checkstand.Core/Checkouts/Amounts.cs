using System.Text.Json.Serialization;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Checkouts;

/// <summary>What a checkout costs, in minor units (contract polar section 3.4).</summary>
/// <param name="Amount">The sum of the prices.</param>
/// <param name="Discount">What the discount takes off.</param>
/// <param name="Tax">The tax; null while it can't be told.</param>
/// <param name="TaxBehavior">Whether the tax is within; null while it can't be told.</param>
public sealed record Amounts(long Amount, long Discount, long? Tax, TaxBehavior? TaxBehavior)
{
    /// <summary>The amount after discount, without tax.</summary>
    [JsonIgnore]
    public long Net => Amount - Discount - (TaxBehavior == Taxes.TaxBehavior.Inclusive ? Tax ?? 0 : 0);

    /// <summary>What is paid.</summary>
    [JsonIgnore]
    public long Total => Net + (Tax ?? 0);
}
