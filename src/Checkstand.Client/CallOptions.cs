namespace Checkstand.Client;

/// <summary>What one call does differently from its client.</summary>
public sealed class CallOptions
{
    /// <summary>When the call is repeated; null follows the client.</summary>
    public RetryOptions? Retries { get; init; }

    /// <summary>
    /// How long each attempt may take until its answer is read, 1 ms to 24 days; null follows the client.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Makes a POST that was sent twice do its work once: at most 255 characters of printable ASCII. Null lets the client
    /// make one for the operations that know keys: transactions, captures, voids and refunds of the Gr4vy dialect.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Headers to add; one of the client's own names replaces the client's value.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Nothing of what is in it: headers may be secret.</summary>
    public override string ToString() => nameof(CallOptions);
}
