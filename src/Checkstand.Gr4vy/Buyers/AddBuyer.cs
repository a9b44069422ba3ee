using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>POST /buyers</c>: makes a buyer.</summary>
internal static class AddBuyer
{
    public static readonly Operation Operation = new()
    {
        Id = "add_buyer",
        Method = HttpMethods.Post,
        Path = "/buyers",
        Scope = "buyers.write",
        Request = BuyerRecordShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = BuyerRecordShapes.Buyer,
        MayConflict = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var answered = await call.Services.Buyers.CreateAsync(
            call.NewId,
            call.Merchant,
            BuyerBody.Read(call.Body!),
            call.Cancellation
        );
        await (
            answered.TryGet(out var buyer, out var refused)
                ? call.AnswerAsync(StatusCodes.Status201Created, buyer, BuyerBody.Write)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
