using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary><c>GET /checkout/sessions/{session_id}/acquirer</c>: no connection here has acquirer data, and it says so.</summary>
internal static class GetCheckoutSessionAcquirer
{
    private const string Reason = "No acquirer data is available for this checkout session.";

    public static readonly Operation Operation = new()
    {
        Id = "get_checkout_session_acquirer",
        Method = HttpMethods.Get,
        Path = "/checkout/sessions/{session_id}/acquirer",
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = Reason,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.Sessions.GetAsync(call.SessionId, call.Cancellation);
        await (
            found.TryGet(out _, out var refused)
                ? Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound, Reason)
                : call.RefuseAsync(refused)
        );
    }
}
