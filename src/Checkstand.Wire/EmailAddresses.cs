using System.Net.Mail;

namespace Checkstand.Wire;

/// <summary>Addresses of mailboxes.</summary>
public static class EmailAddresses
{
    // RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.3.
    private const int LengthMax = 254;
    private const int LocalPartMax = 64;

    /// <summary>The address with its host in lower case; null when it is none. Nobody is asked whether the mailbox exists.</summary>
    public static string? Normalize(string text)
    {
        if (
            text.Length > LengthMax
            || !MailAddress.TryCreate(text, out var parsed)
            || parsed.Address != text
            || parsed.User.Length > LocalPartMax
            || parsed.User.StartsWith('"')
            || !IsDomain(parsed.Host)
        )
        {
            return null;
        }

        return $"{parsed.User}@{parsed.Host.ToLowerInvariant()}";
    }

    private static bool IsDomain(string host) =>
        host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) == UriHostNameType.Dns;
}
