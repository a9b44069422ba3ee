using System.Text.Json.Serialization;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Products;

/// <summary>What is sold.</summary>
public sealed record Product
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who sells it.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Its name for people, 3 to 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Who may see it.</summary>
    public ProductVisibility Visibility { get; init; } = ProductVisibility.Public;

    /// <summary>Whether it may no longer be bought.</summary>
    public bool IsArchived { get; init; }

    /// <summary>How often it is paid; null for once.</summary>
    public CalendarSpan? Recurs { get; init; }

    /// <summary>How often metered prices are paid, when not as <see cref="Recurs"/>.</summary>
    public CalendarSpan? MeterRecurs { get; init; }

    /// <summary>How long a trial is; null for none.</summary>
    public CalendarSpan? Trial { get; init; }

    /// <summary>All its prices, archived ones too, in the order in which they were made.</summary>
    public required IReadOnlyList<Price> Prices { get; init; }

    /// <summary>The custom fields that its buyers fill in, in order.</summary>
    public IReadOnlyList<AttachedField> Fields { get; init; } = [];

    /// <summary>The seller's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }

    /// <summary>Whether it is paid again and again.</summary>
    [JsonIgnore]
    public bool IsRecurring => Recurs is not null;

    /// <summary>Whether it may be bought.</summary>
    [JsonIgnore]
    public bool IsSold => !IsArchived && Visibility != ProductVisibility.Draft;

    /// <summary>The prices that it can be bought at.</summary>
    public IEnumerable<Price> PricesIn(string currency) =>
        Prices.Where(price => !price.IsArchived && price.Currency == currency);
}

/// <summary>A custom field on a product.</summary>
/// <param name="FieldId">The custom field.</param>
/// <param name="IsRequired">Whether a buyer must fill it in.</param>
public sealed record AttachedField(Guid FieldId, bool IsRequired);

/// <summary>Who may see a product.</summary>
public enum ProductVisibility
{
    /// <summary>Nobody yet; it can't be bought.</summary>
    Draft,

    /// <summary>Who has a link.</summary>
    Private,

    /// <summary>Everybody.</summary>
    Public,
}
