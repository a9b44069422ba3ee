using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>DELETE /buyers/{buyer_id}</c>: removes a buyer and its shipping details.</summary>
internal static class DeleteBuyer
{
    public static readonly Operation Operation = new()
    {
        Id = "delete_buyer",
        Method = HttpMethods.Delete,
        Path = "/buyers/{buyer_id}",
        Scope = "buyers.write",
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var refused = await call.Services.Buyers.DeleteAsync(call.Ids["buyer_id"], call.Merchant, call.Cancellation);
        await (refused is null ? call.AnswerEmptyAsync() : Gr4vyErrors.WriteAsync(call.Http, refused));
    }
}
