namespace Checkstand.Core;

/// <summary>Stores keep milliseconds; cutting before makes the answer to a write equal to every later read.</summary>
public static class Milliseconds
{
    extension(TimeProvider clock)
    {
        /// <summary>The time, UTC, without what is less than a millisecond.</summary>
        public DateTimeOffset NowInMilliseconds() => Of(clock.GetUtcNow());
    }

    /// <summary>The instant, without what is less than a millisecond, UTC.</summary>
    internal static DateTimeOffset Of(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
