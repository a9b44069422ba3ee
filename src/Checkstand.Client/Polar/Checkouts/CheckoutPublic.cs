namespace Checkstand.Client.Polar;

/// <summary>A checkout as its buyer sees it: what is the organization's own business is left out.</summary>
public sealed class CheckoutPublic : CheckoutView
{
    /// <summary>Who sells.</summary>
    public CheckoutOrganization Organization { get; set; } = new();
}

/// <summary>A checkout as its buyer sees it after confirming it: its status is <c>confirmed</c>, also when the payment succeeded already.</summary>
public sealed class CheckoutPublicConfirmed : CheckoutView
{
    /// <summary>Who sells.</summary>
    public CheckoutOrganization Organization { get; set; } = new();

    /// <summary>What the buyer may see their purchases with; null or empty for nothing.</summary>
    public string? CustomerSessionToken { get; set; }
}

/// <summary>The organization that sells, as buyers see it.</summary>
public sealed class CheckoutOrganization : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its name in addresses.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Its picture.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>How changes in the middle of a billing period are charged.</summary>
    public SubscriptionProrationBehavior ProrationBehavior { get; set; }

    /// <summary>Whether customers may change their subscriptions themselves.</summary>
    public bool AllowCustomerUpdates { get; set; }
}
