namespace Checkstand.Client.Polar;

/// <summary>A checkout as its organization sees it.</summary>
public sealed class Checkout : CheckoutView
{
    /// <summary>The unit of the trial that this checkout brings along.</summary>
    public RecurringInterval? TrialInterval { get; set; }

    /// <summary>How many units it lasts.</summary>
    public int? TrialIntervalCount { get; set; }

    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>The organization's own id for the customer.</summary>
    public string? ExternalCustomerId { get; set; }

    /// <summary>The free subscription that is upgraded; null for none.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>What is kept at the customer after the confirmation.</summary>
    public Metadata CustomerMetadata { get; set; } = new();
}

/// <summary>Which parts of the billing address are asked for.</summary>
public sealed class CheckoutBillingAddressFields : PolarObject
{
    /// <summary>The country.</summary>
    public BillingAddressFieldMode Country { get; set; }

    /// <summary>The state or province.</summary>
    public BillingAddressFieldMode State { get; set; }

    /// <summary>The city.</summary>
    public BillingAddressFieldMode City { get; set; }

    /// <summary>The postal code.</summary>
    public BillingAddressFieldMode PostalCode { get; set; }

    /// <summary>The first line.</summary>
    public BillingAddressFieldMode Line1 { get; set; }

    /// <summary>The second line.</summary>
    public BillingAddressFieldMode Line2 { get; set; }
}
