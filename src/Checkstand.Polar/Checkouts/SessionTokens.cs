using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary>
/// The <c>customer_session_token</c> of a confirmation (contract sections 6.4 and 7): there is none here, and clients differ
/// in what they take for none. It must never be a token that works: whoever knows an address could take over a customer.
/// </summary>
internal static class SessionTokens
{
    private static readonly Version TypeScriptMin = new(0, 46, 7);
    private static readonly Version PythonMin = new(0, 32);

    /// <summary>Null for clients that are known to take null, and the empty text for all others.</summary>
    public static string? NothingFor(HttpRequest request)
    {
        if (request.Headers.ContainsKey(PolarVersion.Header))
        {
            return null;
        }

        // Such as "speakeasy-sdk/typescript 0.49.0 2.918.3 2026-04 @polar-sh/sdk".
        var words = request.Headers.UserAgent.ToString().Split(' ', 3);
        Version? least = words[0] switch
        {
            "speakeasy-sdk/typescript" => TypeScriptMin,
            "speakeasy-sdk/python" => PythonMin,
            _ => null,
        };
        return words.Length > 1 && Version.TryParse(words[1], out var version) && version >= least ? null : "";
    }
}
