namespace Checkstand.Server.Http;

/// <summary>Whether the service can serve, for <c>/readyz</c>: not before everything is set up, not after it began to stop.</summary>
internal sealed class Readiness
{
    private volatile string? reason = "starting";

    /// <summary>Why it can't serve; null when it can.</summary>
    public string? Reason => reason;

    public void Ready() => reason = null;

    public void NotReady(string because) => reason = because;
}

/// <summary><c>GET /healthz</c>: the process lives. <c>GET /readyz</c>: it can serve.</summary>
internal static class Health
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder routes, Readiness readiness)
    {
        routes.MapMethods("/healthz", GetOrHead, (RequestDelegate)(context => AnswerAsync(context, null)));
        routes.MapMethods("/readyz", GetOrHead, (RequestDelegate)(context => AnswerAsync(context, readiness.Reason)));
    }

    private static Task AnswerAsync(HttpContext context, string? problem)
    {
        context.Response.StatusCode = problem is null
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(problem ?? "ok");
    }
}
