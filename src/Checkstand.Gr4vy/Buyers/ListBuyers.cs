using Checkstand.Core.Buyers;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Buyers;

/// <summary><c>GET /buyers</c>: a merchant account's buyers, newest first.</summary>
internal static class ListBuyers
{
    public static readonly Operation Operation = new()
    {
        Id = "list_buyers",
        Method = HttpMethods.Get,
        Path = "/buyers",
        Scope = "buyers.read",
        Query = BuyerRecordShapes.ListQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = BuyerRecordShapes.Buyers,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (!PageBody.Read(call).TryGet(out var request, out var violation))
        {
            await Gr4vyErrors.WriteAsync(call.Http, [violation]);
            return;
        }

        var filter = new BuyerFilter(call.Query!.Text("search"), call.Query!.Text("external_identifier"));
        var page = await call.Services.Buyers.ListAsync(call.Merchant, filter, request, call.Cancellation);
        await call.AnswerPageAsync(request, page, BuyerBody.Write);
    }
}
