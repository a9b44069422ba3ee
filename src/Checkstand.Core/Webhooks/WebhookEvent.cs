using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Webhooks;

/// <summary>
/// An event as one endpoint is told of it: one body, one id, fixed before the first try and the same in every other.
/// Its transitions are pure.
/// </summary>
public sealed record WebhookEvent
{
    /// <summary>Its id, UUID version 4; what receivers recognise a repetition by.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid EndpointId { get; init; }

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>When its body was written, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last tried; null before the first time.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The body, UTF-8; null once its retention ended.</summary>
    public required ReadOnlyMemory<byte>? Payload { get; init; }

    /// <summary>The checkout that it is about, for those who watch it; null when it is about something else.</summary>
    public CheckoutId? CheckoutId { get; init; }

    /// <summary>How that checkout stood; null when it is about something else.</summary>
    public CheckoutStatus? CheckoutStatus { get; init; }

    /// <summary>How often it was tried since it was made, or since its last redelivery was asked for.</summary>
    public int Tries { get; init; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>The status that the receiver answered last; null when it never answered, or not the last time.</summary>
    public int? LastHttpCode { get; init; }

    /// <summary>Whether the last try reached it; null before the first.</summary>
    public bool? Succeeded { get; init; }

    /// <summary>Whether it was given up because its endpoint was disabled or removed.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>The event after a try.</summary>
    /// <param name="outcome">What came of the try.</param>
    /// <param name="now">When.</param>
    /// <param name="jitter">A random number from 0 up to 1, which spreads the tries of many events.</param>
    public WebhookEvent After(DeliveryOutcome outcome, DateTimeOffset now, double jitter)
    {
        var tries = Tries + 1;
        return this with
        {
            Tries = tries,
            ModifiedAt = now,
            LastHttpCode = outcome.HttpCode,
            Succeeded = outcome.Succeeded,
            NextTryAt = outcome.Succeeded || IsSkipped ? null : RetryPlan.NextTry(tries, now, jitter),
        };
    }

    /// <summary>The event, to be tried from the beginning.</summary>
    public WebhookEvent Again(DateTimeOffset now) => this with { Tries = 0, NextTryAt = now, IsSkipped = false };

    /// <summary>The event, given up because its endpoint takes no more.</summary>
    public WebhookEvent Skipped() => this with { NextTryAt = null, IsSkipped = true };
}

/// <summary>What came of sending an event.</summary>
/// <param name="Succeeded">Whether the receiver answered 2xx.</param>
/// <param name="HttpCode">The status that it answered; null when it did not answer.</param>
/// <param name="Response">The start of what it answered, or why it could not be reached; null for nothing.</param>
public sealed record DeliveryOutcome(bool Succeeded, int? HttpCode, string? Response);

/// <summary>A try to deliver an event.</summary>
/// <param name="Id">Its id, UUID version 4.</param>
/// <param name="At">When it ended, UTC, whole milliseconds.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record WebhookDelivery(Guid Id, DateTimeOffset At, DeliveryOutcome Outcome);
