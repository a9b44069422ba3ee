using System.Text.Json;
using Checkstand.Core.Sessions;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary><c>POST /digital-wallets/click-to-pay/session</c>: no digital payment application is registered, and it says so.</summary>
internal static class CreateClickToPaySession
{
    private const string Reason = "Click to Pay is not set up for this merchant account.";

    public static readonly Operation Operation = new()
    {
        Id = "create_click_to_pay_digital_wallet_session",
        Method = HttpMethods.Post,
        Path = "/digital-wallets/click-to-pay/session",
        Request = SecureFieldsShapes.ClickToPaySessionRequest,
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = Reason,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var reader = new Utf8JsonReader(call.Body!["checkout_session_id"].Span);
        reader.Read();
        var found = await call.Sessions.GetAsync(new SessionId(reader.GetGuid()), call.Cancellation);
        await (
            found.TryGet(out _, out var refused)
                ? Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status400BadRequest, Reason)
                : call.RefuseAsync(refused)
        );
    }
}
