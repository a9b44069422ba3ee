namespace Checkstand.Client;

/// <summary>Whether a call that failed is repeated.</summary>
public enum RetryStrategy
{
    /// <summary>After growing pauses, until too much time has gone by.</summary>
    Backoff,

    /// <summary>Never.</summary>
    None,
}

/// <summary>
/// When a failed call is repeated. The pause before repetition n (from 0) is
/// <c>min(InitialIntervalMs * Exponent^n, MaxIntervalMs)</c>, plus up to <see cref="JitterMs"/>. A <c>retry-after-ms</c>
/// or <c>retry-after</c> header replaces it, as far as <see cref="MaxIntervalMs"/> allows. Defaults are those that the
/// vendors' SDKs use when a program switches retries on.
/// </summary>
public sealed class RetryOptions
{
    /// <summary>No repetition at all.</summary>
    public static RetryOptions None { get; } = new() { Strategy = RetryStrategy.None };

    /// <summary>Whether to repeat.</summary>
    public RetryStrategy Strategy { get; init; } = RetryStrategy.Backoff;

    /// <summary>Milliseconds before the first repetition, 0 or more; 500.</summary>
    public int InitialIntervalMs { get; init; } = 500;

    /// <summary>Milliseconds that no pause exceeds, jitter aside, 0 or more; 60,000.</summary>
    public int MaxIntervalMs { get; init; } = 60_000;

    /// <summary>What each pause is multiplied by to get the next, 1 or more; 1.5.</summary>
    public double Exponent { get; init; } = 1.5;

    /// <summary>Milliseconds, 0 or more, up to which a random time is added to each pause; 1000. Null is none.</summary>
    public int? JitterMs { get; init; } = 1000;

    /// <summary>Milliseconds since the first attempt after which no other begins, 0 or more; 3,600,000.</summary>
    public int MaxElapsedMs { get; init; } = 3_600_000;

    /// <summary>Whether a lost or refused connection and a timeout are repeated too; true.</summary>
    public bool RetryConnectionErrors { get; init; } = true;

    /// <summary>
    /// The statuses to repeat; 429, 500, 502, 503 and 504. Whatever stands here, a 409 with <c>retry-after</c> to a call with an
    /// idempotency key is repeated: the first call with that key is still running.
    /// </summary>
    public IReadOnlyCollection<int> StatusCodes { get; init; } = [429, 500, 502, 503, 504];

    /// <exception cref="ArgumentException">A number is out of its bounds.</exception>
    internal void Check(string parameter)
    {
        if (InitialIntervalMs < 0 || MaxIntervalMs < 0 || MaxElapsedMs < 0 || JitterMs < 0)
        {
            throw new ArgumentException("Intervals, jitter and elapsed limit of Retries are 0 or more.", parameter);
        }

        if (!double.IsFinite(Exponent) || Exponent < 1)
        {
            throw new ArgumentException("Exponent of Retries is 1 or more.", parameter);
        }

        ArgumentNullException.ThrowIfNull(StatusCodes, parameter);
    }
}
