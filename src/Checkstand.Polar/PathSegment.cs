using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Checkstand.Polar;

/// <summary>
/// Text in a request's path. The server decodes a path but for its slashes, so that <c>%2F</c> and <c>%252F</c> look alike
/// afterwards; what was sent tells them apart (RFC 3986 section 2.4: decode once, after taking the path to pieces).
/// </summary>
internal static class PathSegment
{
    /// <summary>The value of a parameter of the route, decoded once.</summary>
    public static string Text(HttpContext http, string name)
    {
        var routed = (string)http.Request.RouteValues[name]!;
        return routed.Contains('%') && Sent(http, name) is { } sent ? Uri.UnescapeDataString(sent) : routed;
    }

    // Null for paths that the server put in another form, such as those with dots.
    private static string? Sent(HttpContext http, string name)
    {
        var pattern = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern.PathSegments;
        var place = pattern
            .TakeWhile(segment => segment.Parts is not [RoutePatternParameterPart part] || part.Name != name)
            .Count();
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget.Split('?', 2)[0] ?? "";
        var segments = target.TrimStart('/').TrimEnd('/').Split('/');
        return target.StartsWith('/') && segments.Length == pattern.Count ? segments[place] : null;
    }
}
