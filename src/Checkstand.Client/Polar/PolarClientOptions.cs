namespace Checkstand.Client.Polar;

/// <summary>How a <see cref="PolarClient"/> finds its server and behaves.</summary>
public sealed class PolarClientOptions
{
    /// <summary>
    /// The access token, not empty. Null sends none, which only the operations with a client secret accept.
    /// </summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// Which cloud of the vendor. Required without <see cref="BaseUrl"/>: there is no default, so that a base URL that was
    /// forgotten sends no token to the vendor.
    /// </summary>
    public ApiServer? Server { get; set; }

    /// <summary>
    /// Another server, such as your own: scheme, host and perhaps a path that every call's path is appended to. Goes before
    /// <see cref="Server"/>.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The version of the API, such as <c>2026-04</c>; null leaves the choice to the server.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>When every call is repeated. Null is the vendor's default: never.</summary>
    public RetryOptions? Retries { get; set; }

    /// <summary>How long each attempt may take until its answer is read, 1 ms to 24 days; 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Sends the requests; null is one that all clients of the program share. One of your own should be made of
    /// <see cref="ClientHttp.NewHandler"/> and have no timeout, or one longer than <see cref="Timeout"/>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Measures timeouts and pauses; null is the system's clock.</summary>
    public TimeProvider? Clock { get; set; }
}
