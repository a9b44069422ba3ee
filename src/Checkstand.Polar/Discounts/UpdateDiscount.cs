using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Discounts;

/// <summary><c>discounts:update</c>: what the body names is changed, and nothing else.</summary>
internal static class UpdateDiscount
{
    public static readonly Operation Operation = new()
    {
        Id = "discounts:update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/discounts/{id}",
        Scopes = ["discounts:write"],
        Request = DiscountShapes.Update,
        Response = DiscountShapes.Discount,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await DiscountBody.AnswerAsync(
            call,
            await call.Services.Discounts.UpdateAsync(
                call.Organization,
                call.Id,
                DiscountRequest.ReadChange(call.Body!),
                call.Cancellation
            )
        );
}
