using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CustomFields;

/// <summary><c>POST /v1/custom-fields/</c>: makes a question that products can ask.</summary>
internal static class CreateCustomField
{
    public static readonly Operation Operation = new()
    {
        Id = "custom-fields:create",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/custom-fields/",
        Scopes = ["custom_fields:write"],
        Request = CustomFieldShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = CustomFieldShapes.CustomField,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (OwnOrganization.Refuse(call) is { } stranger)
        {
            await PolarErrors.WriteAsync(call.Http, [stranger]);
            return;
        }

        var made = await call.Services.CustomFields.CreateAsync(
            call.Organization,
            CustomFieldRequest.ReadDraft(call.Body!),
            call.Cancellation
        );
        await (
            made.TryGet(out var field, out var problem)
                ? call.AnswerAsync(field, CustomFieldBody.Write, StatusCodes.Status201Created)
                : PolarErrors.WriteAsync(call.Http, problem)
        );
    }
}
