using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>PATCH /v1/checkouts/client/{client_secret}</c>: what a buyer changes; only what is sent acts.</summary>
internal static class ClientUpdateCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:client_update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/checkouts/client/{client_secret}",
        TextParameters = ["client_secret"],
        Request = CheckoutShapes.UpdatePublic,
        Response = CheckoutAnswerShapes.Public,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        CheckoutAnswer.HideAddress(call);
        var problems = CheckoutRequests.ProblemsOfBuyer(call.Body!).ToList();
        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        await CheckoutAnswer.WritePublicAsync(
            call,
            await call.Services.Checkouts.UpdateBySecretAsync(
                call.PathText("client_secret"),
                CheckoutRequests.ReadUpdatePublic(call.Body!),
                call.Cancellation
            )
        );
    }
}
