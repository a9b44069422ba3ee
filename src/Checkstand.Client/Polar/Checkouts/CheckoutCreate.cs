namespace Checkstand.Client.Polar;

/// <summary>A new checkout.</summary>
/// <remarks>Name what is sold by <see cref="Products"/>; <see cref="ProductId"/> and <see cref="ProductPriceId"/> are older ways to name one. Source: contract section 2.2.</remarks>
public sealed class CheckoutCreate : PolarObject
{
    /// <summary>What can be chosen from, by id: at least one, none twice. The first is chosen at the beginning.</summary>
    public List<string>? Products { get; set; }

    /// <summary>The one product. Older than <see cref="Products"/>.</summary>
    public string? ProductId { get; set; }

    /// <summary>The one price. Older than <see cref="Products"/>.</summary>
    public string? ProductPriceId { get; set; }

    /// <summary>Prices for this checkout only, by product id, in place of the product's own.</summary>
    public Dictionary<string, List<ProductPriceCreate>>? Prices { get; set; }

    /// <summary>The currency, ISO 4217 in lower case; otherwise the organization's.</summary>
    public string? Currency { get; set; }

    /// <summary>What the buyer pays where the price is theirs to name, in minor units; at least 0. Of no effect otherwise.</summary>
    public long? Amount { get; set; }

    /// <summary>How many seats, 1 to 10 000; prices by seat only.</summary>
    public int? Seats { get; set; }

    /// <summary>The fewest seats that can be chosen, 1 to 10 000.</summary>
    public int? MinSeats { get; set; }

    /// <summary>The most seats that can be chosen, 1 to 10 000.</summary>
    public int? MaxSeats { get; set; }

    /// <summary>How many units, at least 1; prices by unit only.</summary>
    public int? Units { get; set; }

    /// <summary>The fewest units that can be chosen, at least 1.</summary>
    public int? MinUnits { get; set; }

    /// <summary>The most units that can be chosen, at least 1.</summary>
    public int? MaxUnits { get; set; }

    /// <summary>The unit of a trial; together with the count.</summary>
    public RecurringInterval? TrialInterval { get; set; }

    /// <summary>How many units the trial lasts, 1 to 1000; together with the unit.</summary>
    public int? TrialIntervalCount { get; set; }

    /// <summary>Whether a trial may begin; otherwise true.</summary>
    public bool? AllowTrial { get; set; }

    /// <summary>A discount that counts from the beginning.</summary>
    public string? DiscountId { get; set; }

    /// <summary>Whether the buyer may enter codes; otherwise true.</summary>
    public bool? AllowDiscountCodes { get; set; }

    /// <summary>Whether the full billing address is asked for; otherwise false.</summary>
    public bool? RequireBillingAddress { get; set; }

    /// <summary>The customer, when there is one already.</summary>
    public string? CustomerId { get; set; }

    /// <summary>The organization's own id for the customer.</summary>
    public string? ExternalCustomerId { get; set; }

    /// <summary>Whether a business buys; otherwise false.</summary>
    public bool? IsBusinessCustomer { get; set; }

    /// <summary>The buyer's name, at most 256 characters.</summary>
    public string? CustomerName { get; set; }

    /// <summary>The buyer's address of mail.</summary>
    public string? CustomerEmail { get; set; }

    /// <summary>The buyer's address on the network, IPv4 or IPv6.</summary>
    public string? CustomerIpAddress { get; set; }

    /// <summary>The name on the invoice.</summary>
    public string? CustomerBillingName { get; set; }

    /// <summary>The address on the invoice.</summary>
    public BillingAddress? CustomerBillingAddress { get; set; }

    /// <summary>The buyer's tax number; needs a billing address.</summary>
    public string? CustomerTaxId { get; set; }

    /// <summary>What is kept at the customer after the confirmation: at most 50 keys of 40 characters, texts of 500. No fractions.</summary>
    public Metadata? CustomerMetadata { get; set; }

    /// <summary>The organization's own data: at most 50 keys of 40 characters, texts of 500.</summary>
    public Metadata? Metadata { get; set; }

    /// <summary>Answers to custom fields, by slug. No fractions.</summary>
    public Metadata? CustomFieldData { get; set; }

    /// <summary>A free subscription that is upgraded.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Where the buyer goes after paying, http or https, at most 2083 characters; <c>{CHECKOUT_ID}</c> becomes the id.</summary>
    public string? SuccessUrl { get; set; }

    /// <summary>Where the buyer can go back to, http or https, at most 2083 characters.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The page that may hear from an embedded checkout.</summary>
    public string? EmbedOrigin { get; set; }

    /// <summary>The language of the page, a BCP 47 tag.</summary>
    public string? Locale { get; set; }
}
