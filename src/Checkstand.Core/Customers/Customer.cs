using Checkstand.Core.Organizations;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Customers;

/// <summary>Who buys from an organization.</summary>
public sealed partial record Customer
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose customer.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>When it was deleted; null while it is not. Orders keep naming it.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The address of its mailbox; unique in its organization in any case while not deleted.</summary>
    public required string Email { get; init; }

    /// <summary>The organization's own id of it; null when there is none. Unique in its organization while not deleted.</summary>
    public string? ExternalId { get; init; }

    /// <summary>At most 256 characters; null when not said.</summary>
    public string? Name { get; init; }

    /// <summary>The name on invoices; null when not said.</summary>
    public string? BillingName { get; init; }

    /// <summary>Null when not said.</summary>
    public PostalAddress? BillingAddress { get; init; }

    /// <summary>Null when not said.</summary>
    public TaxId? TaxId { get; init; }

    /// <summary>BCP 47; null when not said.</summary>
    public string? Locale { get; init; }

    /// <summary>The organization's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }
}
