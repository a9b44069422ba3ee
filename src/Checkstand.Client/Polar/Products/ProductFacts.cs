namespace Checkstand.Client.Polar;

/// <summary>What a product is, wherever it appears. Source: contract section 2.9.</summary>
public abstract class ProductFacts : PolarObject
{
    /// <summary>The product's id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The unit of its trial; null for none.</summary>
    public RecurringInterval? TrialInterval { get; set; }

    /// <summary>How many units the trial lasts.</summary>
    public int? TrialIntervalCount { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is.</summary>
    public string? Description { get; set; }

    /// <summary>Who can see it.</summary>
    public ProductVisibility Visibility { get; set; }

    /// <summary>The unit of its billing period; null when it is paid once.</summary>
    public RecurringInterval? RecurringInterval { get; set; }

    /// <summary>How many units a billing period lasts.</summary>
    public int? RecurringIntervalCount { get; set; }

    /// <summary>The unit of the period in which usage is counted.</summary>
    public RecurringInterval? MeterInterval { get; set; }

    /// <summary>How many units that period lasts.</summary>
    public int? MeterIntervalCount { get; set; }

    /// <summary>Whether it is paid again and again.</summary>
    public bool IsRecurring { get; set; }

    /// <summary>Whether it can no longer be bought.</summary>
    public bool IsArchived { get; set; }

    /// <summary>The organization that sells it.</summary>
    public string OrganizationId { get; set; } = "";
}

/// <summary>A product in a checkout.</summary>
public sealed class CheckoutProduct : ProductFacts
{
    /// <summary>What it can be bought at.</summary>
    public List<ProductPrice> Prices { get; set; } = [];

    /// <summary>What else its buyers get.</summary>
    public List<BenefitPublic> Benefits { get; set; } = [];

    /// <summary>Its pictures.</summary>
    public List<ProductMedia> Medias { get; set; } = [];
}

/// <summary>A product of a checkout link.</summary>
public sealed class CheckoutLinkProduct : ProductFacts
{
    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>What it can be bought at.</summary>
    public List<ProductPrice> Prices { get; set; } = [];

    /// <summary>What else its buyers get.</summary>
    public List<BenefitPublic> Benefits { get; set; } = [];

    /// <summary>Its pictures.</summary>
    public List<ProductMedia> Medias { get; set; } = [];
}

/// <summary>A product of an order or a discount, without its prices.</summary>
public sealed class ProductReference : ProductFacts
{
    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();
}
