using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>An access token of an organization, without its secret.</summary>
public sealed class OrganizationAccessToken : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>What it may do.</summary>
    public List<Scope> Scopes { get; set; } = [];

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>What it is for.</summary>
    public string Comment { get; set; } = "";

    /// <summary>When it was last used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>The organization that it acts for.</summary>
    public string OrganizationId { get; set; } = "";
}

/// <summary>A new access token.</summary>
public sealed class OrganizationAccessTokenCreate : PolarObject
{
    /// <summary>What it is for. Required.</summary>
    public string Comment { get; set; } = "";

    /// <summary>What it may do; not more than the token that makes it. Required.</summary>
    public List<Scope> Scopes { get; set; } = [];

    /// <summary>How long it lasts, an ISO 8601 duration such as <c>P30D</c>; otherwise without end.</summary>
    public string? ExpiresIn { get; set; }

    /// <summary>The organization; needed with tokens that act for several.</summary>
    public string? OrganizationId { get; set; }
}

/// <summary>A change of an access token: only what is set is sent.</summary>
public sealed class OrganizationAccessTokenUpdate : PolarObject
{
    /// <summary>What it is for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Comment { get; set; }

    /// <summary>What it may do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<Scope>?> Scopes { get; set; }
}

/// <summary>A new access token with its secret, which is never shown again.</summary>
public sealed class OrganizationAccessTokenCreateResponse : PolarObject
{
    /// <summary>The token.</summary>
    public OrganizationAccessToken OrganizationAccessToken { get; set; } = new();

    /// <summary>The secret: what goes into <see cref="PolarClientOptions.AccessToken"/>.</summary>
    public string Token { get; set; } = "";
}
