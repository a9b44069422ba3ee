namespace Checkstand.Testing;

/// <summary>
/// A clock for code that waits. Waits shorter than <see cref="SkippedBelow"/> (between two attempts) pass at once and
/// move the clock; longer ones (limits of time) end only when a test moves it.
/// </summary>
public sealed class ImpatientClock : TimeProvider
{
    public static readonly TimeSpan SkippedBelow = TimeSpan.FromSeconds(10);

    private readonly Lock guard = new();
    private readonly List<Wait> waits = [];
    private readonly List<TimeSpan> skipped = [];
    private DateTimeOffset now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The waits that were passed over, in order.</summary>
    public IReadOnlyList<TimeSpan> Skipped
    {
        get
        {
            lock (guard)
            {
                return [.. skipped];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        List<Wait> due;
        lock (guard)
        {
            now += by;
            due = [.. waits.Where(wait => wait.Due <= now).OrderBy(wait => wait.Due)];
            waits.RemoveAll(due.Contains);
        }

        due.ForEach(wait => wait.End());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this, () => callback(state));
        wait.Change(dueTime, period);
        return wait;
    }

    private sealed class Wait(ImpatientClock clock, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void End() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.guard)
            {
                clock.waits.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                Due = clock.now + dueTime;
                clock.waits.Add(this);
                if (dueTime >= SkippedBelow)
                {
                    return true;
                }

                clock.skipped.Add(dueTime);
            }

            // Later, as every timer does: whoever asked for it has not got it yet.
            ThreadPool.QueueUserWorkItem(_ => clock.Advance(dueTime));
            return true;
        }

        public void Dispose()
        {
            lock (clock.guard)
            {
                clock.waits.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
