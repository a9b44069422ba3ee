using Checkstand.Core.Checkouts;
using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>GET /v1/checkouts/{id}</c>: a checkout, also when its time is over.</summary>
internal static class GetCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/checkouts/{id}",
        Scopes = ["checkouts:read", "checkouts:write"],
        Response = CheckoutAnswerShapes.Token,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.Services.Checkouts.GetAsync(
            call.Organization,
            new CheckoutId(call.Id),
            call.Cancellation
        );
        await CheckoutAnswer.WriteTokenAsync(call, found is null ? new CheckoutProblem.NotFound() : found);
    }
}
