using System.Globalization;

namespace Checkstand.Client;

/// <summary>
/// When a server asks to be asked again: <c>retry-after-ms</c>, which both vendors' SDKs read, else <c>retry-after</c> of
/// RFC 9110 section 10.2.3, in seconds or as a date.
/// </summary>
internal static class RetryAfter
{
    public static TimeSpan? Asked(ApiResponse response)
    {
        if (response.Headers.TryGetValue("retry-after-ms", out var milliseconds))
        {
            return Number(milliseconds) is { } ms ? TimeSpan.FromMilliseconds(ms) : null;
        }

        if (!response.Headers.TryGetValue("retry-after", out var text))
        {
            return null;
        }

        if (Number(text) is { } seconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(
            text,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? (at > response.ReceivedAt ? at - response.ReceivedAt : TimeSpan.Zero)
            : null;
    }

    // Fractions are not RFC 9110's, but gateways send them; NaN is no number of 0 or more. A day is longer than any retry lasts and cannot overflow.
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= 0
            ? Math.Min(number, 86_400_000)
            : null;
}
