using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Orders;

/// <summary>What a checkout that succeeded leaves behind (contract polar section 3.9).</summary>
public sealed record Order
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who sold.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Why it was made.</summary>
    public required BillingReason BillingReason { get; init; }

    /// <summary>The checkout.</summary>
    public required CheckoutId CheckoutId { get; init; }

    /// <summary>Who bought.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>What was bought.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The discount; null when there was none.</summary>
    public Guid? DiscountId { get; init; }

    /// <summary>The subscription that it pays; null for a purchase.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>The payment; null when nothing was to be paid.</summary>
    public Payments.PaymentId? PaymentId { get; init; }

    /// <summary>The amounts, as the checkout was confirmed with.</summary>
    public required Amounts Amounts { get; init; }

    /// <summary>ISO 4217, lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>One for each static price.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>How many seats; null when the price has none.</summary>
    public int? Seats { get; init; }

    /// <summary>Which of its organization's orders it is: 1 for the first, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>Its number on invoices, unique in its organization, such as <c>ACME-0001</c>.</summary>
    public required string InvoiceNumber { get; init; }

    /// <summary>The name on the invoice; null when not said.</summary>
    public string? BillingName { get; init; }

    /// <summary>The address on the invoice; null when not said.</summary>
    public PostalAddress? BillingAddress { get; init; }

    /// <summary>The buyer's tax id; null when not said.</summary>
    public TaxId? TaxId { get; init; }

    /// <summary>The organization's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }

    /// <summary>The answers to custom fields: a JSON object by slug.</summary>
    public JsonText CustomFieldData { get; init; }
}

/// <summary>A line of an order.</summary>
/// <param name="Id">Its id, UUID version 4.</param>
/// <param name="Label">What it is, for people.</param>
/// <param name="MinorUnits">How much, before discount and tax.</param>
/// <param name="TaxMinorUnits">The tax on it.</param>
/// <param name="PriceId">The price; null when there is none.</param>
public sealed record OrderItem(Guid Id, string Label, long MinorUnits, long TaxMinorUnits, Guid? PriceId);

/// <summary>Why an order was made.</summary>
public enum BillingReason
{
    /// <summary>Something was bought once.</summary>
    Purchase,

    /// <summary>A subscription began.</summary>
    SubscriptionCreate,

    /// <summary>A subscription was changed by a checkout.</summary>
    SubscriptionUpdate,
}

/// <summary>An order with what it names, as one look at the store finds it.</summary>
/// <param name="Order">The order.</param>
/// <param name="Customer">Its customer, deleted ones too.</param>
/// <param name="Product">Its product.</param>
/// <param name="Discount">Its discount, a deleted one too; null when it has none.</param>
/// <param name="Subscription">Its subscription; null when it has none.</param>
public sealed record OrderParts(
    Order Order,
    Customer Customer,
    Product Product,
    RedeemedDiscount? Discount,
    Subscription? Subscription
);
