namespace Checkstand.Client.Polar;

/// <summary>
/// Speaks the Polar dialect, with this server or with the vendor's cloud. Safe for many threads; one is enough for a
/// program. Each resource is a property of it, in the folder of the resource.
/// </summary>
public sealed partial class PolarClient
{
    internal ApiCaller Caller { get; }

    /// <summary>A client.</summary>
    /// <param name="options">Where the server is and how to behave; read now, so that later changes do nothing.</param>
    /// <exception cref="ArgumentException">An option is out of bounds; the exception names it.</exception>
    public PolarClient(PolarClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TimeLimit.Check(options.Timeout, nameof(options));
        options.Retries?.Check(nameof(options));
        var token = options.AccessToken;
        if (token is not null)
        {
            if (string.IsNullOrWhiteSpace(token))
            {
                throw new ArgumentException("AccessToken is not empty; null sends none.", nameof(options));
            }

            HeaderText.Check("Authorization", token, nameof(options));
        }

        Caller = new ApiCaller(
            new ApiCallerOptions
            {
                BaseUrl = Address(options),
                Token = token is null ? null : () => token,
                Errors = new PolarErrors(),
                Headers = VersionHeader(options.ApiVersion),
                ReadRetries = RetryOptions.None,
                Retries = options.Retries,
                Timeout = options.Timeout,
                Http = options.HttpClient ?? ClientHttp.Shared,
                Clock = options.Clock ?? TimeProvider.System,
            }
        );
    }

    private static Uri Address(PolarClientOptions options) =>
        options.BaseUrl is { } address
            ? BaseAddress.Check(address, nameof(options))
            : options.Server switch
            {
                ApiServer.Sandbox => new Uri("https://sandbox-api.polar.sh"),
                ApiServer.Production => new Uri("https://api.polar.sh"),
                null => throw BaseAddress.Missing(nameof(options)),
                _ => throw new ArgumentException("Server is a cloud of the vendor.", nameof(options)),
            };

    // Contract polar section 1.3.
    private static KeyValuePair<string, string>[] VersionHeader(string? version)
    {
        if (version is null)
        {
            return [];
        }

        HeaderText.Check("Polar-Version", version, nameof(PolarClientOptions.ApiVersion));
        return [new("Polar-Version", version)];
    }
}
