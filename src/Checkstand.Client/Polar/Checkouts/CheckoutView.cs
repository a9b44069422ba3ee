namespace Checkstand.Client.Polar;

/// <summary>What a checkout shows to everybody who may see it.</summary>
/// <remarks>Amounts are whole numbers of the currency's minor unit. Source: contract sections 2.9 (Checkout), 3.4 and 3.5.</remarks>
public abstract class CheckoutView : PolarObject
{
    /// <summary>The checkout's id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed; null until then.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>What the buyer answered, by the slug of the custom field.</summary>
    public Metadata? CustomFieldData { get; set; }

    /// <summary>Who takes the payment.</summary>
    public PaymentProcessor PaymentProcessor { get; set; }

    /// <summary>Where it is on its way.</summary>
    public CheckoutStatus Status { get; set; }

    /// <summary>What stands for the token on the routes of the public. Whoever has it may change and confirm the checkout.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where the buyer pays.</summary>
    public string Url { get; set; } = "";

    /// <summary>When its time is over, unless it is confirmed before.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Where the buyer goes after paying, with the id filled in.</summary>
    public string SuccessUrl { get; set; } = "";

    /// <summary>Where the buyer can go back to.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The page that may hear from an embedded checkout.</summary>
    public string? EmbedOrigin { get; set; }

    /// <summary>What the chosen product costs, before discount and tax.</summary>
    public long Amount { get; set; }

    /// <summary>How many seats; null unless the price is by seat.</summary>
    public int? Seats { get; set; }

    /// <summary>The fewest seats that can be chosen.</summary>
    public int? MinSeats { get; set; }

    /// <summary>The most seats that can be chosen.</summary>
    public int? MaxSeats { get; set; }

    /// <summary>How many units; null unless the price is by unit.</summary>
    public int? Units { get; set; }

    /// <summary>The fewest units that can be chosen.</summary>
    public int? MinUnits { get; set; }

    /// <summary>The most units that can be chosen.</summary>
    public int? MaxUnits { get; set; }

    /// <summary>What the discount takes off.</summary>
    public long DiscountAmount { get; set; }

    /// <summary>What is left after the discount, without tax.</summary>
    public long NetAmount { get; set; }

    /// <summary>The tax; null until it can be reckoned.</summary>
    public long? TaxAmount { get; set; }

    /// <summary>Whether the price holds the tax; null until it is reckoned.</summary>
    public TaxBehavior? TaxBehavior { get; set; }

    /// <summary>What is to be paid.</summary>
    public long TotalAmount { get; set; }

    /// <summary>The currency, ISO 4217 in lower case.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Whether a trial may begin with it.</summary>
    public bool? AllowTrial { get; set; }

    /// <summary>The unit of the trial that would begin; null for none.</summary>
    public RecurringInterval? ActiveTrialInterval { get; set; }

    /// <summary>How many units that trial lasts.</summary>
    public int? ActiveTrialIntervalCount { get; set; }

    /// <summary>When that trial would end.</summary>
    public DateTimeOffset? TrialEnd { get; set; }

    /// <summary>The organization that sells.</summary>
    public string OrganizationId { get; set; } = "";

    /// <summary>The chosen product.</summary>
    public string? ProductId { get; set; }

    /// <summary>The first price of the chosen product. Older than <see cref="Prices"/>.</summary>
    public string? ProductPriceId { get; set; }

    /// <summary>The discount that counts; null for none.</summary>
    public string? DiscountId { get; set; }

    /// <summary>Whether the buyer may enter the code of a discount.</summary>
    public bool AllowDiscountCodes { get; set; }

    /// <summary>Whether the full billing address is asked for.</summary>
    public bool RequireBillingAddress { get; set; }

    /// <summary>Whether any price is not free, so that a discount makes a difference.</summary>
    public bool IsDiscountApplicable { get; set; }

    /// <summary>Whether every price of the chosen product is free.</summary>
    public bool IsFreeProductPrice { get; set; }

    /// <summary>Whether something is to be paid now.</summary>
    public bool IsPaymentRequired { get; set; }

    /// <summary>Whether a payment method is kept for later.</summary>
    public bool IsPaymentSetupRequired { get; set; }

    /// <summary>Whether either of them is so: then a confirmation needs something to pay with.</summary>
    public bool IsPaymentFormRequired { get; set; }

    /// <summary>The customer, when there is one already.</summary>
    public string? CustomerId { get; set; }

    /// <summary>Whether a business buys.</summary>
    public bool IsBusinessCustomer { get; set; }

    /// <summary>The buyer's name.</summary>
    public string? CustomerName { get; set; }

    /// <summary>The buyer's address of mail.</summary>
    public string? CustomerEmail { get; set; }

    /// <summary>The buyer's address on the network.</summary>
    public string? CustomerIpAddress { get; set; }

    /// <summary>The name on the invoice.</summary>
    public string? CustomerBillingName { get; set; }

    /// <summary>The address on the invoice.</summary>
    public BillingAddress? CustomerBillingAddress { get; set; }

    /// <summary>The buyer's tax number.</summary>
    public string? CustomerTaxId { get; set; }

    /// <summary>The language of the page.</summary>
    public string? Locale { get; set; }

    /// <summary>The kind of payment that the buyer chose.</summary>
    public string? PaymentMethodType { get; set; }

    /// <summary>What the page needs to take the payment; every value is a text.</summary>
    public Dictionary<string, string> PaymentProcessorMetadata { get; set; } = [];

    /// <summary>Which parts of the address are asked for.</summary>
    public CheckoutBillingAddressFields BillingAddressFields { get; set; } = new();

    /// <summary>What can be chosen from.</summary>
    public List<CheckoutProduct> Products { get; set; } = [];

    /// <summary>What is chosen.</summary>
    public CheckoutProduct? Product { get; set; }

    /// <summary>The first price of the chosen product. Older than <see cref="Prices"/>.</summary>
    public ProductPrice? ProductPrice { get; set; }

    /// <summary>The prices by product id, in the currency of the checkout.</summary>
    public Dictionary<string, List<ProductPrice>>? Prices { get; set; }

    /// <summary>The discount that counts.</summary>
    public CheckoutDiscount? Discount { get; set; }

    /// <summary>What the buyer is asked beside the payment.</summary>
    public List<AttachedCustomField>? AttachedCustomFields { get; set; }
}
