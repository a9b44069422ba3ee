using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>POST /buyers/{buyer_id}/shipping-details</c>: adds shipping details to a buyer.</summary>
internal static class AddBuyerShippingDetails
{
    public static readonly Operation Operation = new()
    {
        Id = "add_buyer_shipping_details",
        Method = HttpMethods.Post,
        Path = "/buyers/{buyer_id}/shipping-details",
        Scope = "buyers.write",
        Request = BuyerShapes.ShippingDetails,
        SuccessStatus = StatusCodes.Status201Created,
        Response = BuyerRecordShapes.Shipping,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var answered = await call.Services.Buyers.AddShippingDetailsAsync(
            call.NewId,
            call.Ids["buyer_id"],
            call.Merchant,
            BuyerBody.ReadShipping(call.Body!),
            call.Cancellation
        );
        await (
            answered.TryGet(out var details, out var refused)
                ? call.AnswerAsync(StatusCodes.Status201Created, details, BuyerBody.WriteShipping)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
