using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>Where an organization wants to hear of events. Source: contract section 5.</summary>
public sealed class WebhookEndpoint : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The address.</summary>
    public string Url { get; set; } = "";

    /// <summary>What it is called.</summary>
    public string? Name { get; set; }

    /// <summary>How events are told.</summary>
    public WebhookFormat Format { get; set; }

    /// <summary>What deliveries are signed with. Keep it secret.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The organization.</summary>
    public string OrganizationId { get; set; } = "";

    /// <summary>Which events it wants.</summary>
    public List<WebhookEventType> Events { get; set; } = [];

    /// <summary>Whether it gets them.</summary>
    public bool Enabled { get; set; }
}

/// <summary>A new endpoint.</summary>
public sealed class WebhookEndpointCreate : PolarObject
{
    /// <summary>The address, https. Required.</summary>
    public string Url { get; set; } = "";

    /// <summary>What it is called.</summary>
    public string? Name { get; set; }

    /// <summary>How events are told. Required.</summary>
    public WebhookFormat Format { get; set; }

    /// <summary>Which events it wants. Required.</summary>
    public List<WebhookEventType> Events { get; set; } = [];

    /// <summary>The organization; needed with tokens that act for several.</summary>
    public string? OrganizationId { get; set; }
}

/// <summary>A change of an endpoint: only what is set is sent.</summary>
public sealed class WebhookEndpointUpdate : PolarObject
{
    /// <summary>The address. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Url { get; set; }

    /// <summary>What it is called; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>How events are told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<WebhookFormat?> Format { get; set; }

    /// <summary>Which events it wants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<WebhookEventType>?> Events { get; set; }

    /// <summary>Whether it gets them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> Enabled { get; set; }
}

/// <summary>A try to deliver an event.</summary>
public sealed class WebhookDelivery : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>Whether the endpoint took it.</summary>
    public bool Succeeded { get; set; }

    /// <summary>What the endpoint answered; null when it did not answer.</summary>
    public int? HttpCode { get; set; }

    /// <summary>The beginning of what it answered.</summary>
    public string? Response { get; set; }

    /// <summary>The event.</summary>
    public WebhookEvent WebhookEvent { get; set; } = new();
}

/// <summary>An event that an endpoint wants, and how its delivery stands.</summary>
public sealed class WebhookEvent : PolarObject
{
    /// <summary>Its id, a UUID: the <c>webhook-id</c> of every try.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it happened.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>What the last try was answered.</summary>
    public int? LastHttpCode { get; set; }

    /// <summary>Whether it was delivered; null while that is open.</summary>
    public bool? Succeeded { get; set; }

    /// <summary>Whether it was not sent at all.</summary>
    public bool Skipped { get; set; }

    /// <summary>The body, as text; null when it is archived.</summary>
    public string? Payload { get; set; }

    /// <summary>What happened.</summary>
    public WebhookEventType Type { get; set; }

    /// <summary>Whether the body is gone.</summary>
    public bool IsArchived { get; set; }
}
