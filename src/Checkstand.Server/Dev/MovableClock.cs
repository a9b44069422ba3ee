using System.Globalization;

namespace Checkstand.Server.Dev;

/// <summary>
/// The sandbox's clock: real time plus an offset that tests move forward. The offset is kept in the data directory,
/// because a restart must not bring ended sessions back to life.
/// </summary>
internal sealed class MovableClock : TimeProvider
{
    private const string FileName = "dev-clock";
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
    public void Advance(TimeSpan by)
    {
        lock (moving)
        {
            var moved = TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks) + by.Ticks);
            File.WriteAllText(path, moved.ToString("c", CultureInfo.InvariantCulture));
            Interlocked.Exchange(ref offsetTicks, moved.Ticks);
        }
    }
}
