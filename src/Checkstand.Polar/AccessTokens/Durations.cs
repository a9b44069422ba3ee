using System.Globalization;
using System.Xml;

namespace Checkstand.Polar.AccessTokens;

/// <summary>Spans of time as ISO 8601 writes them, such as <c>P30D</c> or <c>PT12H</c>. A year has 365 days, a month 30.</summary>
internal static class Durations
{
    // Longer than anybody here will live, and far from where the calendar ends.
    private static readonly TimeSpan Max = TimeSpan.FromDays(365 * 100);

    /// <summary>The text itself; null when it is no span between nothing and a hundred years.</summary>
    public static string? Normalize(string text) => TryParse(text, out _) ? text : null;

    /// <summary>Reads a text that <see cref="Normalize"/> took.</summary>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var span) ? span : throw new FormatException("No ISO 8601 duration.");

    private static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        try
        {
            // Weeks stand alone, and the framework's parser doesn't know them.
            span =
                text is ['P', .. var count, 'W']
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
                    ? TimeSpan.FromDays(7L * weeks)
                    : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception unfit) when (unfit is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return false;
        }

        return span > TimeSpan.Zero && span <= Max;
    }
}
