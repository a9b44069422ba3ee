using Checkstand.Core.Checkouts;
using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>PATCH /v1/checkouts/{id}</c>: changes a checkout; only what is sent acts.</summary>
internal static class UpdateCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/checkouts/{id}",
        Scopes = ["checkouts:write"],
        Request = CheckoutShapes.Update,
        Response = CheckoutAnswerShapes.Token,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var problems = CheckoutRequests.Problems(call.Body!).ToList();
        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var changed = await call.Services.Checkouts.UpdateAsync(
            call.Organization,
            new CheckoutId(call.Id),
            CheckoutRequests.ReadUpdate(call.Body!),
            call.Cancellation
        );
        await CheckoutAnswer.WriteTokenAsync(call, changed);
    }
}
