using Checkstand.Core.Checkouts;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>POST /v1/checkouts/client/{client_secret}/confirm</c>: the buyer pays.</summary>
internal static class ClientConfirmCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:client_confirm",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/checkouts/client/{client_secret}/confirm",
        TextParameters = ["client_secret"],
        AttemptsLimitedBy = "client_secret",
        Request = CheckoutShapes.Confirm,
        Response = CheckoutAnswerShapes.Confirmed,
        Missing = "`customer_session_token` is null or empty: there is no customer portal that it could open.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        CheckoutAnswer.HideAddress(call);
        var body = call.Body!;
        var problems = CheckoutRequests.ProblemsOfBuyer(body).ToList();
        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var baseUrl = call.BaseUrl;
        var confirmed = await call.Services.Confirmations.ConfirmAsync(
            call.PathText("client_secret"),
            CheckoutRequests.ReadUpdatePublic(body),
            new PaymentMeans(body.Text("confirmation_token_id"), card: null),
            checkout => CheckoutUrls.Page(checkout, baseUrl),
            call.Cancellation
        );
        await CheckoutAnswer.WriteConfirmedAsync(call, confirmed);
    }
}
