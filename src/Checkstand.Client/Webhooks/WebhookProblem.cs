namespace Checkstand.Client.Webhooks;

/// <summary>Why a webhook is not believed.</summary>
public enum WebhookProblem
{
    /// <summary>A header that the scheme needs is not there.</summary>
    MissingHeader,

    /// <summary>A header is there and cannot be read.</summary>
    MalformedHeader,

    /// <summary>It was signed longer ago than the tolerance: perhaps somebody repeats an old one.</summary>
    TooOld,

    /// <summary>It was signed further ahead than the tolerance: a clock is wrong.</summary>
    TooNew,

    /// <summary>No signature is right: the body was changed, or the secret is another.</summary>
    WrongSignature,
}

/// <summary>A webhook that is not believed. Says nothing of the secret and of what the signature should have been.</summary>
public sealed class WebhookVerificationException : Exception
{
    internal WebhookVerificationException(WebhookProblem problem)
        : base($"The webhook is not to be believed: {problem}.") => Problem = problem;

    /// <summary>Why.</summary>
    public WebhookProblem Problem { get; }
}
