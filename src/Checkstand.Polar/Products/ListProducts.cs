using Checkstand.Core;
using Checkstand.Core.Products;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Products;

/// <summary><c>GET /v1/products/</c>: products, archived ones too, newest first unless asked otherwise.</summary>
internal static class ListProducts
{
    public static readonly Operation Operation = new()
    {
        Id = "products:list",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/products/",
        Scopes = ["products:read", "products:write"],
        Query = ProductShapes.ListQuery,
        Response = ProductShapes.Products,
        Missing = "There are no benefits, so a benefit_id finds nothing.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        if (OwnOrganization.IsLeftOut(call) || query.Texts("benefit_id").Count > 0)
        {
            await call.AnswerPageAsync(
                new NumberedPage<Product>([], 0),
                static (writer, product) => ProductBody.Write(writer, product, [])
            );
            return;
        }

        var filter = new ProductFilter
        {
            Ids = [.. query.Texts("id").Select(Guid.Parse)],
            Query = query.Text("query"),
            IsArchived = query.Boolean("is_archived"),
            IsRecurring = query.Boolean("is_recurring"),
            Visibilities = [.. query.Texts("visibility").Select(CatalogueWords.VisibilityOf)],
            Metadata = MetadataFilter.Read(call.Http.Request),
            Sorting = Paging.ReadSorting(query, OrderOf, new Sorting<ProductOrder>(ProductOrder.CreatedAt, true)),
        };
        var page = await call.Services.Products.ListAsync(
            call.Organization,
            filter,
            Paging.Read(query),
            call.Cancellation
        );
        var fields = await call.Services.Products.FieldsOfAsync(call.Organization, page.Items, call.Cancellation);
        await call.AnswerPageAsync(page, (writer, product) => ProductBody.Write(writer, product, fields));
    }

    private static ProductOrder OrderOf(string word) =>
        word switch
        {
            "created_at" => ProductOrder.CreatedAt,
            "name" => ProductOrder.Name,
            "price_amount_type" => ProductOrder.PriceKind,
            "price_amount" => ProductOrder.PriceAmount,
            _ => throw new System.Diagnostics.UnreachableException($"Nothing is sorted by {word}."),
        };
}
