using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Checkouts;

/// <summary>What the rules of a change need to know besides the checkout, read before the change is decided.</summary>
public sealed record CheckoutFacts
{
    /// <summary>Who sells.</summary>
    public required Organization Organization { get; init; }

    /// <summary>How tax is worked out.</summary>
    public required ITaxes Taxes { get; init; }

    /// <summary>The time, whole milliseconds.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The discount that the change names, with its redemptions; null when it names none or there is none.</summary>
    public RedeemedDiscount? Discount { get; init; }

    /// <summary>The custom fields of the product that is chosen after the change, in its order.</summary>
    public IReadOnlyList<CustomField> Fields { get; init; } = [];

    /// <summary>What the buyer did before.</summary>
    public BuyerHistory History { get; init; } = new(IsSubscribed: false, Redemptions: 0);
}

/// <summary>What is known of the customer who buys: the one that is linked, or the one of the same email address.</summary>
/// <param name="IsSubscribed">Whether a subscription of theirs lasts.</param>
/// <param name="Redemptions">How often they redeemed the discount in question.</param>
public sealed record BuyerHistory(bool IsSubscribed, int Redemptions);
