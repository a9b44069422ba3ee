using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary><c>checkout-links:get</c>.</summary>
internal static class GetCheckoutLink
{
    public static readonly Operation Operation = new()
    {
        Id = "checkout-links:get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/checkout-links/{id}",
        Scopes = ["checkout_links:read", "checkout_links:write"],
        Response = CheckoutLinkShapes.CheckoutLink,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await CheckoutLinkBody.AnswerAsync(
            call,
            await call.Services.CheckoutLinks.GetAsync(call.Organization, call.Id, call.Cancellation)
        );
}
