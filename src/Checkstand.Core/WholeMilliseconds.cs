namespace Checkstand.Core;

/// <summary>Stores keep milliseconds; cutting instants first makes the answer to a change equal to every later read.</summary>
public static class WholeMilliseconds
{
    extension(TimeProvider clock)
    {
        /// <summary>The time, UTC, without what is finer than a millisecond.</summary>
        public DateTimeOffset NowInMilliseconds() =>
            DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
