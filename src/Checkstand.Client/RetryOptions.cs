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
/// <c>min(InitialInterval * Exponent^n, MaxInterval)</c>, plus up to <see cref="Jitter"/>. A <c>retry-after-ms</c>
/// or <c>retry-after</c> header replaces it, as far as <see cref="MaxInterval"/> allows. Defaults are those that the
/// vendors' SDKs use when a program switches retries on.
/// </summary>
public sealed class RetryOptions
{
    /// <summary>No repetition at all.</summary>
    public static RetryOptions None { get; } = new() { Strategy = RetryStrategy.None };

    /// <summary>Whether to repeat.</summary>
    public RetryStrategy Strategy { get; init; } = RetryStrategy.Backoff;

    /// <summary>The pause before the first repetition, 0 to 24 days; 500 ms.</summary>
    public TimeSpan InitialInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What no pause exceeds, jitter aside, 0 to 24 days; a minute.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What each pause is multiplied by to get the next, 1 or more; 1.5.</summary>
    public double Exponent { get; init; } = 1.5;

    /// <summary>Up to which a random time is added to each pause, 0 to 24 days; a second.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long after the first attempt no other begins, 0 or more; an hour.</summary>
    public TimeSpan MaxElapsed { get; init; } = TimeSpan.FromHours(1);

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
        TimeSpan[] pauses = [InitialInterval, MaxInterval, Jitter];
        if (Array.Exists(pauses, pause => pause < TimeSpan.Zero || pause > TimeLimit.Max))
        {
            throw new ArgumentException(
                "InitialInterval, MaxInterval and Jitter of Retries are 0 to 24 days.",
                parameter
            );
        }

        if (MaxElapsed < TimeSpan.Zero)
        {
            throw new ArgumentException("MaxElapsed of Retries is 0 or more.", parameter);
        }

        if (!double.IsFinite(Exponent) || Exponent < 1)
        {
            throw new ArgumentException("Exponent of Retries is 1 or more.", parameter);
        }

        ArgumentNullException.ThrowIfNull(StatusCodes, parameter);
    }
}
