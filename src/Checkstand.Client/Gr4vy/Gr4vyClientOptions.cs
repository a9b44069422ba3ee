namespace Checkstand.Client.Gr4vy;

/// <summary>How a <see cref="Gr4vyClient"/> finds its server and behaves.</summary>
public sealed class Gr4vyClientOptions
{
    /// <summary>
    /// The vendor's name of the instance, which makes the host: letters, digits and hyphens. Required without
    /// <see cref="BaseUrl"/>.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>
    /// Which cloud of the vendor. Required without <see cref="BaseUrl"/>: there is no default, so that a base URL that was
    /// forgotten sends no token to the vendor.
    /// </summary>
    public ApiServer? Server { get; set; }

    /// <summary>
    /// Another server, such as your own: scheme, host and perhaps a path that every call's path is appended to. Goes before
    /// <see cref="Id"/> and <see cref="Server"/>.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Makes the bearer tokens. Null sends none, which only operations without authorization accept.</summary>
    public Auth? Auth { get; set; }

    /// <summary>The merchant account of calls that name none; null leaves the choice to the server.</summary>
    public string? MerchantAccountId { get; set; }

    /// <summary>
    /// When every call is repeated. Null is the vendor's default: GETs after a 5XX or a lost connection, every 200 ms for a
    /// second; other calls never.
    /// </summary>
    public RetryOptions? Retries { get; set; }

    /// <summary>How long each attempt may take until its answer is read, 1 ms to 24 days; 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Sends the requests; null is one that all clients of the program share. One of your own should be made of
    /// <see cref="ClientHttp.NewHandler"/> and have no timeout, or one longer than <see cref="Timeout"/>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Measures timeouts, pauses and the life of tokens; null is the system's clock.</summary>
    public TimeProvider? Clock { get; set; }
}
