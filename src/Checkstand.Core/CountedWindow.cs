namespace Checkstand.Core;

/// <summary>
/// How often each key was seen in the current minute or hour of the clock. The framework's limiters go by the machine's
/// own time, which no test can move. When a new minute begins, all counts of the one before are forgotten at once.
/// </summary>
/// <param name="length">How long a window is; windows begin at whole multiples of it.</param>
/// <param name="max">How often a key is admitted in a window.</param>
/// <param name="clock">Tells the time.</param>
public sealed class CountedWindow(TimeSpan length, int max, TimeProvider clock)
{
    // Some ten MB. Who shows up beyond so many in one window goes uncounted: to refuse strangers because of other
    // strangers would be worse.
    private const int KeysMax = 100_000;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Lock counting = new();
    private long current;

    /// <summary>Counts a key.</summary>
    /// <returns>Null when it is within the limit; otherwise how many seconds are left of the window, 1 or more.</returns>
    public int? Count(string key)
    {
        var now = clock.GetUtcNow().UtcTicks;
        lock (counting)
        {
            if (now / length.Ticks is var window && window != current)
            {
                counts.Clear();
                current = window;
            }

            var before = counts.GetValueOrDefault(key);
            if (before < max)
            {
                if (before > 0 || counts.Count < KeysMax)
                {
                    counts[key] = before + 1;
                }

                return null;
            }

            var left = TimeSpan.FromTicks(((current + 1) * length.Ticks) - now);
            return Math.Max(1, (int)Math.Ceiling(left.TotalSeconds));
        }
    }
}
