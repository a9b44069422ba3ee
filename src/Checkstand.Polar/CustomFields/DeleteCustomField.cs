using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CustomFields;

/// <summary><c>DELETE /v1/custom-fields/{id}</c>: products no longer ask for it.</summary>
internal static class DeleteCustomField
{
    public static readonly Operation Operation = new()
    {
        Id = "custom-fields:delete",
        Method = HttpMethods.Delete,
        Path = PolarApi.Root + "/custom-fields/{id}",
        Scopes = ["custom_fields:write"],
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await (
            await call.Services.CustomFields.RemoveAsync(call.Organization, call.Id, call.Cancellation)
                ? call.AnswerEmptyAsync()
                : PolarErrors.WriteNotFoundAsync(call.Http)
        );
}
