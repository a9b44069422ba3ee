using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary><c>GET /checkout/sessions/{session_id}</c>: shows a session to its merchant.</summary>
internal static class GetCheckoutSession
{
    public static readonly Operation Operation = new()
    {
        Id = "get_checkout_session",
        Method = HttpMethods.Get,
        Path = "/checkout/sessions/{session_id}",
        Scope = "checkout-sessions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = SessionShapes.Session,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.Sessions.GetAsync(call.SessionId, call.Merchant, call.Cancellation);
        await (
            found.TryGet(out var session, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, session, SessionBody.Write)
                : call.RefuseAsync(refused)
        );
    }
}
