namespace Checkstand.Core.CheckoutLinks;

/// <summary>Which pages may embed the checkouts of an organization (contract polar section 4).</summary>
public static class EmbedOrigins
{
    private const string AnySubdomain = "*.";

    /// <summary>Whether a page of an origin may embed.</summary>
    /// <param name="hosts">
    /// Who may: a host with an optional port, <c>*.</c> before it for any subdomain, or the origin of an app; all in lower
    /// case. Empty for everybody.
    /// </param>
    /// <param name="origin">The page's origin, such as <c>https://shop.example.com</c>.</param>
    public static bool IsAllowed(IReadOnlyList<string> hosts, string origin)
    {
        if (hosts.Count == 0)
        {
            return true;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && (page.IsLoopback || hosts.Any(host => Matches(host, page)));
    }

    private static bool Matches(string host, Uri page)
    {
        if (host.Contains("://", StringComparison.Ordinal))
        {
            return host == $"{page.Scheme}://{page.Host}";
        }

        if (page.Scheme is not ("http" or "https"))
        {
            return false;
        }

        // With a port the page must be on it, without one it may be on any.
        var named = page.Authority == page.Host || !HasPort(host) ? page.Host : page.Authority;
        return host.StartsWith(AnySubdomain, StringComparison.Ordinal)
            ? named.EndsWith(host[1..], StringComparison.Ordinal) && named.Length > host.Length - 1
            : named == host;
    }

    private static bool HasPort(string host) => host.LastIndexOf(':') > host.LastIndexOf(']');
}
