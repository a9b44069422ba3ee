using Checkstand.Core;
using Checkstand.Core.Discounts;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Discounts;

/// <summary><c>discounts:list</c>: newest first unless asked otherwise.</summary>
internal static class ListDiscounts
{
    public static readonly Operation Operation = new()
    {
        Id = "discounts:list",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/discounts/",
        Scopes = ["discounts:read", "discounts:write"],
        Query = DiscountShapes.ListQuery,
        Response = Paging.ListOf("Discount", DiscountShapes.Discount),
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        if (OwnOrganization.IsLeftOut(call))
        {
            await call.AnswerPageAsync(new NumberedPage<DiscountParts>([], 0), DiscountBody.Write);
            return;
        }

        var filter = new DiscountFilter(
            query.Text("query"),
            Paging.ReadSorting(query, OrderOf, new Sorting<DiscountOrder>(DiscountOrder.CreatedAt, true))
        );
        var page = await call.Services.Discounts.ListAsync(
            call.Organization,
            filter,
            Paging.Read(query),
            call.Cancellation
        );
        await call.AnswerPageAsync(page, DiscountBody.Write);
    }

    private static DiscountOrder OrderOf(string word) =>
        word switch
        {
            "created_at" => DiscountOrder.CreatedAt,
            "name" => DiscountOrder.Name,
            "code" => DiscountOrder.Code,
            "redemptions_count" => DiscountOrder.Redemptions,
            "ends_at" => DiscountOrder.EndsAt,
            _ => throw new System.Diagnostics.UnreachableException($"Nothing is sorted by {word}."),
        };
}
