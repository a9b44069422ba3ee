using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;

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

    /// <summary>
    /// What signs the deliveries, sealed: <c>whsec_...</c>; the key is the UTF-8 of the whole text (contract polar
    /// section 5). <see cref="WebhookEndpoints.SecretOf"/> opens it.
    /// </summary>
    public required SealedSecret Secret { get; init; }

    /// <summary>The names of the events that it wants.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Whether anything is delivered to it.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>How many events in a row could not be delivered to it at all.</summary>
    public int FailedInARow { get; init; }

    /// <summary>The endpoint after a try to tell it of an event; the same one when that says nothing of it.</summary>
    /// <param name="tried">The event after the try.</param>
    /// <param name="now">When.</param>
    public WebhookEndpoint After(WebhookEvent tried, DateTimeOffset now)
    {
        if (tried.Succeeded == true)
        {
            return FailedInARow == 0 ? this : this with { FailedInARow = 0 };
        }

        if (tried.NextTryAt is not null || !IsEnabled)
        {
            return this;
        }

        var failed = FailedInARow + 1;
        return failed < RetryPlan.FailedEventsMax
            ? this with
            {
                FailedInARow = failed,
            }
            : this with
            {
                FailedInARow = failed,
                IsEnabled = false,
                ModifiedAt = now,
            };
    }
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
