using System.Text.Json;

namespace Checkstand.Client.Polar;

/// <summary>Something that a customer was given.</summary>
public sealed class CustomerStateBenefitGrant : PolarObject
{
    /// <summary>The id of the grant, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset GrantedAt { get; set; }

    /// <summary>What was given.</summary>
    public string BenefitId { get; set; } = "";

    /// <summary>Its kind.</summary>
    public BenefitType BenefitType { get; set; }

    /// <summary>The organization's own data about it.</summary>
    public Metadata BenefitMetadata { get; set; } = new();

    /// <summary>What belongs to its kind.</summary>
    public JsonElement Properties { get; set; }
}

/// <summary>What a customer has used of a meter.</summary>
public sealed class CustomerStateMeter : PolarObject
{
    /// <summary>The id of the count, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The meter.</summary>
    public string MeterId { get; set; } = "";

    /// <summary>How many units were used.</summary>
    public decimal ConsumedUnits { get; set; }

    /// <summary>How many were given.</summary>
    public decimal CreditedUnits { get; set; }

    /// <summary>How many are left.</summary>
    public decimal Balance { get; set; }
}
