namespace Checkstand.Core.Sessions;

/// <summary>The top-level things a merchant says about a session. An update keeps, clears or replaces each as a whole.</summary>
public enum SessionField
{
    /// <summary>The lines of the cart.</summary>
    CartItems,

    /// <summary>The merchant's own key-value pairs.</summary>
    Metadata,

    /// <summary>Who buys: names, addresses, tax id.</summary>
    Buyer,

    /// <summary>Itinerary data for airline payments.</summary>
    Airline,

    /// <summary>What is to be paid, in minor units of the currency.</summary>
    Amount,

    /// <summary>ISO 4217 code of the amount.</summary>
    Currency,

    /// <summary>The payment service that the merchant wants to be used.</summary>
    PaymentServiceId,

    /// <summary>ISO 3166-1 alpha-2 country of the payment.</summary>
    Country,

    /// <summary>Whether this payment follows an earlier one of a series.</summary>
    IsSubsequentPayment,

    /// <summary>Whether the merchant, not the buyer, starts the payment.</summary>
    MerchantInitiated,

    /// <summary>How the payment came about: e-commerce, telephone order, recurring...</summary>
    PaymentSource,

    /// <summary>Whether to authorize only or to capture at once.</summary>
    Intent,
}
