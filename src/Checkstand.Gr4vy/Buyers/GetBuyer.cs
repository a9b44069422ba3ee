using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>GET /buyers/{buyer_id}</c>: shows a buyer.</summary>
internal static class GetBuyer
{
    public static readonly Operation Operation = new()
    {
        Id = "get_buyer",
        Method = HttpMethods.Get,
        Path = "/buyers/{buyer_id}",
        Scope = "buyers.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = BuyerRecordShapes.Buyer,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var answered = await call.Services.Buyers.GetAsync(call.Ids["buyer_id"], call.Merchant, call.Cancellation);
        await (
            answered.TryGet(out var buyer, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, buyer, BuyerBody.Write)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
