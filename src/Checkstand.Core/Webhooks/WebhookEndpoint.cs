using Checkstand.Core.Organizations;

namespace Checkstand.Core.Webhooks;

/// <summary>Where an organization wants to hear of events.</summary>
public sealed record WebhookEndpoint
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Where to: http or https.</summary>
    public required string Url { get; init; }

    /// <summary>Its name for people; null when there is none.</summary>
    public string? Name { get; init; }

    /// <summary>How an event is told.</summary>
    public required WebhookFormat Format { get; init; }

    /// <summary>What signs the deliveries: <c>whsec_...</c>; the key is the UTF-8 of the whole text (contract polar section 5).</summary>
    public required string Secret { get; init; }

    /// <summary>The vendor's names of the events that it wants.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Whether anything is delivered to it.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>How many events in a row could not be delivered to it at all.</summary>
    public int FailedInARow { get; init; }

    /// <summary>Whether it is to hear of an event.</summary>
    public bool Wants(string eventName) => IsEnabled && Events.Contains(eventName);

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => $"webhook endpoint {Id}";
}

/// <summary>How an event is told.</summary>
public enum WebhookFormat
{
    /// <summary>As the API has it.</summary>
    Raw,

    /// <summary>As a message to a Discord channel.</summary>
    Discord,

    /// <summary>As a message to a Slack channel.</summary>
    Slack,
}
