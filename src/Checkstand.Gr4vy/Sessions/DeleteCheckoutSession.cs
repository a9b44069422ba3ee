using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary><c>DELETE /checkout/sessions/{session_id}</c>: removes a session and its card data.</summary>
internal static class DeleteCheckoutSession
{
    public static readonly Operation Operation = new()
    {
        Id = "delete_checkout_session",
        Method = HttpMethods.Delete,
        Path = "/checkout/sessions/{session_id}",
        Scope = "checkout-sessions.write",
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var refused = await call.Sessions.DeleteAsync(call.SessionId, call.Merchant, call.Cancellation);
        await (refused is null ? call.AnswerEmptyAsync() : call.RefuseAsync(refused));
    }
}
