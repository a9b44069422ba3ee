using Checkstand.Core.Checkouts;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Page;

/// <summary>How a page goes out: what the browser may do with it, and that nobody keeps it.</summary>
internal static class PageAnswer
{
    /// <summary>Answers with a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">Its status.</param>
    /// <param name="page">HTML.</param>
    /// <param name="checkout">The checkout, if the page is about one: the seller's page may embed it.</param>
    public static Task WriteAsync(HttpContext context, int status, string page, Checkout? checkout = null)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        SetHeaders(response, checkout);
        return response.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>Sends the browser on to a page of ours, with GET whatever it sent before.</summary>
    public static Task SeeOther(HttpContext context, string address, Checkout? checkout = null)
    {
        SetHeaders(context.Response, checkout);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Ascii(address);
        return Task.CompletedTask;
    }

    private static void SetHeaders(HttpResponse response, Checkout? checkout)
    {
        var headers = response.Headers;
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        // The address holds the client secret; no other page is to learn it.
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ContentSecurityPolicy(checkout);
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static string ContentSecurityPolicy(Checkout? checkout) =>
        $"default-src 'none'; style-src {PageShell.StyleSource}; form-action 'self'; "
        + $"base-uri 'none'; frame-ancestors {OriginOf(checkout?.EmbedOrigin) ?? "'none'"}";

    // Scheme, host and port only, as the parser of addresses writes them: nothing else of what a seller sent gets here.
    private static string? OriginOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.IdnHost.Length > 0
            ? $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}"
            : null;

    // A header is ASCII: the path of an address is escaped by now, the host that the settings name is not.
    private static string Ascii(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new UriBuilder(uri) { Host = uri.IdnHost }
                .Uri
                .AbsoluteUri
            : address;
}
