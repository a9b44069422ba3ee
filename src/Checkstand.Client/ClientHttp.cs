using System.Net;

namespace Checkstand.Client;

/// <summary>How the client's connections are made, for programs that hand in an <see cref="HttpClient"/> of their own.</summary>
public static class ClientHttp
{
    // A DNS change is noticed within this time, as Microsoft's guidelines for HttpClient ask.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Of every client that was handed none. Lives as long as the program.</summary>
    internal static HttpClient Shared { get; } = new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>
    /// A handler that follows no redirect, because it would carry a card to whatever host the answer names, and keeps no
    /// cookies, because clients of different merchants may share it.
    /// </summary>
    public static SocketsHttpHandler NewHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
        };
}
