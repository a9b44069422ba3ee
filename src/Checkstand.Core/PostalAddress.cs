namespace Checkstand.Core;

/// <summary>A billing address as a checkout, an order or a customer has it (contract polar section 2.5).</summary>
public sealed record PostalAddress
{
    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; init; }

    /// <summary>ISO 3166-2 for the United States and Canada (<c>US-CA</c>), free text elsewhere; null when not said.</summary>
    public string? State { get; init; }

    /// <summary>First line; null when not said.</summary>
    public string? Line1 { get; init; }

    /// <summary>Second line; null when not said.</summary>
    public string? Line2 { get; init; }

    /// <summary>Null when not said.</summary>
    public string? City { get; init; }

    /// <summary>Null when not said.</summary>
    public string? PostalCode { get; init; }
}
