using System.Text.RegularExpressions;

namespace Checkstand.Server.Logs;

/// <summary>
/// Masks what a client secret or an access token looks like: whoever reads the first in a path may pay a checkout, and
/// whoever reads the second acts for an organization.
/// </summary>
internal static partial class SecretMask
{
    public static string Apply(string line) => Secrets.Replace(line, "${prefix}***");

    [GeneratedRegex(
        "(?<prefix>polar_[a-z]+_)[A-Za-z0-9]+|(?<prefix>whsec_)[A-Za-z0-9+/=]+",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Secrets { get; }
}
