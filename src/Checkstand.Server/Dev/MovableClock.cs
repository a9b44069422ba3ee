using System.Globalization;
using System.Text;

namespace Checkstand.Server.Dev;

/// <summary>
/// The sandbox's clock: real time plus an offset that tests move forward. The offset is kept in the data directory,
/// because a restart must not bring ended sessions back to life.
/// </summary>
internal sealed class MovableClock : TimeProvider
{
    private const string FileName = "dev-clock";

    // The calendar ends with the year 9999; sessions and retentions that start before this still fit.
    private static readonly DateTimeOffset Last = new(9900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string path;
    private readonly Lock moving = new();
    private long offsetTicks;

    public MovableClock(string directory)
    {
        path = Path.Combine(directory, FileName);
        if (
            File.Exists(path)
            && TimeSpan.TryParseExact(File.ReadAllText(path), "c", CultureInfo.InvariantCulture, out var kept)
        )
        {
            offsetTicks = kept.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>Moves the clock forward.</summary>
    /// <returns>False when that would pass the last instant; nothing is changed then.</returns>
    public bool TryAdvance(TimeSpan by)
    {
        lock (moving)
        {
            if (GetUtcNow() > Last - by)
            {
                return false;
            }

            var moved = TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks) + by.Ticks);
            PrivateFile.Write(path, Encoding.ASCII.GetBytes(moved.ToString("c", CultureInfo.InvariantCulture)));
            Interlocked.Exchange(ref offsetTicks, moved.Ticks);
            return true;
        }
    }
}
