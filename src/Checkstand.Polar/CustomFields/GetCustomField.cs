using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CustomFields;

/// <summary><c>GET /v1/custom-fields/{id}</c>.</summary>
internal static class GetCustomField
{
    public static readonly Operation Operation = new()
    {
        Id = "custom-fields:get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/custom-fields/{id}",
        Scopes = ["custom_fields:read", "custom_fields:write"],
        Response = CustomFieldShapes.CustomField,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.Services.CustomFields.GetAsync(call.Organization, call.Id, call.Cancellation);
        await (
            found.TryGet(out var field, out var problem)
                ? call.AnswerAsync(field, CustomFieldBody.Write)
                : PolarErrors.WriteAsync(call.Http, problem)
        );
    }
}
