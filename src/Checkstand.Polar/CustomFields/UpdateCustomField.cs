using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CustomFields;

/// <summary><c>PATCH /v1/custom-fields/{id}</c>: changes what the body names; the type can only be repeated.</summary>
internal static class UpdateCustomField
{
    public static readonly Operation Operation = new()
    {
        Id = "custom-fields:update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/custom-fields/{id}",
        Scopes = ["custom_fields:write"],
        Request = CustomFieldShapes.Update,
        Response = CustomFieldShapes.CustomField,
        Missing = "After a change of the slug, answers that were given before stay under the old one.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var type = call.Body!.Text("type");
        var changed = await call.Services.CustomFields.UpdateAsync(
            call.Organization,
            call.Id,
            kind => CustomFieldBody.TypeOf(kind) == type,
            CustomFieldRequest.ReadPatch(call.Body!),
            call.Cancellation
        );
        await (
            changed.TryGet(out var field, out var problem)
                ? call.AnswerAsync(field, CustomFieldBody.Write)
                : PolarErrors.WriteAsync(call.Http, problem)
        );
    }
}
