using System.Text;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Auth;

/// <summary>The header <c>Authorization</c> of this dialect.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// The token that a request brings; null when it brings none. Another scheme, or what is no ASCII text, counts as none
    /// (contract section 1.3).
    /// </summary>
    public static string? Of(HttpRequest request)
    {
        var sent = request.Headers.Authorization;
        if (sent is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = header[Scheme.Length..].Trim();
        return token.Length > 0 && Ascii.IsValid(token) ? token : null;
    }
}
