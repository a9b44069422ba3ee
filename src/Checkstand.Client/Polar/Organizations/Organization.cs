using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>An organization as its own tokens see it.</summary>
public sealed class Organization : PolarObject
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

    /// <summary>Where buyers reach it.</summary>
    public string? Email { get; set; }

    /// <summary>Its page.</summary>
    public string? Website { get; set; }

    /// <summary>Its profiles.</summary>
    public List<SocialLink> Socials { get; set; } = [];

    /// <summary>What it may do.</summary>
    public OrganizationStatus Status { get; set; }

    /// <summary>When it first said what it sells.</summary>
    public DateTimeOffset? DetailsSubmittedAt { get; set; }

    /// <summary>When it was asked to say so again.</summary>
    public DateTimeOffset? OnboardingResubmissionRequestedAt { get; set; }

    /// <summary>Whether its people must sign in through their own provider.</summary>
    public bool SsoEnforced { get; set; }

    /// <summary>The currency of checkouts that name none.</summary>
    public string DefaultPresentmentCurrency { get; set; } = "";

    /// <summary>What its prices say about tax when they say nothing.</summary>
    public TaxBehaviorOption DefaultTaxBehavior { get; set; }

    /// <summary>What is switched on.</summary>
    public OrganizationFeatureSettings? FeatureSettings { get; set; }

    /// <summary>How subscriptions behave.</summary>
    public OrganizationSubscriptionSettings SubscriptionSettings { get; set; } = new();

    /// <summary>Which mails its people get. Older servers only.</summary>
    public OrganizationNotificationSettings? NotificationSettings { get; set; }

    /// <summary>Which mails its customers get.</summary>
    public OrganizationCustomerEmailSettings CustomerEmailSettings { get; set; } = new();

    /// <summary>What its customers may do themselves.</summary>
    public OrganizationCustomerPortalSettings CustomerPortalSettings { get; set; } = new();

    /// <summary>What happens with disputes.</summary>
    public OrganizationDisputeSettings DisputeSettings { get; set; } = new();

    /// <summary>Whose pages may embed its checkouts.</summary>
    public List<string> EmbedHosts { get; set; } = [];

    /// <summary>Whether nobody else's may.</summary>
    public bool EmbedHostsEnforced { get; set; }

    /// <summary>Where it is, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }

    /// <summary>The account that its money goes to.</summary>
    public string? AccountId { get; set; }

    /// <summary>The account that it is paid out to.</summary>
    public string? PayoutAccountId { get; set; }

    /// <summary>What it may do, one by one.</summary>
    public OrganizationCapabilities Capabilities { get; set; } = new();
}

/// <summary>A change of an organization: only what is set is sent.</summary>
public sealed class OrganizationUpdate : PolarObject
{
    /// <summary>Its name, at least 3 characters. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>Its picture; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AvatarUrl { get; set; }

    /// <summary>Where buyers reach it; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Email { get; set; }

    /// <summary>Its page; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Website { get; set; }

    /// <summary>Its profiles, in place of those that are there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<SocialLink>?> Socials { get; set; }

    /// <summary>What it sells, and how.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<OrganizationDetails?> Details { get; set; }

    /// <summary>Where it is, ISO 3166-1 alpha-2; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Country { get; set; }

    /// <summary>What is switched on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<OrganizationFeatureSettings?> FeatureSettings { get; set; }

    /// <summary>How subscriptions behave, as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<OrganizationSubscriptionSettings?> SubscriptionSettings { get; set; }

    /// <summary>Which mails its customers get, as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<OrganizationCustomerEmailSettings?> CustomerEmailSettings { get; set; }

    /// <summary>What its customers may do themselves, as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<OrganizationCustomerPortalSettings?> CustomerPortalSettings { get; set; }

    /// <summary>What happens with disputes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<OrganizationDisputeSettings?> DisputeSettings { get; set; }

    /// <summary>Whose pages may embed its checkouts, as <c>*.example.com</c> or <c>localhost:3000</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> EmbedHosts { get; set; }

    /// <summary>The currency of checkouts that name none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DefaultPresentmentCurrency { get; set; }

    /// <summary>What its prices say about tax when they say nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<TaxBehaviorOption?> DefaultTaxBehavior { get; set; }

    /// <summary>Whether its people must sign in through their own provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> SsoEnforced { get; set; }
}
