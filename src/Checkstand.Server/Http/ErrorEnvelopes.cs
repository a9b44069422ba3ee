using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Gr4vy;
using Checkstand.Page;
using Checkstand.Polar;

namespace Checkstand.Server.Http;

/// <summary>
/// The outermost layer: names each request, and gives every error answer a body in the caller's dialect, whatever it
/// came from: no such route, a wrong method, the framework, or a fault of ours.
/// </summary>
internal sealed partial class ErrorEnvelopes(
    RequestDelegate next,
    RequestMetrics metrics,
    ILogger<ErrorEnvelopes> logger
)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var startedAt = Stopwatch.GetTimestamp();
        context.Response.Headers["x-request-id"] = context.TraceIdentifier;
        try
        {
            await next(context);

            // Routing and CORS answer with a bare status.
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await WriteAsync(context, context.Response.StatusCode);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; nobody is left to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, failure);
        }
        finally
        {
            metrics.Count(context.Response.StatusCode, startedAt);
        }
    }

    private Task AnswerAsync(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case BadHttpRequestException bad:
                return WriteAsync(context, bad.StatusCode);
            case StoreBusyException:
                LogBusy(failure.Message);
                context.Response.Headers.RetryAfter = "1";
                return WriteAsync(context, StatusCodes.Status503ServiceUnavailable);
            default:
                LogFault(failure, context.TraceIdentifier);
                return WriteAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task WriteAsync(HttpContext context, int status) =>
        PolarApi.IsPathOf(context.Request.Path) ? PolarErrors.WriteAsync(context, status)
        : PageRoutes.IsPathOf(context.Request.Path, CheckoutSecret.Prefix) ? PageRoutes.WriteErrorAsync(context, status)
        : Gr4vyErrors.WriteAsync(context, status);

    [LoggerMessage(1001, LogLevel.Error, "Request {RequestId} failed")]
    private partial void LogFault(Exception fault, string requestId);

    [LoggerMessage(1002, LogLevel.Warning, "Request refused: {Reason}")]
    private partial void LogBusy(string reason);
}
