using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>GET /buyers/{buyer_id}/shipping-details/{shipping_details_id}</c>: shows shipping details of a buyer.</summary>
internal static class GetBuyerShippingDetails
{
    public static readonly Operation Operation = new()
    {
        Id = "get_buyer_shipping_details",
        Method = HttpMethods.Get,
        Path = "/buyers/{buyer_id}/shipping-details/{shipping_details_id}",
        Scope = "buyers.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = BuyerRecordShapes.Shipping,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var answered = await call.Services.Buyers.GetShippingDetailsAsync(
            call.Ids["buyer_id"],
            call.Ids["shipping_details_id"],
            call.Merchant,
            call.Cancellation
        );
        await (
            answered.TryGet(out var details, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, details, BuyerBody.WriteShipping)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
