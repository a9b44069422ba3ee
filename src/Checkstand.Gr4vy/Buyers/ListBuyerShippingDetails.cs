using Checkstand.Core.Buyers;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>GET /buyers/{buyer_id}/shipping-details</c>: a buyer's shipping details, newest first.</summary>
internal static class ListBuyerShippingDetails
{
    public static readonly Operation Operation = new()
    {
        Id = "list_buyer_shipping_details",
        Method = HttpMethods.Get,
        Path = "/buyers/{buyer_id}/shipping-details",
        Scope = "buyers.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = BuyerRecordShapes.ShippingList,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var all = await call.Services.Buyers.ListShippingDetailsAsync(
            call.Ids["buyer_id"],
            call.Merchant,
            call.Cancellation
        );
        await (
            all is null
                ? Gr4vyErrors.WriteAsync(call.Http, new BuyerProblem.NotFound())
                : call.AnswerAsync(StatusCodes.Status200OK, all, BuyerBody.WriteShippingList)
        );
    }
}
