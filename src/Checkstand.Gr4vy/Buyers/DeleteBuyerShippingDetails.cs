using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>DELETE /buyers/{buyer_id}/shipping-details/{shipping_details_id}</c>: removes shipping details of a buyer.</summary>
internal static class DeleteBuyerShippingDetails
{
    public static readonly Operation Operation = new()
    {
        Id = "delete_buyer_shipping_details",
        Method = HttpMethods.Delete,
        Path = "/buyers/{buyer_id}/shipping-details/{shipping_details_id}",
        Scope = "buyers.write",
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var refused = await call.Services.Buyers.DeleteShippingDetailsAsync(
            call.Ids["buyer_id"],
            call.Ids["shipping_details_id"],
            call.Merchant,
            call.Cancellation
        );
        await (refused is null ? call.AnswerEmptyAsync() : Gr4vyErrors.WriteAsync(call.Http, refused));
    }
}
