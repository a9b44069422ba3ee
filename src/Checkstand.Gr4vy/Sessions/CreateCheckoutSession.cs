using Checkstand.Core.Sessions;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary><c>POST /checkout/sessions</c>: opens a session.</summary>
internal static class CreateCheckoutSession
{
    public static readonly Operation Operation = new()
    {
        Id = "create_checkout_session",
        Method = HttpMethods.Post,
        Path = "/checkout/sessions",
        Scope = "checkout-sessions.write",
        Request = SessionShapes.Update,
        IsRequestOptional = true,
        SuccessStatus = StatusCodes.Status201Created,
        Response = SessionShapes.Session,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var said = SessionBody.ReadPatch(call.Body);
        var session = call.Idempotent is { ReservedId: var reserved }
            ? await call.Sessions.CreateAsync(new SessionId(reserved), call.Merchant, said, call.Cancellation)
            : await call.Sessions.CreateAsync(call.Merchant, said, call.Cancellation);
        await call.AnswerAsync(StatusCodes.Status201Created, session, SessionBody.Write);
    }
}
