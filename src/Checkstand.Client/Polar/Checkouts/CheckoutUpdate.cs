using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A change of a checkout by its organization: only what is set is sent. Source: contract section 2.3.</summary>
public sealed class CheckoutUpdate : PolarObject
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

    /// <summary>The currency, ISO 4217 in lower case. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Currency { get; set; }

    /// <summary>The discount that counts; null takes it away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DiscountId { get; set; }

    /// <summary>Whether the buyer may enter codes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> AllowDiscountCodes { get; set; }

    /// <summary>Whether the full billing address is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> RequireBillingAddress { get; set; }

    /// <summary>Whether a trial may begin.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> AllowTrial { get; set; }

    /// <summary>The unit of a trial; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<RecurringInterval?> TrialInterval { get; set; }

    /// <summary>How many units it lasts, 1 to 1000; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> TrialIntervalCount { get; set; }

    /// <summary>The buyer's address on the network; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerIpAddress { get; set; }

    /// <summary>What is kept at the customer, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata?> CustomerMetadata { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }

    /// <summary>Where the buyer goes after paying; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SuccessUrl { get; set; }

    /// <summary>Where the buyer can go back to; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ReturnUrl { get; set; }

    /// <summary>The page that may hear from an embedded checkout; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> EmbedOrigin { get; set; }
}
