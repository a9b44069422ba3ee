namespace Checkstand.Core;

/// <summary>Stores keep milliseconds; cutting before makes the answer to a write equal to every later read.</summary>
internal static class Milliseconds
{
    /// <summary>The instant, without what is less than a millisecond, UTC.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
