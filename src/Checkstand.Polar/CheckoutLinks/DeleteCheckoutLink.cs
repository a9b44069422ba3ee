using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary><c>checkout-links:delete</c>.</summary>
internal static class DeleteCheckoutLink
{
    public static readonly Operation Operation = new()
    {
        Id = "checkout-links:delete",
        Method = HttpMethods.Delete,
        Path = PolarApi.Root + "/checkout-links/{id}",
        Scopes = ["checkout_links:write"],
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (await call.Services.CheckoutLinks.DeleteAsync(call.Organization, call.Id, call.Cancellation))
        {
            await call.AnswerEmptyAsync();
        }
        else
        {
            await PolarErrors.WriteNotFoundAsync(call.Http);
        }
    }
}
