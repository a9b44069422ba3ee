namespace Checkstand.Client;

/// <summary>What a client tells its caller, once.</summary>
internal sealed class ApiCallerOptions
{
    /// <summary>Scheme, host and perhaps a path that every call's path is appended to.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Makes the bearer token of each call; null when there is none.</summary>
    public Func<string>? Token { get; init; }

    public required IErrorReader Errors { get; init; }

    /// <summary>Sent with every call, unless the call has one of the same name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What GETs do when nobody says anything.</summary>
    public required RetryOptions ReadRetries { get; init; }

    /// <summary>What every call does when it says nothing itself; null when nobody said anything.</summary>
    public RetryOptions? Retries { get; init; }

    /// <summary>For each attempt.</summary>
    public required TimeSpan Timeout { get; init; }

    public required HttpClient Http { get; init; }

    public required TimeProvider Clock { get; init; }
}
