using Checkstand.Core.Merchants;

namespace Checkstand.Core.Idempotency;

/// <summary>
/// What replays need from a database. Every implementation inherits IdempotencyStoreContract in the tests. When a
/// returned task completes, its write survives a crash.
/// </summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// Takes a key for a request, or finds what it was taken for. A record older than <paramref name="keptSince"/>
    /// counts as none.
    /// </summary>
    /// <returns>The record that holds now, and whether this call made it.</returns>
    Task<(IdempotencyRecord Record, bool IsNew)> TakeAsync(
        MerchantAccountId merchant,
        string key,
        IdempotencyRecord record,
        DateTimeOffset keptSince,
        CancellationToken cancellation
    );

    /// <summary>Keeps the answer of a key that was taken.</summary>
    Task AnswerAsync(MerchantAccountId merchant, string key, RecordedAnswer answer, CancellationToken cancellation);

    /// <summary>Gives a key up, when its request was refused and changed nothing.</summary>
    Task ReleaseAsync(MerchantAccountId merchant, string key, CancellationToken cancellation);

    /// <summary>Removes records made before <paramref name="keptSince"/>, at most <paramref name="max"/>.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveAsync(DateTimeOffset keptSince, int max, CancellationToken cancellation);
}

/// <summary>What a key was taken for.</summary>
/// <param name="RequestDigest">HMAC of the request, 32 bytes: the same key with another digest is another request.</param>
/// <param name="ReservedId">The id that what the request creates will have, so that a second run finds it.</param>
/// <param name="CreatedAt">When it was taken.</param>
/// <param name="Answer">What was answered; null while the request runs, or when the process ended before it answered.</param>
public sealed record IdempotencyRecord(
    ReadOnlyMemory<byte> RequestDigest,
    Guid ReservedId,
    DateTimeOffset CreatedAt,
    RecordedAnswer? Answer
);

/// <summary>An answer as it was sent.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body's bytes; empty when there was none.</param>
public sealed record RecordedAnswer(int Status, ReadOnlyMemory<byte> Body);
