using Checkstand.Core;
using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary><c>checkout-links:create</c>.</summary>
internal static class CreateCheckoutLink
{
    public static readonly Operation Operation = new()
    {
        Id = "checkout-links:create",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/checkout-links/",
        Scopes = ["checkout_links:write"],
        Request = CheckoutLinkShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = CheckoutLinkShapes.CheckoutLink,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (CheckoutLinkRequest.SelectionOf(call.Body!) is not { } selection)
        {
            await PolarErrors.WriteAsync(call.Http, [FieldProblem.Of("products", "Field required", "missing")]);
            return;
        }

        var made = await call.Services.CheckoutLinks.CreateAsync(
            call.Organization,
            CheckoutLinkRequest.ReadDraft(call.Body!, selection),
            call.Cancellation
        );
        await CheckoutLinkBody.AnswerAsync(call, made, StatusCodes.Status201Created);
    }
}
