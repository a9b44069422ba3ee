using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A change of a checkout by its buyer: only what is set is sent. Source: contract section 2.3.</summary>
public sealed class CheckoutUpdatePublic : PolarObject
{
    /// <summary>The chosen product, one of the checkout's. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ProductId { get; set; }

    /// <summary>The chosen price. Older than <see cref="ProductId"/>. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ProductPriceId { get; set; }

    /// <summary>What the buyer pays where the price is theirs to name, in minor units; at least 0. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> Amount { get; set; }

    /// <summary>How many seats, 1 to 10 000. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Seats { get; set; }

    /// <summary>How many units, at least 1. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Units { get; set; }

    /// <summary>Whether a business buys; false also clears the tax number and the billing name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> IsBusinessCustomer { get; set; }

    /// <summary>The buyer's name, at most 256 characters; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerName { get; set; }

    /// <summary>The buyer's address of mail; null clears it. Of no effect once there is a customer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerEmail { get; set; }

    /// <summary>The name on the invoice; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerBillingName { get; set; }

    /// <summary>The address on the invoice, as a whole. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<BillingAddress?> CustomerBillingAddress { get; set; }

    /// <summary>The buyer's tax number; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerTaxId { get; set; }

    /// <summary>The language of the page; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Locale { get; set; }

    /// <summary>Answers to custom fields, by slug: joined to those that are there, in a confirmation in their place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> CustomFieldData { get; set; }

    /// <summary>The kind of payment that the buyer chose; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PaymentMethodType { get; set; }

    /// <summary>The code of a discount, in any case; null takes the discount away. Of no effect unless codes are allowed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DiscountCode { get; set; }

    /// <summary>False gives a trial up; a buyer can say nothing else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> AllowTrial { get; set; }
}

/// <summary>A confirmation: a last change by the buyer, and what to pay with. Only what is set is sent. Source: contract sections 2.3 and 4.</summary>
public sealed class CheckoutConfirmStripe : PolarObject
{
    /// <summary>The chosen product, one of the checkout's. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ProductId { get; set; }

    /// <summary>The chosen price. Older than <see cref="ProductId"/>. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ProductPriceId { get; set; }

    /// <summary>What the buyer pays where the price is theirs to name, in minor units; at least 0. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> Amount { get; set; }

    /// <summary>How many seats, 1 to 10 000. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Seats { get; set; }

    /// <summary>How many units, at least 1. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Units { get; set; }

    /// <summary>Whether a business buys; false also clears the tax number and the billing name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> IsBusinessCustomer { get; set; }

    /// <summary>The buyer's name, at most 256 characters; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerName { get; set; }

    /// <summary>The buyer's address of mail; null clears it. Of no effect once there is a customer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerEmail { get; set; }

    /// <summary>The name on the invoice; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerBillingName { get; set; }

    /// <summary>The address on the invoice, as a whole. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<BillingAddress?> CustomerBillingAddress { get; set; }

    /// <summary>The buyer's tax number; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerTaxId { get; set; }

    /// <summary>The language of the page; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Locale { get; set; }

    /// <summary>Answers to custom fields, by slug: joined to those that are there, in a confirmation in their place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> CustomFieldData { get; set; }

    /// <summary>The kind of payment that the buyer chose; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PaymentMethodType { get; set; }

    /// <summary>The code of a discount, in any case; null takes the discount away. Of no effect unless codes are allowed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DiscountCode { get; set; }

    /// <summary>False gives a trial up; a buyer can say nothing else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> AllowTrial { get; set; }

    /// <summary>What to pay with, as the payment page made it; needed when <see cref="CheckoutView.IsPaymentFormRequired"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ConfirmationTokenId { get; set; }
}
