using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>GET /v1/checkouts/client/{client_secret}</c>: a checkout as its buyer sees it.</summary>
internal static class ClientGetCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:client_get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/checkouts/client/{client_secret}",
        TextParameters = ["client_secret"],
        Response = CheckoutAnswerShapes.Public,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await CheckoutAnswer.WritePublicAsync(
            call,
            await call.Services.Checkouts.GetBySecretAsync(call.PathText("client_secret"), call.Cancellation)
        );
}
