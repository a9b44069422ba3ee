using System.Globalization;
using Checkstand.Core;

namespace Checkstand.Polar.RateLimits;

/// <summary>
/// How often this dialect may be called (contract section 3.2): 500 times a minute with one token, and 60 times a minute by
/// one client with tokens that are none.
/// </summary>
/// <param name="isOn">Whether anything is limited at all.</param>
/// <param name="clock">Tells the time.</param>
public sealed class PolarRateLimits(bool isOn, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly CountedWindow byToken = new(Minute, 500, clock);
    private readonly CountedWindow badTokens = new(Minute, 60, clock);

    /// <summary>Counts a request with a good token.</summary>
    /// <returns>Null when it is within the limit, otherwise how many seconds to wait; the same holds for the other.</returns>
    public int? OfToken(Guid tokenId) =>
        isOn ? byToken.Count(tokenId.ToString("N", CultureInfo.InvariantCulture)) : null;

    /// <summary>Counts a request with a token that is none, by its client's address.</summary>
    public int? OfBadToken(string client) => isOn ? badTokens.Count(client) : null;
}
