using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>POST /v1/checkouts/</c>: opens a checkout.</summary>
internal static class CreateCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:create",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/checkouts/",
        Scopes = ["checkouts:write"],
        Request = CheckoutShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = CheckoutAnswerShapes.Token,
        Missing =
            "Nobody is asked where an IP address or a mailbox is: both are kept as they are. There are no unit-based prices.",
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

        var made = await call.Services.Checkouts.CreateAsync(
            call.Organization,
            CheckoutRequests.ReadCreate(call.Body!),
            call.Cancellation
        );
        await CheckoutAnswer.WriteTokenAsync(call, made, StatusCodes.Status201Created);
    }
}
