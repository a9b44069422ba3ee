using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary>
/// <c>POST /v1/checkouts/client/{client_secret}/opened</c>: a page tells that a buyer looks at a checkout. Nothing is
/// counted here, so nothing changes.
/// </summary>
internal static class ClientOpenedCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:client_opened",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/checkouts/client/{client_secret}/opened",
        TextParameters = ["client_secret"],
        Response = CheckoutAnswerShapes.Public,
        IsHidden = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await CheckoutAnswer.WritePublicAsync(
            call,
            await call.Services.Checkouts.GetBySecretAsync(call.PathText("client_secret"), call.Cancellation)
        );
}
