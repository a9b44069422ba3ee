namespace Checkstand.Core.Taxes;

/// <summary>How a price means tax.</summary>
public enum TaxBehaviorOption
{
    /// <summary>As the buyer's country has it: on top in the United States, Canada and India, within elsewhere.</summary>
    Location,

    /// <summary>The price includes it.</summary>
    Inclusive,

    /// <summary>It comes on top.</summary>
    Exclusive,
}

/// <summary>How tax was worked out.</summary>
public enum TaxBehavior
{
    /// <summary>Within the price.</summary>
    Inclusive,

    /// <summary>On top of the price.</summary>
    Exclusive,
}
