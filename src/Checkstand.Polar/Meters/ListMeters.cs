using Checkstand.Core;
using Checkstand.Core.Products;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Meters;

/// <summary><c>GET /v1/meters/</c>: meters, by name unless asked otherwise.</summary>
internal static class ListMeters
{
    public static readonly Operation Operation = new()
    {
        Id = "meters:list",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/meters/",
        Scopes = ["meters:read", "meters:write"],
        Query = MeterShapes.ListQuery,
        Response = MeterShapes.Meters,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var filter = new MeterFilter
        {
            Query = query.Text("query"),
            IsArchived = query.Boolean("is_archived"),
            Metadata = MetadataFilter.Read(call.Http.Request),
            Sorting = Paging.ReadSorting(
                query,
                static word => word == "name" ? MeterOrder.Name : MeterOrder.CreatedAt,
                new Sorting<MeterOrder>(MeterOrder.Name, false)
            ),
        };
        var page = OwnOrganization.IsLeftOut(call)
            ? new NumberedPage<Meter>([], 0)
            : await call.Services.Meters.ListAsync(call.Organization, filter, Paging.Read(query), call.Cancellation);
        await call.AnswerPageAsync(page, MeterBody.Write);
    }
}
