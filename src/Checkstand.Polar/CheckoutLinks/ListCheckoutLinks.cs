using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary><c>checkout-links:list</c>: oldest first unless asked otherwise.</summary>
internal static class ListCheckoutLinks
{
    public static readonly Operation Operation = new()
    {
        Id = "checkout-links:list",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/checkout-links/",
        Scopes = ["checkout_links:read", "checkout_links:write"],
        Query = CheckoutLinkShapes.ListQuery,
        Response = Paging.ListOf("CheckoutLink", CheckoutLinkShapes.CheckoutLink),
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var page = OwnOrganization.IsLeftOut(call)
            ? new NumberedPage<CheckoutLinkParts>([], 0)
            : await call.Services.CheckoutLinks.ListAsync(
                call.Organization,
                ListFilters.Ids(query, "product_id"),
                Paging.ReadSorting(query, OrderOf, new Sorting<CheckoutLinkOrder>(CheckoutLinkOrder.CreatedAt, false)),
                Paging.Read(query),
                call.Cancellation
            );
        await call.AnswerPageAsync(page, (writer, parts) => CheckoutLinkBody.Write(writer, parts, call.BaseUrl));
    }

    private static CheckoutLinkOrder OrderOf(string word) =>
        word switch
        {
            "created_at" => CheckoutLinkOrder.CreatedAt,
            "label" => CheckoutLinkOrder.Label,
            "success_url" => CheckoutLinkOrder.SuccessUrl,
            "allow_discount_codes" => CheckoutLinkOrder.AllowDiscountCodes,
            _ => throw new System.Diagnostics.UnreachableException($"Nothing is sorted by {word}."),
        };
}
