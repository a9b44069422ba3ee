using Checkstand.Core.Taxes;

namespace Checkstand.Core.Products;

/// <summary>A price as a seller asks for it; its form is checked, its rules are not yet. A closed set.</summary>
public abstract record PriceDraft
{
    private PriceDraft() { }

    /// <summary>A price that the product has already.</summary>
    public sealed record Kept(Guid Id) : PriceDraft;

    /// <summary>A price that is made.</summary>
    /// <param name="Currency">ISO 4217, lower case, one of <see cref="Currencies"/>.</param>
    /// <param name="TaxBehavior">How it means tax; null for the organization's default.</param>
    /// <param name="Amounts">What it costs.</param>
    public sealed record Made(string Currency, TaxBehaviorOption? TaxBehavior, PriceAmounts Amounts) : PriceDraft;
}

/// <summary>What a price that is asked for costs. A closed set; see <see cref="Price"/>.</summary>
public abstract record PriceAmounts
{
    private PriceAmounts() { }

    /// <summary>As <see cref="Price.Fixed"/>; 0 for free.</summary>
    public sealed record Fixed(long MinorUnits) : PriceAmounts;

    /// <summary>As <see cref="Price.Custom"/>; the least is the currency's own when it is null.</summary>
    public sealed record Custom(long? MinorUnitsMin, long? MinorUnitsMax, long? MinorUnitsPreset) : PriceAmounts;

    /// <summary>As <see cref="Price.SeatBased"/>; the tiers in any order.</summary>
    public sealed record SeatBased(bool IsGraduated, IReadOnlyList<SeatTier> Tiers) : PriceAmounts;

    /// <summary>As <see cref="Price.Metered"/>.</summary>
    public sealed record Metered(string UnitAmount, long? CapMinorUnits, Guid MeterId) : PriceAmounts;
}
