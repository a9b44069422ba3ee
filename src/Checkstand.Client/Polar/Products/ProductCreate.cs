using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A new product; with an interval it is paid again and again. Source: contract section 2.9.</summary>
public sealed class ProductCreate : PolarObject
{
    /// <summary>Its name, 3 to 64 characters. Required.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is.</summary>
    public string? Description { get; set; }

    /// <summary>Who can see it; otherwise everybody.</summary>
    public ProductVisibility? Visibility { get; set; }

    /// <summary>What it can be bought at; at least one. Required.</summary>
    public List<ProductPriceCreate> Prices { get; set; } = [];

    /// <summary>The unit of its billing period; null when it is paid once.</summary>
    public RecurringInterval? RecurringInterval { get; set; }

    /// <summary>How many units a billing period lasts, 1 to 999; otherwise 1.</summary>
    public int? RecurringIntervalCount { get; set; }

    /// <summary>The unit of the period in which usage is counted.</summary>
    public RecurringInterval? MeterInterval { get; set; }

    /// <summary>How many units that period lasts, 1 to 999.</summary>
    public int? MeterIntervalCount { get; set; }

    /// <summary>The unit of a trial; together with the count.</summary>
    public RecurringInterval? TrialInterval { get; set; }

    /// <summary>How many units the trial lasts, 1 to 1000.</summary>
    public int? TrialIntervalCount { get; set; }

    /// <summary>Its pictures, by the ids of files.</summary>
    public List<string>? Medias { get; set; }

    /// <summary>What its buyers are asked, in this order.</summary>
    public List<AttachedCustomFieldCreate>? AttachedCustomFields { get; set; }

    /// <summary>The organization's own data: at most 50 keys of 40 characters.</summary>
    public Metadata? Metadata { get; set; }

    /// <summary>The organization; needed with tokens that act for several.</summary>
    public string? OrganizationId { get; set; }
}

/// <summary>A question that a product asks.</summary>
public sealed class AttachedCustomFieldCreate : PolarObject
{
    /// <summary>The custom field. Required.</summary>
    public string CustomFieldId { get; set; } = "";

    /// <summary>Whether it must be answered.</summary>
    public bool Required { get; set; }
}

/// <summary>A change of a product: only what is set is sent.</summary>
public sealed class ProductUpdate : PolarObject
{
    /// <summary>Its name, 3 to 64 characters. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>What it is; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; set; }

    /// <summary>Who can see it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<ProductVisibility?> Visibility { get; set; }

    /// <summary>Its prices from now on: those that it has by <see cref="ExistingProductPrice"/>, and new ones. What is not named is archived.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<ProductPriceUpdate>?> Prices { get; set; }

    /// <summary>The unit of its billing period. It cannot be changed, and null is a change too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<RecurringInterval?> RecurringInterval { get; set; }

    /// <summary>How many units a billing period lasts, 1 to 999.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> RecurringIntervalCount { get; set; }

    /// <summary>The unit of a trial; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<RecurringInterval?> TrialInterval { get; set; }

    /// <summary>How many units the trial lasts, 1 to 1000; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> TrialIntervalCount { get; set; }

    /// <summary>Whether it can no longer be bought.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> IsArchived { get; set; }

    /// <summary>Its pictures, by the ids of files.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> Medias { get; set; }

    /// <summary>What its buyers are asked, in this order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<AttachedCustomFieldCreate>?> AttachedCustomFields { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}

/// <summary>The benefits of a product from now on.</summary>
public sealed class ProductBenefitsUpdate : PolarObject
{
    /// <summary>Their ids, in order; none takes all away. Required.</summary>
    public List<string> Benefits { get; set; } = [];
}
