using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Discounts;

/// <summary><c>discounts:delete</c>.</summary>
internal static class DeleteDiscount
{
    public static readonly Operation Operation = new()
    {
        Id = "discounts:delete",
        Method = HttpMethods.Delete,
        Path = PolarApi.Root + "/discounts/{id}",
        Scopes = ["discounts:write"],
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (await call.Services.Discounts.DeleteAsync(call.Organization, call.Id, call.Cancellation))
        {
            await call.AnswerEmptyAsync();
        }
        else
        {
            await PolarErrors.WriteNotFoundAsync(call.Http);
        }
    }
}
