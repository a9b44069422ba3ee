namespace Checkstand.Client.Gr4vy;

/// <summary>
/// Speaks the Gr4vy dialect, with this server or with the vendor's cloud. Safe for many threads; one is enough for a
/// program. Each resource is a property of it, in the folder of the resource.
/// </summary>
public sealed partial class Gr4vyClient
{
    // Contract gr4vy section 5: a GET is repeated every 200 ms for a second, on any 5XX and on lost connections.
    private static readonly RetryOptions ReadRetries = new()
    {
        InitialInterval = TimeSpan.FromMilliseconds(200),
        MaxInterval = TimeSpan.FromMilliseconds(200),
        Exponent = 1,
        Jitter = TimeSpan.Zero,
        MaxElapsed = TimeSpan.FromSeconds(1),
        StatusCodes = [.. Enumerable.Range(500, 100)],
    };

    private readonly Auth? auth;
    private readonly TimeProvider clock;

    internal ApiCaller Caller { get; }

    /// <summary>A client.</summary>
    /// <param name="options">Where the server is and how to behave; read now, so that later changes do nothing.</param>
    /// <exception cref="ArgumentException">An option is missing or out of bounds; the exception names it.</exception>
    public Gr4vyClient(Gr4vyClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TimeLimit.Check(options.Timeout, nameof(options));
        options.Retries?.Check(nameof(options));
        clock = options.Clock ?? TimeProvider.System;
        auth = options.Auth;
        Caller = new ApiCaller(
            new ApiCallerOptions
            {
                BaseUrl = Address(options),
                Token = auth is null ? null : () => auth.Token(clock),
                Errors = new Gr4vyErrors(),
                Headers = Gr4vyRequests.MerchantHeader(options.MerchantAccountId),
                ReadRetries = ReadRetries,
                Retries = options.Retries,
                Timeout = options.Timeout,
                Http = options.HttpClient ?? ClientHttp.Shared,
                Clock = clock,
            }
        );
    }

    /// <summary>Tokens for browsers.</summary>
    public EmbedTokens EmbedTokens => field ??= new(auth, clock, CheckoutSessions);

    // Contract gr4vy section 1.1.
    private static Uri Address(Gr4vyClientOptions options)
    {
        if (options.BaseUrl is { } address)
        {
            return BaseAddress.Check(address, nameof(options));
        }

        if (options.Server is not { } cloud)
        {
            throw BaseAddress.Missing(nameof(options));
        }

        if (
            options.Id is not { Length: > 0 } id
            || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-')
        )
        {
            throw new ArgumentException("Id is letters, digits and hyphens, or BaseUrl is given.", nameof(options));
        }

        return cloud switch
        {
            ApiServer.Sandbox => new Uri($"https://api.sandbox.{id}.gr4vy.app"),
            ApiServer.Production => new Uri($"https://api.{id}.gr4vy.app"),
            _ => throw new ArgumentException("Server is a cloud of the vendor.", nameof(options)),
        };
    }
}
