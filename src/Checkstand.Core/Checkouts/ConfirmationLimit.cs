namespace Checkstand.Core.Checkouts;

/// <summary>
/// How often one checkout may be tried to be confirmed, so that nobody tries cards there (contract polar section 3.2): 6 times
/// a minute and 20 times an hour. Whichever way an attempt comes, by a dialect or the page, it is counted here.
/// </summary>
/// <param name="isOn">Whether anything is limited at all.</param>
/// <param name="clock">Tells the time.</param>
public sealed class ConfirmationLimit(bool isOn, TimeProvider clock)
{
    // Some ten MB; who would be closed beyond so many is admitted until the next count says no.
    private const int BlockedMax = 100_000;

    private static readonly TimeSpan Block = TimeSpan.FromMinutes(30);

    private readonly CountedWindow byMinute = new(TimeSpan.FromMinutes(1), 6, clock);
    private readonly CountedWindow byHour = new(TimeSpan.FromHours(1), 20, clock);

    private readonly Dictionary<string, DateTimeOffset> blockedUntil = new(StringComparer.Ordinal);
    private readonly Lock blocking = new();

    /// <summary>
    /// Counts an attempt to confirm the checkout of a secret. One too many closes it for half an hour, however many more
    /// follow.
    /// </summary>
    /// <returns>Null when it is within the limit, otherwise how many seconds to wait, 1 or more.</returns>
    public int? Count(string clientSecret)
    {
        if (!isOn)
        {
            return null;
        }

        lock (blocking)
        {
            var now = clock.GetUtcNow();
            if (blockedUntil.TryGetValue(clientSecret, out var end) && now < end)
            {
                return (int)Math.Ceiling((end - now).TotalSeconds);
            }

            if (byMinute.Count(clientSecret) is null && byHour.Count(clientSecret) is null)
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
                blockedUntil[clientSecret] = now + Block;
            }

            return (int)Block.TotalSeconds;
        }
    }
}
