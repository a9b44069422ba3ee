namespace Checkstand.Client;

/// <summary>How long the timers of .NET can be set to.</summary>
internal static class TimeLimit
{
    // They take no more than 2^32 - 2 ms; a pause and its random part are added to each other.
    public static readonly TimeSpan Max = TimeSpan.FromDays(24);

    private static readonly TimeSpan Min = TimeSpan.FromMilliseconds(1);

    /// <exception cref="ArgumentException">It is no time that an attempt may take.</exception>
    public static void Check(TimeSpan timeout, string parameter)
    {
        if (timeout < Min || timeout > Max)
        {
            throw new ArgumentException("Timeout is 1 ms to 24 days.", parameter);
        }
    }
}
