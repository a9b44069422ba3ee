using System.Security.Cryptography;

namespace Checkstand.Client;

/// <summary>What one call does, after its own options, its request and its client were asked in this order.</summary>
internal sealed class ApiCall
{
    // The header of both vendors that know keys; the Gr4vy contract writes it in small letters.
    private const string KeyHeader = "idempotency-key";
    private const int KeyLettersMax = 255;

    // 128 random bits: nobody meets the key of another call.
    private const int KeyHexLength = 32;

    // What the transport writes from the body and the connection.
    private static readonly string[] OfTheTransport =
    [
        "content-length",
        "content-type",
        "transfer-encoding",
        "connection",
        "host",
    ];

    private ApiCall(CallName name, RetryPlan retries, TimeSpan timeout, Dictionary<string, string> headers) =>
        (Name, Retries, Timeout, Headers) = (name, retries, timeout, headers);

    /// <summary>What errors say of it.</summary>
    public CallName Name { get; }

    public RetryPlan Retries { get; }

    public TimeSpan Timeout { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static ApiCall Of(ApiRequest request, CallOptions? call, ApiCallerOptions client)
    {
        Check(call);
        var retries =
            call?.Retries
            ?? client.Retries
            ?? (request.Method == HttpMethod.Get ? client.ReadRetries : RetryOptions.None);
        var headers = HeadersOf(request, call, client);
        if (call?.IdempotencyKey is { } given)
        {
            headers[KeyHeader] = given;
        }
        else if (request.KnowsIdempotencyKeys)
        {
            // Whether or not it is repeated here: who does not know what became of it asks again with the error's key.
            headers.TryAdd(KeyHeader, RandomNumberGenerator.GetHexString(KeyHexLength, lowercase: true));
        }

        // The other methods say what is to be, so that doing it twice is doing it once.
        var key = headers.GetValueOrDefault(KeyHeader);
        var mayRepeat = request.Method != HttpMethod.Post || key is not null;
        return new ApiCall(
            request.Name with
            {
                IdempotencyKey = key,
            },
            new RetryPlan(retries, mayRepeat, key is not null),
            call?.Timeout ?? client.Timeout,
            headers
        );
    }

    private static void Check(CallOptions? options)
    {
        if (options is null)
        {
            return;
        }

        if (options.Timeout is { } timeout)
        {
            TimeLimit.Check(timeout, nameof(options));
        }

        if (
            options.IdempotencyKey is { } key
            && (key.Length is 0 or > KeyLettersMax || key.Any(l => l is < ' ' or > '~'))
        )
        {
            throw new ArgumentException("IdempotencyKey is 1 to 255 characters of printable ASCII.", nameof(options));
        }

        options.Retries?.Check(nameof(options));
        foreach (var (name, value) in options.Headers ?? new Dictionary<string, string>())
        {
            HeaderText.Check(name, value, nameof(options));
            if (OfTheTransport.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"The header {name} is the transport's.", nameof(options));
            }
        }
    }

    private static Dictionary<string, string> HeadersOf(ApiRequest request, CallOptions? call, ApiCallerOptions client)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Accept"] = "application/json",
            ["User-Agent"] = ClientVersion.UserAgent,
        };
        foreach (
            var (name, value) in client
                .Headers.Concat(request.Headers)
                .Concat(call?.Headers ?? new Dictionary<string, string>())
        )
        {
            all[name] = value;
        }

        return all;
    }
}
