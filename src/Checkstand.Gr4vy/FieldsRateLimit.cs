using System.Threading.RateLimiting;
using Checkstand.Core.Sessions;

namespace Checkstand.Gr4vy;

/// <summary>
/// How often one session's fields may be sent (contract section 1.2: about 50 a minute). Whoever holds a session's id
/// could otherwise try card numbers on it as fast as the network goes. Backends with a token are not limited.
/// </summary>
/// <param name="perMinuteMax">Requests a minute for each session; 0 for no limit, as in the sandbox.</param>
public sealed class FieldsRateLimit(int perMinuteMax) : IDisposable
{
    /// <summary>What a refused client should wait, in seconds.</summary>
    public const int RetryAfterSeconds = 60;

    private readonly PartitionedRateLimiter<SessionId>? limiter =
        perMinuteMax == 0
            ? null
            : PartitionedRateLimiter.Create<SessionId, SessionId>(session =>
                RateLimitPartition.GetFixedWindowLimiter(
                    session,
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = perMinuteMax,
                        Window = TimeSpan.FromSeconds(RetryAfterSeconds),
                    }
                )
            );

    /// <summary>Whether one more request is within the limit; counts it.</summary>
    public bool Admits(SessionId session)
    {
        if (limiter is null)
        {
            return true;
        }

        using var lease = limiter.AttemptAcquire(session);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter?.Dispose();
}
