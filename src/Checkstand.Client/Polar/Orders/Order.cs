namespace Checkstand.Client.Polar;

/// <summary>What a checkout that succeeded came to. Amounts are in minor units. Source: contract section 3.9.</summary>
public sealed class Order : PolarObject
{
    /// <summary>The order's id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>Whether it was paid.</summary>
    public bool Paid { get; set; }

    /// <summary>What was bought, before discount and tax.</summary>
    public long SubtotalAmount { get; set; }

    /// <summary>What the discount took off.</summary>
    public long DiscountAmount { get; set; }

    /// <summary>What was left, without tax.</summary>
    public long NetAmount { get; set; }

    /// <summary>The tax.</summary>
    public long TaxAmount { get; set; }

    /// <summary>What was paid.</summary>
    public long TotalAmount { get; set; }

    /// <summary>What the customer's balance paid of it.</summary>
    public long AppliedBalanceAmount { get; set; }

    /// <summary>What the balance left to be paid; also of an order that is paid.</summary>
    public long DueAmount { get; set; }

    /// <summary>What was given back, without tax.</summary>
    public long RefundedAmount { get; set; }

    /// <summary>The tax that was given back.</summary>
    public long RefundedTaxAmount { get; set; }

    /// <summary>What can still be given back, without tax.</summary>
    public long RefundableAmount { get; set; }

    /// <summary>The tax that can still be given back.</summary>
    public long RefundableTaxAmount { get; set; }

    /// <summary>The currency, ISO 4217 in lower case.</summary>
    public string Currency { get; set; } = "";

    /// <summary>What it was made for.</summary>
    public OrderBillingReason BillingReason { get; set; }

    /// <summary>The name on the invoice.</summary>
    public string? BillingName { get; set; }

    /// <summary>The address on the invoice.</summary>
    public BillingAddress? BillingAddress { get; set; }

    /// <summary>The number of the invoice.</summary>
    public string? InvoiceNumber { get; set; }

    /// <summary>Whether the invoice was written.</summary>
    public bool IsInvoiceGenerated { get; set; }

    /// <summary>The number of the receipt.</summary>
    public string? ReceiptNumber { get; set; }

    /// <summary>How many seats; null unless the price was by seat.</summary>
    public int? Seats { get; set; }

    /// <summary>Who bought.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>What was bought.</summary>
    public string? ProductId { get; set; }

    /// <summary>The discount that counted.</summary>
    public string? DiscountId { get; set; }

    /// <summary>The subscription that it is a payment of.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>The checkout that it came from.</summary>
    public string? CheckoutId { get; set; }

    /// <summary>When a payment that failed is tried again.</summary>
    public DateTimeOffset? NextPaymentAttemptAt { get; set; }

    /// <summary>The organization's own data, as the checkout had it.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>What the buyer answered, by slug.</summary>
    public Metadata? CustomFieldData { get; set; }

    /// <summary>What the platform kept.</summary>
    public long PlatformFeeAmount { get; set; }

    /// <summary>The currency of that.</summary>
    public string? PlatformFeeCurrency { get; set; }

    /// <summary>Who bought.</summary>
    public Customer Customer { get; set; } = new();

    /// <summary>What was bought.</summary>
    public ProductReference? Product { get; set; }

    /// <summary>The discount that counted.</summary>
    public Discount? Discount { get; set; }

    /// <summary>The subscription that it is a payment of.</summary>
    public OrderSubscription? Subscription { get; set; }

    /// <summary>The lines of the invoice.</summary>
    public List<OrderItem> Items { get; set; } = [];

    /// <summary>What was bought, in words.</summary>
    public string Description { get; set; } = "";
}

/// <summary>A line of an invoice.</summary>
public sealed class OrderItem : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>What it is for.</summary>
    public string Label { get; set; } = "";

    /// <summary>How much, in minor units.</summary>
    public long Amount { get; set; }

    /// <summary>The tax.</summary>
    public long TaxAmount { get; set; }

    /// <summary>Whether it settles a change in the middle of a billing period.</summary>
    public bool Proration { get; set; }

    /// <summary>The price.</summary>
    public string? ProductPriceId { get; set; }
}
