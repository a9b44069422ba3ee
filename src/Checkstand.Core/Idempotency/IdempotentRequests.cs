using System.Collections.Concurrent;
using Checkstand.Core.Merchants;

namespace Checkstand.Core.Idempotency;

/// <summary>
/// Requests that name a key run once: the same request again gets the same answer. A request whose process ended in
/// the middle is taken up by the next that brings its key, with the ids that the first had reserved, so that it finds
/// what was begun instead of beginning anew.
/// </summary>
public sealed class IdempotentRequests(IIdempotencyStore store, IdempotencyOptions options, TimeProvider clock)
{
    /// <summary>Longest key, in characters (contract gr4vy section 1.1).</summary>
    public const int KeyLengthMax = 255;

    private const int RemovedTogetherMax = 500;

    private readonly ConcurrentDictionary<(MerchantAccountId, string), byte> running = new();

    /// <summary>Begins a request.</summary>
    /// <param name="merchant">Keys of two merchant accounts are unrelated.</param>
    /// <param name="key">The key.</param>
    /// <param name="requestDigest">HMAC of method, path and body.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IdempotencyStart> BeginAsync(
        MerchantAccountId merchant,
        string key,
        ReadOnlyMemory<byte> requestDigest,
        CancellationToken cancellation
    )
    {
        if (!running.TryAdd((merchant, key), 0))
        {
            return new IdempotencyStart.Running();
        }

        var isOurs = false;
        try
        {
            var now = clock.GetUtcNow();
            var (record, isNew) = await store.TakeAsync(
                merchant,
                key,
                new IdempotencyRecord(requestDigest, TimeOrderedId.New(now), now, Answer: null),
                now - options.Retention,
                cancellation
            );
            if (!isNew && !record.RequestDigest.Span.SequenceEqual(requestDigest.Span))
            {
                return new IdempotencyStart.OtherRequest();
            }

            if (record.Answer is { } answer)
            {
                return new IdempotencyStart.Answered(answer);
            }

            isOurs = true;
            return new IdempotencyStart.Begun(new IdempotentRequest(this, merchant, key, record.ReservedId));
        }
        finally
        {
            if (!isOurs)
            {
                running.TryRemove((merchant, key), out _);
            }
        }
    }

    /// <summary>Removes records past their retention. Runs on a schedule.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var keptSince = clock.GetUtcNow() - options.Retention;
        var total = 0;
        int removed;
        do
        {
            removed = await store.RemoveAsync(keptSince, RemovedTogetherMax, cancellation);
            total += removed;
        } while (removed == RemovedTogetherMax);
        return total;
    }

    internal Task AnswerAsync(IdempotentRequest request, RecordedAnswer answer) =>
        store.AnswerAsync(request.Merchant, request.Key, answer, CancellationToken.None);

    internal Task ReleaseAsync(IdempotentRequest request) =>
        store.ReleaseAsync(request.Merchant, request.Key, CancellationToken.None);

    internal void End(IdempotentRequest request) => running.TryRemove((request.Merchant, request.Key), out _);
}

/// <summary>What a key says about a request.</summary>
public abstract record IdempotencyStart
{
    private IdempotencyStart() { }

    /// <summary>The request is to be run.</summary>
    public sealed record Begun(IdempotentRequest Request) : IdempotencyStart;

    /// <summary>It was run; this is its answer.</summary>
    public sealed record Answered(RecordedAnswer Answer) : IdempotencyStart;

    /// <summary>The key belongs to another request.</summary>
    public sealed record OtherRequest : IdempotencyStart;

    /// <summary>The same key is being run right now.</summary>
    public sealed record Running : IdempotencyStart;
}

/// <summary>A request that runs under a key. Disposed when it ends, answered or not.</summary>
public sealed class IdempotentRequest : IDisposable
{
    private readonly IdempotentRequests owner;
    private int ended;

    internal IdempotentRequest(IdempotentRequests owner, MerchantAccountId merchant, string key, Guid reservedId)
    {
        this.owner = owner;
        Merchant = merchant;
        Key = key;
        ReservedId = reservedId;
    }

    /// <summary>The id for what the request creates.</summary>
    public Guid ReservedId { get; }

    internal MerchantAccountId Merchant { get; }

    internal string Key { get; }

    /// <summary>Keeps the answer, before it is sent.</summary>
    public Task AnswerAsync(RecordedAnswer answer) => owner.AnswerAsync(this, answer);

    /// <summary>Gives the key up: the request was refused and changed nothing.</summary>
    public Task ReleaseAsync() => owner.ReleaseAsync(this);

    /// <summary>Ends it. Only the first call does: after it, another request may hold the key.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref ended, 1) == 0)
        {
            owner.End(this);
        }
    }
}

/// <summary>Settings of replays (configuration section <c>Idempotency</c>).</summary>
public sealed class IdempotencyOptions
{
    /// <summary>Hours for which an answer is kept. Default 24 (contract gr4vy section 1.1), range 1 to 8760.</summary>
    public int RetentionHours { get; set; } = 24;

    /// <summary>The first setting that is out of its range, in words; null when all are fine.</summary>
    public string? Problem => RetentionHours is < 1 or > 8760 ? "Idempotency:RetentionHours must be 1 to 8760." : null;

    internal TimeSpan Retention => TimeSpan.FromHours(RetentionHours);
}
