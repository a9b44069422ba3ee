namespace Checkstand.Core.Webhooks;

/// <summary>When an event that did not arrive is tried again (contract polar section 5), by the service's clock.</summary>
public static class RetryPlan
{
    /// <summary>An event is tried so often; after that it has failed.</summary>
    public const int TriesMax = 10;

    /// <summary>An endpoint that could not be told of so many events in a row is disabled: it is gone, and nobody looks.</summary>
    public const int FailedEventsMax = 10;

    /// <summary>How long later events of an endpoint wait for an earlier one that was not delivered.</summary>
    public static readonly TimeSpan OrderKept = TimeSpan.FromMinutes(1);

    /// <summary>How long bodies are kept.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    /// <summary>
    /// How long a process tries to write the body of an event before it gives the event up. What fails so long is a fault
    /// of this program; a version without it, installed within this time, still tells the event.
    /// </summary>
    public static readonly TimeSpan UnwrittenKept = TimeSpan.FromDays(1);

    /// <summary>The wait after the first try; it doubles with each.</summary>
    public static readonly TimeSpan WaitMin = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait, jitter included.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(20);

    // So that the events of a receiver that was down do not all come back in the same moment.
    private const double JitterPart = 0.25;

    /// <summary>The next try; null when there is none any more.</summary>
    /// <param name="tries">How many failed so far, 1 or more.</param>
    /// <param name="now">When the last one failed.</param>
    /// <param name="jitter">A random number from 0 up to 1.</param>
    public static DateTimeOffset? NextTry(int tries, DateTimeOffset now, double jitter)
    {
        if (tries >= TriesMax)
        {
            return null;
        }

        return Milliseconds.Of(now + Wait(tries, jitter));
    }

    /// <summary>When an event whose body could not be written is tried next; null when it is given up.</summary>
    /// <param name="tries">How many failed so far, 1 or more.</param>
    /// <param name="first">When the first one failed.</param>
    /// <param name="now">When the last one failed.</param>
    public static DateTimeOffset? NextWrite(int tries, DateTimeOffset first, DateTimeOffset now) =>
        now - first < UnwrittenKept ? Milliseconds.Of(now + Wait(Math.Min(tries, TriesMax), jitter: 0)) : null;

    private static TimeSpan Wait(int tries, double jitter)
    {
        var wait = WaitMin * Math.Pow(2, tries - 1) * (1 + JitterPart * jitter);
        return wait < WaitMax ? wait : WaitMax;
    }
}
