namespace Checkstand.Core.Taxes;

/// <summary>No tax is collected: every amount bears 0. The default, for sellers who settle tax elsewhere.</summary>
public sealed class NoTaxes : ITaxes
{
    /// <inheritdoc/>
    public TaxResult Calculate(TaxQuestion question) => new TaxResult.Known(0, BehaviorOf(question));

    /// <summary>What a price's way to mean tax comes to in the buyer's country.</summary>
    internal static TaxBehavior BehaviorOf(TaxQuestion question) =>
        question.Behavior switch
        {
            TaxBehaviorOption.Inclusive => TaxBehavior.Inclusive,
            TaxBehaviorOption.Exclusive => TaxBehavior.Exclusive,
            TaxBehaviorOption.Location => question.Address.Country is "US" or "CA" or "IN"
                ? TaxBehavior.Exclusive
                : TaxBehavior.Inclusive,
            _ => throw new System.Diagnostics.UnreachableException($"No behavior is defined for {question.Behavior}."),
        };
}
