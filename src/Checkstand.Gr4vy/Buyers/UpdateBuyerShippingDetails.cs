using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>PUT /buyers/{buyer_id}/shipping-details/{shipping_details_id}</c>: merges what the merchant says into shipping details.</summary>
internal static class UpdateBuyerShippingDetails
{
    public static readonly Operation Operation = new()
    {
        Id = "update_buyer_shipping_details",
        Method = HttpMethods.Put,
        Path = "/buyers/{buyer_id}/shipping-details/{shipping_details_id}",
        Scope = "buyers.write",
        Request = BuyerRecordShapes.ShippingUpdate,
        SuccessStatus = StatusCodes.Status200OK,
        Response = BuyerRecordShapes.Shipping,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var answered = await call.Services.Buyers.UpdateShippingDetailsAsync(
            call.Ids["buyer_id"],
            call.Ids["shipping_details_id"],
            call.Merchant,
            BuyerBody.ReadShipping(call.Body!),
            call.Cancellation
        );
        await (
            answered.TryGet(out var details, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, details, BuyerBody.WriteShipping)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
