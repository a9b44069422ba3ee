using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>PUT /buyers/{buyer_id}</c>: merges what the merchant says into a buyer.</summary>
internal static class UpdateBuyer
{
    public static readonly Operation Operation = new()
    {
        Id = "update_buyer",
        Method = HttpMethods.Put,
        Path = "/buyers/{buyer_id}",
        Scope = "buyers.write",
        Request = BuyerRecordShapes.Update,
        SuccessStatus = StatusCodes.Status200OK,
        Response = BuyerRecordShapes.Buyer,
        MayConflict = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var answered = await call.Services.Buyers.UpdateAsync(
            call.Ids["buyer_id"],
            call.Merchant,
            BuyerBody.Read(call.Body!),
            call.Cancellation
        );
        await (
            answered.TryGet(out var buyer, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, buyer, BuyerBody.Write)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
