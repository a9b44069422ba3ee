using System.Security.Cryptography;

namespace Checkstand.Client;

/// <summary>Whether and when one call is tried again.</summary>
/// <param name="options">What was said about it.</param>
/// <param name="mayRepeat">False when a second attempt could do the work twice.</param>
/// <param name="hasKey">Whether the call carries an idempotency key.</param>
internal sealed class RetryPlan(RetryOptions options, bool mayRepeat, bool hasKey = false)
{
    // Of random numbers to draw from: finer than a clock's tick is no use.
    private const int JitterSteps = 1 << 20;

    /// <summary>How long to wait before the next attempt; null when there is none.</summary>
    /// <param name="repetitions">How many repetitions there were.</param>
    /// <param name="elapsed">Since the first attempt began.</param>
    /// <param name="attempt">The attempt that just failed.</param>
    public TimeSpan? PauseAfter(ApiAttempt attempt, int repetitions, TimeSpan elapsed)
    {
        if (!mayRepeat || options.Strategy is RetryStrategy.None || !IsWorthIt(attempt))
        {
            return null;
        }

        var pause = Pause(attempt, repetitions);
        return elapsed + pause <= options.MaxElapsed ? pause : null;
    }

    private bool IsWorthIt(ApiAttempt attempt) =>
        attempt.IsConnectionLost
            ? options.RetryConnectionErrors
            : attempt.Response is { } response
                && (options.StatusCodes.Contains(response.StatusCode) || IsStillRunning(response));

    // The call that had the key before this one goes on, and its answer will be ours. Any other 409 is final.
    private bool IsStillRunning(ApiResponse response) =>
        hasKey && response.StatusCode is 409 && RetryAfter.Asked(response) is not null;

    private TimeSpan Pause(ApiAttempt attempt, int repetitions)
    {
        if (attempt.Response is { } response && RetryAfter.Asked(response) is { } asked)
        {
            return asked < options.MaxInterval ? asked : options.MaxInterval;
        }

        // Infinity, after very many repetitions, times no interval would be no number.
        var factor = Math.Min(Math.Pow(options.Exponent, repetitions), double.MaxValue);
        var grown = options.InitialInterval.TotalMilliseconds * factor;
        return TimeSpan.FromMilliseconds(Math.Min(grown, options.MaxInterval.TotalMilliseconds)) + Jitter();
    }

    private TimeSpan Jitter() => options.Jitter * ((double)RandomNumberGenerator.GetInt32(JitterSteps) / JitterSteps);
}
