using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Discounts;

/// <summary><c>discounts:get</c>.</summary>
internal static class GetDiscount
{
    public static readonly Operation Operation = new()
    {
        Id = "discounts:get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/discounts/{id}",
        Scopes = ["discounts:read", "discounts:write"],
        Response = DiscountShapes.Discount,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await DiscountBody.AnswerAsync(
            call,
            await call.Services.Discounts.GetAsync(call.Organization, call.Id, call.Cancellation)
        );
}
