using System.Globalization;

namespace Checkstand.Polar.RateLimits;

/// <summary>
/// How often this dialect may be called (contract section 3.2): 500 times a minute with one token, 60 times a minute by
/// one client with tokens that are none, and few times for one checkout's confirmation, where cards could be tried.
/// </summary>
/// <param name="isOn">Whether anything is limited at all.</param>
/// <param name="clock">Tells the time.</param>
public sealed class PolarRateLimits(bool isOn, TimeProvider clock)
{
    private const int BlockedMax = 100_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(30);

    private readonly CountedWindow byToken = new(Minute, 500, clock);
    private readonly CountedWindow badTokens = new(Minute, 60, clock);
    private readonly CountedWindow confirmsByMinute = new(Minute, 6, clock);
    private readonly CountedWindow confirmsByHour = new(TimeSpan.FromHours(1), 20, clock);

    private readonly Dictionary<string, DateTimeOffset> blockedUntil = new(StringComparer.Ordinal);
    private readonly Lock blocking = new();

    /// <summary>Counts a request with a good token.</summary>
    /// <returns>Null when it is within the limit, otherwise how many seconds to wait; the same holds for the others.</returns>
    public int? OfToken(Guid tokenId) =>
        isOn ? byToken.Count(tokenId.ToString("N", CultureInfo.InvariantCulture)) : null;

    /// <summary>Counts a request with a token that is none, by its client's address.</summary>
    public int? OfBadToken(string client) => isOn ? badTokens.Count(client) : null;

    /// <summary>
    /// Counts an attempt to confirm the checkout of a secret. One too many closes it for half an hour, however many more
    /// follow.
    /// </summary>
    public int? OfConfirmation(string secret)
    {
        if (!isOn)
        {
            return null;
        }

        lock (blocking)
        {
            var now = clock.GetUtcNow();
            if (blockedUntil.TryGetValue(secret, out var end) && now < end)
            {
                return (int)Math.Ceiling((end - now).TotalSeconds);
            }

            if (confirmsByMinute.Count(secret) is null && confirmsByHour.Count(secret) is null)
            {
                return null;
            }

            if (blockedUntil.Count >= BlockedMax)
            {
                // Rare, and then nearly all of them have ended.
                foreach (
                    var ended in blockedUntil.Where(known => known.Value <= now).Select(known => known.Key).ToList()
                )
                {
                    blockedUntil.Remove(ended);
                }
            }

            if (blockedUntil.Count < BlockedMax)
            {
                blockedUntil[secret] = now + Block;
            }

            return (int)Block.TotalSeconds;
        }
    }
}
