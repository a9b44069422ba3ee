using System.Collections.Concurrent;

namespace Checkstand.Core.Payments;

/// <summary>
/// The payments that are being looked up, a few at a time at each payment service, so that one provider that is slow to
/// answer holds up no other; and those that are left alone for a while, because looking them up failed.
/// </summary>
internal sealed class LookUps
{
    // Calls take a second at most as a rule, so a hundred are over in 13 s; and this is far below any provider's limit.
    private const int AtOnceMax = 8;

    // What waits for a provider that does not answer: some 100 bytes each.
    private const int TakenMax = 10_000;

    // As for a call that was broken off: whatever is wrong, it is not right again in a moment.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<PaymentId, DateTimeOffset> takenUntil = new();
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> lanes = new();

    /// <summary>Payments that nobody else may take now.</summary>
    public int Taken => takenUntil.Count;

    /// <summary>Whether no more can be taken until some are looked up.</summary>
    public bool IsFull => Taken >= TakenMax;

    /// <summary>Takes a payment.</summary>
    /// <returns>False when it is taken or left alone.</returns>
    public bool TryTake(PaymentId id) => takenUntil.TryAdd(id, DateTimeOffset.MaxValue);

    /// <summary>Waits for a turn at a payment service; disposing what is returned ends it.</summary>
    public async Task<IDisposable> EnterAsync(Guid paymentServiceId, CancellationToken cancellation)
    {
        var lane = lanes.GetOrAdd(paymentServiceId, static _ => new SemaphoreSlim(AtOnceMax));
        await lane.WaitAsync(cancellation);
        return new Turn(lane);
    }

    /// <summary>Gives a payment back, so that it can be taken when it is due again.</summary>
    public void Release(PaymentId id) => takenUntil.TryRemove(id, out _);

    /// <summary>Leaves a payment alone for a while.</summary>
    public void Postpone(PaymentId id, DateTimeOffset now) => takenUntil[id] = now + Pause;

    /// <summary>Gives back what was left alone for long enough.</summary>
    public void ReleasePostponed(DateTimeOffset now)
    {
        foreach (var postponed in takenUntil.Where(taken => taken.Value <= now))
        {
            takenUntil.TryRemove(postponed);
        }
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
