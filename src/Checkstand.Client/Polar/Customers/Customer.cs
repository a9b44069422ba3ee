namespace Checkstand.Client.Polar;

/// <summary>What a customer is, wherever it appears. Source: contract section 1.5.</summary>
public abstract class CustomerFacts : PolarObject
{
    /// <summary>The customer's id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>The organization's own id for it.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Its address of mail.</summary>
    public string? Email { get; set; }

    /// <summary>Whether somebody answered from there.</summary>
    public bool EmailVerified { get; set; }

    /// <summary>Whether it is one person or many.</summary>
    public CustomerType Type { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The name on its invoices.</summary>
    public string? BillingName { get; set; }

    /// <summary>The address on its invoices.</summary>
    public BillingAddress? BillingAddress { get; set; }

    /// <summary>Its tax number, and the name of that number's format.</summary>
    public List<string>? TaxId { get; set; }

    /// <summary>Its language.</summary>
    public string? Locale { get; set; }

    /// <summary>The organization that it is a customer of.</summary>
    public string OrganizationId { get; set; } = "";

    /// <summary>What it pays with.</summary>
    public string? DefaultPaymentMethodId { get; set; }

    /// <summary>When it was deleted; null while it is there.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>When it was first active.</summary>
    public DateTimeOffset? FirstUserEventAt { get; set; }

    /// <summary>Its picture.</summary>
    public string? AvatarUrl { get; set; }
}

/// <summary>A customer.</summary>
public sealed class Customer : CustomerFacts { }

/// <summary>A customer together with what it has now.</summary>
public sealed class CustomerState : CustomerFacts
{
    /// <summary>Its subscriptions that count now.</summary>
    public List<CustomerStateSubscription> ActiveSubscriptions { get; set; } = [];

    /// <summary>What it was given.</summary>
    public List<CustomerStateBenefitGrant> GrantedBenefits { get; set; } = [];

    /// <summary>What it has used.</summary>
    public List<CustomerStateMeter> ActiveMeters { get; set; } = [];
}
