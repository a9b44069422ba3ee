using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>An address that opens a checkout for everybody who follows it. Source: contract section 2.9.</summary>
public sealed class CheckoutLink : PolarObject
{
    /// <summary>The link's id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The unit of the trial that its checkouts bring along.</summary>
    public RecurringInterval? TrialInterval { get; set; }

    /// <summary>How many units it lasts.</summary>
    public int? TrialIntervalCount { get; set; }

    /// <summary>What its checkouts have as metadata.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>Who takes the payments.</summary>
    public PaymentProcessor PaymentProcessor { get; set; }

    /// <summary>The end of its address.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where buyers go after paying.</summary>
    public string? SuccessUrl { get; set; }

    /// <summary>Where buyers can go back to.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>What it is called by who made it.</summary>
    public string? Label { get; set; }

    /// <summary>Whether buyers may enter codes.</summary>
    public bool AllowDiscountCodes { get; set; }

    /// <summary>Whether the full billing address is asked for.</summary>
    public bool RequireBillingAddress { get; set; }

    /// <summary>The discount that counts from the beginning.</summary>
    public string? DiscountId { get; set; }

    /// <summary>How many seats its checkouts begin with.</summary>
    public int? Seats { get; set; }

    /// <summary>The organization that sells.</summary>
    public string OrganizationId { get; set; } = "";

    /// <summary>What can be chosen from.</summary>
    public List<CheckoutLinkProduct> Products { get; set; } = [];

    /// <summary>The discount that counts from the beginning.</summary>
    public Discount? Discount { get; set; }

    /// <summary>The address.</summary>
    public string Url { get; set; } = "";
}

/// <summary>A new checkout link.</summary>
/// <remarks>Name what is sold by <see cref="Products"/>; <see cref="ProductId"/> and <see cref="ProductPriceId"/> are older ways to name one.</remarks>
public sealed class CheckoutLinkCreate : PolarObject
{
    /// <summary>What can be chosen from, by id: at least one.</summary>
    public List<string>? Products { get; set; }

    /// <summary>The one product. Older than <see cref="Products"/>.</summary>
    public string? ProductId { get; set; }

    /// <summary>The one price. Older than <see cref="Products"/>.</summary>
    public string? ProductPriceId { get; set; }

    /// <summary>Who takes the payments; the contract wants it said.</summary>
    public PaymentProcessor PaymentProcessor { get; set; } = PaymentProcessor.Stripe;

    /// <summary>What it is called by who made it.</summary>
    public string? Label { get; set; }

    /// <summary>Whether buyers may enter codes; otherwise true.</summary>
    public bool? AllowDiscountCodes { get; set; }

    /// <summary>Whether the full billing address is asked for; otherwise false.</summary>
    public bool? RequireBillingAddress { get; set; }

    /// <summary>A discount that counts from the beginning.</summary>
    public string? DiscountId { get; set; }

    /// <summary>How many seats its checkouts begin with, 1 to 10 000.</summary>
    public int? Seats { get; set; }

    /// <summary>Where buyers go after paying, at most 2083 characters; <c>{CHECKOUT_ID}</c> becomes the id.</summary>
    public string? SuccessUrl { get; set; }

    /// <summary>Where buyers can go back to, at most 2083 characters.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The unit of a trial; together with the count.</summary>
    public RecurringInterval? TrialInterval { get; set; }

    /// <summary>How many units it lasts, 1 to 1000.</summary>
    public int? TrialIntervalCount { get; set; }

    /// <summary>What its checkouts have as metadata: at most 50 keys of 40 characters.</summary>
    public Metadata? Metadata { get; set; }
}

/// <summary>A change of a checkout link: only what is set is sent.</summary>
public sealed class CheckoutLinkUpdate : PolarObject
{
    /// <summary>What can be chosen from, by id. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> Products { get; set; }

    /// <summary>What it is called; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Label { get; set; }

    /// <summary>Whether buyers may enter codes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> AllowDiscountCodes { get; set; }

    /// <summary>Whether the full billing address is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> RequireBillingAddress { get; set; }

    /// <summary>The discount that counts from the beginning; null takes it away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DiscountId { get; set; }

    /// <summary>How many seats its checkouts begin with; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Seats { get; set; }

    /// <summary>Where buyers go after paying; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SuccessUrl { get; set; }

    /// <summary>Where buyers can go back to; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ReturnUrl { get; set; }

    /// <summary>The unit of a trial; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<RecurringInterval?> TrialInterval { get; set; }

    /// <summary>How many units it lasts; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> TrialIntervalCount { get; set; }

    /// <summary>What its checkouts have as metadata, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}
