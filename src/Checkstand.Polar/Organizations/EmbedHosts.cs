using System.Globalization;
using System.Net;

namespace Checkstand.Polar.Organizations;

/// <summary>
/// Who may embed a checkout: a host with an optional port, <c>*.</c> before it for any subdomain; or the origin of an
/// app, which has no host and so carries its scheme.
/// </summary>
internal static class EmbedHosts
{
    // RFC 1035 section 2.3.4, and room for a port or a scheme.
    private const int LengthMax = 300;

    /// <summary>The entry in lower case; null when it is none.</summary>
    public static string? Normalize(string text)
    {
        var entry = text.Trim().ToLowerInvariant();
        if (entry.Length is 0 or > LengthMax)
        {
            return null;
        }

        return entry.Contains("://", StringComparison.Ordinal) ? AppOrigin(entry) : HostAndPort(entry);
    }

    private static string? AppOrigin(string entry) =>
        Uri.TryCreate(entry, UriKind.Absolute, out var origin)
        && origin.Scheme is not ("http" or "https" or "file" or "ws" or "wss" or "ftp")
        && origin.Host.Length > 0
        && entry == $"{origin.Scheme}://{origin.Host}"
            ? entry
            : null;

    private static string? HostAndPort(string entry)
    {
        var host = entry;
        var colon = entry.LastIndexOf(':');
        if (colon >= 0 && !entry.EndsWith(']'))
        {
            if (
                !int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                || port is 0 or > ushort.MaxValue
            )
            {
                return null;
            }

            host = entry[..colon];
        }

        if (host.StartsWith("*.", StringComparison.Ordinal))
        {
            // Everything below one name of the top would be everybody.
            return IsName(host[2..]) && host[2..].Contains('.', StringComparison.Ordinal) ? entry : null;
        }

        return IsName(host) || IsAddress(host) ? entry : null;
    }

    private static bool IsName(string host) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(char.IsAscii) && !host.EndsWith('.');

    private static bool IsAddress(string host) =>
        host is ['[', .. var inside, ']']
            ? IPAddress.TryParse(inside, out _) && inside.Contains(':', StringComparison.Ordinal)
            : Uri.CheckHostName(host) == UriHostNameType.IPv4;
}
