namespace Checkstand.Client.Polar;

/// <summary>A profile of an organization.</summary>
public sealed class SocialLink : PolarObject
{
    /// <summary>Where. Required.</summary>
    public SocialPlatform Platform { get; set; }

    /// <summary>Its address. Required.</summary>
    public string Url { get; set; } = "";
}

/// <summary>What an organization sells, and how.</summary>
public sealed class OrganizationDetails : PolarObject
{
    /// <summary>About itself.</summary>
    public string? About { get; set; }

    /// <summary>About what it sells.</summary>
    public string? ProductDescription { get; set; }

    /// <summary>The kinds of what it sells.</summary>
    public List<string>? SellingCategories { get; set; }

    /// <summary>How it prices.</summary>
    public List<string>? PricingModels { get; set; }

    /// <summary>What it is here for.</summary>
    public string? IntendedUse { get; set; }

    /// <summary>Where its customers come from.</summary>
    public List<string>? CustomerAcquisition { get; set; }

    /// <summary>What it expects in a year; at least 0.</summary>
    public long? FutureAnnualRevenue { get; set; }

    /// <summary>Whether it sold with something else before.</summary>
    public bool? Switching { get; set; }

    /// <summary>With what.</summary>
    public SwitchingFrom? SwitchingFrom { get; set; }

    /// <summary>What it had in a year; at least 0.</summary>
    public long? PreviousAnnualRevenue { get; set; }
}
