namespace Checkstand.Core.Customers;

/// <summary>What somebody says of a new customer; its form is checked, its rules are not yet.</summary>
public sealed record CustomerDraft
{
    /// <summary>The address of its mailbox.</summary>
    public required string Email { get; init; }

    /// <summary>The organization's own id of it; null or blank when there is none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>At most 256 characters; null or blank when not said.</summary>
    public string? Name { get; init; }

    /// <summary>As it was sent; null when not said.</summary>
    public PostalAddress? BillingAddress { get; init; }

    /// <summary>The tax id as it was typed; null or blank when not said.</summary>
    public string? TaxId { get; init; }

    /// <summary>BCP 47; null when not said.</summary>
    public string? Locale { get; init; }

    /// <summary>The organization's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }
}
