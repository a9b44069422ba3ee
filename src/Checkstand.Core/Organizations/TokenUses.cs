using System.Collections.Concurrent;

namespace Checkstand.Core.Organizations;

/// <summary>
/// When access tokens were last used. A request notes it in memory, because a write for each would cost more than it
/// tells; what was noted is stored a minute after it was stored before, so a crash forgets a minute at most.
/// </summary>
internal sealed class TokenUses
{
    private const long StoredEveryMs = 60_000;

    // Requests that use one token at the same time need not take turns to say so.
    private const long NotedEveryMs = 1000;

    private readonly ConcurrentDictionary<Guid, Mark> marks = new();

    /// <summary>Notes a use.</summary>
    public void Note(Guid token, DateTimeOffset now)
    {
        var mark = marks.GetOrAdd(token, static _ => new Mark());
        var at = now.ToUnixTimeMilliseconds();
        if (at - mark.UsedAtMs >= NotedEveryMs)
        {
            mark.UsedAtMs = at;
        }
    }

    /// <summary>When a token was last used; null when it never was.</summary>
    public DateTimeOffset? Of(AccessToken token) =>
        marks.TryGetValue(token.Id, out var mark)
            ? DateTimeOffset.FromUnixTimeMilliseconds(mark.UsedAtMs)
            : token.LastUsedAt;

    /// <summary>What has to be stored by now.</summary>
    public IReadOnlyList<TokenUse> DueAt(DateTimeOffset now)
    {
        var by = now.ToUnixTimeMilliseconds() - StoredEveryMs;
        return
        [
            .. marks
                .Select(mark => (mark.Key, mark.Value.UsedAtMs, mark.Value.StoredAtMs))
                .Where(mark => mark.UsedAtMs > mark.StoredAtMs && mark.StoredAtMs <= by)
                .Select(mark => new TokenUse(mark.Key, DateTimeOffset.FromUnixTimeMilliseconds(mark.UsedAtMs))),
        ];
    }

    /// <summary>Takes note that uses are stored.</summary>
    public void Stored(IReadOnlyList<TokenUse> uses)
    {
        foreach (var use in uses)
        {
            if (marks.TryGetValue(use.Token, out var mark))
            {
                mark.StoredAtMs = use.At.ToUnixTimeMilliseconds();
            }
        }
    }

    /// <summary>Forgets the tokens that there are not any more.</summary>
    public void KeepOnly(IReadOnlySet<Guid> tokens)
    {
        foreach (var gone in marks.Keys.Where(token => !tokens.Contains(token)))
        {
            marks.TryRemove(gone, out _);
        }
    }

    private sealed class Mark
    {
        private long usedAtMs;
        private long storedAtMs;

        public long UsedAtMs
        {
            get => Volatile.Read(ref usedAtMs);
            set => Volatile.Write(ref usedAtMs, value);
        }

        public long StoredAtMs
        {
            get => Volatile.Read(ref storedAtMs);
            set => Volatile.Write(ref storedAtMs, value);
        }
    }
}

/// <summary>A use of an access token.</summary>
/// <param name="Token">The token's id.</param>
/// <param name="At">When, UTC, whole milliseconds.</param>
public sealed record TokenUse(Guid Token, DateTimeOffset At);
