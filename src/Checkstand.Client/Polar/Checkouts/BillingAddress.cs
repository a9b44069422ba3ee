namespace Checkstand.Client.Polar;

/// <summary>A billing address.</summary>
public sealed class BillingAddress : PolarObject
{
    /// <summary>The first line.</summary>
    public string? Line1 { get; set; }

    /// <summary>The second line.</summary>
    public string? Line2 { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The state or province; in the United States and Canada with the country before it, as <c>US-CA</c>.</summary>
    public string? State { get; set; }

    /// <summary>The country, ISO 3166-1 alpha-2. Required.</summary>
    public string Country { get; set; } = "";
}
