using System.Text.Json.Serialization;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Products;

/// <summary>What metered prices count. Events are not taken in here, so every meter stands at 0.</summary>
public sealed record Meter
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Its name for people, 3 characters or more.</summary>
    public required string Name { get; init; }

    /// <summary>When it was archived; null while it is not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>What it counts.</summary>
    public MeterUnit Unit { get; init; } = MeterUnit.Scalar;

    /// <summary>The name of a unit of the seller's own; null when there is none.</summary>
    public string? Label { get; init; }

    /// <summary>How many of what is counted make such a unit, 1 or more; null when there is none.</summary>
    public int? Multiplier { get; init; }

    /// <summary>Which events count, carried and not judged: a JSON object.</summary>
    public JsonText Filter { get; init; }

    /// <summary>How they are counted, carried and not judged: a JSON object.</summary>
    public JsonText Aggregation { get; init; }

    /// <summary>The seller's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }

    /// <summary>The meter as prices show it.</summary>
    [JsonIgnore]
    public PricedMeter AsPriced => new(Id, Name, Unit, Label, Multiplier);
}

/// <summary>What a meter counts.</summary>
public enum MeterUnit
{
    /// <summary>Plain numbers.</summary>
    Scalar,

    /// <summary>Tokens of language models.</summary>
    Token,

    /// <summary>A unit that the seller named.</summary>
    Custom,
}
