using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary><c>checkout-links:update</c>: what the body names is changed, and nothing else.</summary>
internal static class UpdateCheckoutLink
{
    public static readonly Operation Operation = new()
    {
        Id = "checkout-links:update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/checkout-links/{id}",
        Scopes = ["checkout_links:write"],
        Request = CheckoutLinkShapes.Update,
        Response = CheckoutLinkShapes.CheckoutLink,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await CheckoutLinkBody.AnswerAsync(
            call,
            await call.Services.CheckoutLinks.UpdateAsync(
                call.Organization,
                call.Id,
                CheckoutLinkRequest.ReadChange(call.Body!),
                call.Cancellation
            )
        );
}
