namespace Checkstand.Server;

/// <summary>
/// The settings, from the section <c>Checkstand</c>: appsettings.json, then environment (<c>Checkstand__Data</c>), then
/// the command line.
/// </summary>
internal sealed class CheckstandOptions
{
    /// <summary>Where to listen; several are separated by semicolons. Default <c>http://127.0.0.1:8080</c>.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The data directory: database, key ring, credentials of the sandbox. Default <c>./data</c>.</summary>
    public string Data { get; set; } = "./data";

    /// <summary>
    /// Where buyers reach this server, say <c>https://pay.example.com</c>: the start of the addresses in answers and
    /// webhooks. Null, the default, for the address that a request came in by.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>A PostgreSQL connection; absent means the embedded database in the data directory.</summary>
    public string? Database { get; set; }

    /// <summary>The vault's key ring as JSON, for those who keep no keys on disk; absent means the file in the data directory.</summary>
    public string? KeyRing { get; set; }

    /// <summary>Origins from which browsers may call the browser routes. Default: any, because the session's id is the permission.</summary>
    public string[] BrowserOrigins { get; set; } = ["*"];

    /// <summary>The session rules' settings.</summary>
    public Core.Sessions.SessionOptions Sessions { get; set; } = new();

    /// <summary>The checkout rules' settings.</summary>
    public Core.Checkouts.CheckoutOptions Checkouts { get; set; } = new();

    /// <summary>Whether and how tax is worked out.</summary>
    public TaxOptions Taxes { get; set; } = new();

    /// <summary>Settings of replayed requests.</summary>
    public Core.Idempotency.IdempotencyOptions Idempotency { get; set; } = new();

    /// <summary>Settings of webhooks.</summary>
    public Webhooks.WebhookOptions Webhooks { get; set; } = new();

    /// <summary>Settings of the Polar dialect.</summary>
    public PolarSettings Polar { get; set; } = new();

    /// <summary>The accounts with Stripe. Read on its own, because it holds secrets.</summary>
    internal Connectors.Stripe.StripeOptions Stripe { get; set; } = new();

    /// <summary>Settings of the sandbox; production refuses them.</summary>
    public Dev.DevOptions Dev { get; set; } = new();

    /// <summary>Refuses settings that nothing here can honour.</summary>
    /// <exception cref="UsageException">The first that is wrong, in words.</exception>
    public void Validate()
    {
        if (Database is not null)
        {
            throw new UsageException(
                "PostgreSQL is not supported yet: leave --database out to use the embedded database."
            );
        }

        if (PublicUrl is not null && !IsPage(PublicUrl))
        {
            throw new UsageException(
                $"PublicUrl '{PublicUrl}' is no address: expected http:// or https:// and a host."
            );
        }

        var wrong =
            Sessions.Problem
            ?? Checkouts.Problem
            ?? Taxes.Problem
            ?? Idempotency.Problem
            ?? Stripe.Problem
            ?? Dev.Problem;
        if (wrong is { } problem)
        {
            throw new UsageException(problem);
        }

        foreach (var url in Urls.Split(';', StringSplitOptions.TrimEntries))
        {
            if (!IsListenable(url))
            {
                throw new UsageException(
                    $"Can't listen on '{url}': expected http://, an IP address, localhost or *, and a port. For TLS put a reverse proxy in front."
                );
            }
        }
    }

    private static bool IsPage(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", Query: "", Fragment: "" };

    // Kestrel would take any other host name for "every address of this machine", which nobody means.
    private static bool IsListenable(string url) =>
        Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri is { Scheme: "http", PathAndQuery: "/" }
        && (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || uri.Host == "localhost");
}

/// <summary>A reason not to start, or not to do what was asked, in one sentence for the person at the terminal.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message) { }
}

/// <summary>Settings of the Polar dialect.</summary>
internal sealed class PolarSettings
{
    /// <summary>
    /// Whether it limits how often it is called, and a checkout is confirmed, on the hosted page too. Null, the default: in
    /// production yes, in the sandbox no.
    /// </summary>
    public bool? RateLimits { get; set; }
}
