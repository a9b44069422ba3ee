using Checkstand.Polar.Checkouts;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary><c>checkout-links:redirect</c>: opens a fresh checkout for whoever follows a link, and sends them to its page.</summary>
internal static class RedirectCheckoutLink
{
    public static readonly Operation Operation = new()
    {
        Id = "checkout-links:redirect",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/checkout-links/{client_secret}/redirect",
        TextParameters = ["client_secret"],
        SuccessStatus = StatusCodes.Status307TemporaryRedirect,
        IsHidden = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Http.Request.Query;
        var opened = await call.Services.CheckoutLinks.FollowAsync(
            call.PathText("client_secret"),
            LinkQuery.Read(query),
            call.Cancellation
        );
        if (!opened.TryGet(out var parts, out var problem))
        {
            await PolarErrors.WriteAsync(call.Http, problem);
            return;
        }

        CheckoutAnswer.HideAddress(call);
        call.Http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        call.Http.Response.Headers.Location = LinkQuery.Onward(CheckoutUrls.Page(parts.Checkout, call.BaseUrl), query);
    }
}
