using Checkstand.Core;
using Checkstand.Gr4vy;

namespace Checkstand.Server.Http;

/// <summary>
/// The outermost layer: names each request, and gives every error answer a body in the caller's dialect, whatever it
/// came from: no such route, a wrong method, the framework, or a fault of ours.
/// </summary>
internal sealed partial class ErrorEnvelopes(RequestDelegate next, ILogger<ErrorEnvelopes> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["x-request-id"] = context.TraceIdentifier;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; nobody is left to answer.
            return;
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Gr4vyErrors.WriteAsync(context, bad.StatusCode);
            return;
        }
        catch (StoreBusyException busy) when (!context.Response.HasStarted)
        {
            LogBusy(busy.Message);
            context.Response.Headers.RetryAfter = "1";
            await Gr4vyErrors.WriteAsync(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(fault, context.TraceIdentifier);
            await Gr4vyErrors.WriteAsync(context, StatusCodes.Status500InternalServerError);
            return;
        }

        // Routing and CORS answer with a bare status.
        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await Gr4vyErrors.WriteAsync(context, response.StatusCode);
        }
    }

    [LoggerMessage(1001, LogLevel.Error, "Request {RequestId} failed")]
    private partial void LogFault(Exception fault, string requestId);

    [LoggerMessage(1002, LogLevel.Warning, "Request refused: {Reason}")]
    private partial void LogBusy(string reason);
}
