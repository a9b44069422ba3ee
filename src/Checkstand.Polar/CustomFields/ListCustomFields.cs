using Checkstand.Core;
using Checkstand.Core.CustomFields;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CustomFields;

/// <summary><c>GET /v1/custom-fields/</c>: custom fields, by slug unless asked otherwise.</summary>
internal static class ListCustomFields
{
    public static readonly Operation Operation = new()
    {
        Id = "custom-fields:list",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/custom-fields/",
        Scopes = ["custom_fields:read", "custom_fields:write"],
        Query = CustomFieldShapes.ListQuery,
        Response = CustomFieldShapes.CustomFields,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var filter = new CustomFieldFilter(
            query.Text("query"),
            query.Texts("type"),
            Paging.ReadSorting(query, OrderOf, new Sorting<CustomFieldOrder>(CustomFieldOrder.Slug, false))
        );
        var page = OwnOrganization.IsLeftOut(call)
            ? new NumberedPage<CustomField>([], 0)
            : await call.Services.CustomFields.ListAsync(
                call.Organization,
                filter,
                Paging.Read(query),
                call.Cancellation
            );
        await call.AnswerPageAsync(page, CustomFieldBody.Write);
    }

    private static CustomFieldOrder OrderOf(string word) =>
        word switch
        {
            "created_at" => CustomFieldOrder.CreatedAt,
            "slug" => CustomFieldOrder.Slug,
            "name" => CustomFieldOrder.Name,
            "type" => CustomFieldOrder.Kind,
            _ => throw new System.Diagnostics.UnreachableException($"Nothing is sorted by {word}."),
        };
}
