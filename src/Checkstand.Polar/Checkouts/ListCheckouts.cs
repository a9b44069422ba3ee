using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>GET /v1/checkouts/</c>: checkouts, newest first unless asked otherwise.</summary>
internal static class ListCheckouts
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:list",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/checkouts/",
        Scopes = ["checkouts:read", "checkouts:write"],
        Query = CheckoutShapes.ListQuery,
        Response = CheckoutAnswerShapes.List,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var filter = new CheckoutFilter
        {
            ProductIds = [.. query.Texts("product_id").Select(Guid.Parse)],
            CustomerIds = [.. query.Texts("customer_id").Select(Guid.Parse)],
            ExternalCustomerIds = query.Texts("external_customer_id"),
            Statuses = [.. query.Texts("status").Select(CheckoutWords.StatusOf)],
            Query = query.Text("query"),
            Sorting = Paging.ReadSorting(query, OrderOf, new Sorting<CheckoutOrder>(CheckoutOrder.CreatedAt, true)),
        };
        var page = OwnOrganization.IsLeftOut(call)
            ? new NumberedPage<CheckoutParts>([], 0)
            : await call.Services.Checkouts.ListAsync(call.Organization, filter, Paging.Read(query), call.Cancellation);
        var organization = call.Services.Organizations.Find(call.Organization)!;
        var baseUrl = call.BaseUrl;
        await call.AnswerPageAsync(
            page,
            (writer, parts) => CheckoutBody.WriteToken(writer, parts, organization, baseUrl)
        );
    }

    private static CheckoutOrder OrderOf(string word) =>
        word switch
        {
            "created_at" => CheckoutOrder.CreatedAt,
            "expires_at" => CheckoutOrder.ExpiresAt,
            "status" => CheckoutOrder.Status,
            _ => throw new System.Diagnostics.UnreachableException($"Nothing is sorted by {word}."),
        };
}
