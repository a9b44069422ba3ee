using System.Net;

namespace Checkstand.Client;

/// <summary>The connections of every client that was not handed its own.</summary>
internal static class SharedHttp
{
    // A DNS change is noticed within this time: https://learn.microsoft.com/dotnet/fundamentals/networking/http/httpclient-guidelines
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Never disposed: it lives as long as the program, as the guidelines for HttpClient ask.</summary>
    public static HttpClient Client { get; } = Make();

    /// <summary>
    /// Follows no redirect, because it would carry a card to whatever host the answer names, and keeps no cookies, because
    /// clients of different merchants share it.
    /// </summary>
    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
        };

    private static HttpClient Make() => new(Handler()) { Timeout = Timeout.InfiniteTimeSpan };
}
