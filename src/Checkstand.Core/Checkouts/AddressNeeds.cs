namespace Checkstand.Core.Checkouts;

/// <summary>Which parts of a billing address a checkout asks for beside the country (contract polar section 2.5).</summary>
/// <param name="State">The state.</param>
/// <param name="Full">Line 1, city and postal code, all in the same way.</param>
public readonly record struct AddressNeeds(AddressNeed State, AddressNeed Full)
{
    /// <summary>Line 2: never required.</summary>
    public AddressNeed Line2 => Full == AddressNeed.Disabled ? AddressNeed.Disabled : AddressNeed.Optional;

    /// <summary>What a checkout asks for.</summary>
    public static AddressNeeds Of(Checkout checkout)
    {
        var country = checkout.Buyer.BillingAddress?.Country;
        var isFull =
            checkout.RequireBillingAddress
            || checkout.Buyer.IsBusiness
            || checkout.PaymentMethodType == "upi"
            || country == "US";
        var hasStates = country is "US" or "CA";
        return new AddressNeeds(
            hasStates ? AddressNeed.Required
                : isFull ? AddressNeed.Optional
                : AddressNeed.Disabled,
            isFull ? AddressNeed.Required : AddressNeed.Disabled
        );
    }
}

/// <summary>How a part of an address is asked for.</summary>
public enum AddressNeed
{
    /// <summary>It must be there at confirmation.</summary>
    Required,

    /// <summary>It may be there.</summary>
    Optional,

    /// <summary>It is not asked for.</summary>
    Disabled,
}
