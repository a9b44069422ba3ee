using System.Diagnostics.CodeAnalysis;

namespace Checkstand.Client.Webhooks;

/// <summary>What a <see cref="WebhookVerifier"/> found.</summary>
public sealed class WebhookCheck
{
    internal WebhookCheck(WebhookProblem problem) => Problem = problem;

    internal WebhookCheck(string? id, DateTimeOffset sentAt) => (Id, SentAt) = (id, sentAt);

    /// <summary>Whether the webhook is from who knows the secret, unchanged, and recent.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    [MemberNotNullWhen(true, nameof(SentAt))]
    public bool Ok => Problem is null;

    /// <summary>Why it is not believed; null when it is.</summary>
    public WebhookProblem? Problem { get; }

    /// <summary>
    /// Names the event, and is the same each time it is sent: what to remember so that an event is handled once. Null when
    /// not believed, and in the Gr4vy scheme, whose bodies carry the name.
    /// </summary>
    public string? Id { get; }

    /// <summary>When it was signed, to the second; null when not believed.</summary>
    public DateTimeOffset? SentAt { get; }

    /// <summary>Throws when the webhook is not believed.</summary>
    /// <exception cref="WebhookVerificationException">It is not.</exception>
    public void OrThrow()
    {
        if (Problem is { } problem)
        {
            throw new WebhookVerificationException(problem);
        }
    }
}
