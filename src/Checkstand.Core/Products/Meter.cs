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

    /// <summary>What it counts and how, carried and not judged: <c>filter</c>, <c>aggregation</c>, <c>unit</c>, <c>metadata</c>.</summary>
    public JsonText Carried { get; init; }
}
