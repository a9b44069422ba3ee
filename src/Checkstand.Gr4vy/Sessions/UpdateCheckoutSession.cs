using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary><c>PUT /checkout/sessions/{session_id}</c>: merges what the merchant says into a session.</summary>
internal static class UpdateCheckoutSession
{
    public static readonly Operation Operation = new()
    {
        Id = "update_checkout_session",
        Method = HttpMethods.Put,
        Path = "/checkout/sessions/{session_id}",
        Scope = "checkout-sessions.write",
        Request = SessionShapes.Update,
        SuccessStatus = StatusCodes.Status200OK,
        Response = SessionShapes.Session,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var updated = await call.Sessions.UpdateAsync(
            call.SessionId,
            call.Merchant,
            SessionBody.ReadPatch(call.Body),
            call.Cancellation
        );
        await (
            updated.TryGet(out var session, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, session, SessionBody.Write)
                : call.RefuseAsync(refused)
        );
    }
}
