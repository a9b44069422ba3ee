using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary><c>GET /v1/checkouts/client/{client_secret}/stream</c>: what happens to a checkout, as it happens.</summary>
internal static class ClientStreamCheckout
{
    public static readonly Operation Operation = new()
    {
        Id = "checkouts:client_stream",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/checkouts/client/{client_secret}/stream",
        TextParameters = ["client_secret"],
        IsHidden = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        CheckoutAnswer.HideAddress(call);
        var found = await call.Services.Checkouts.GetBySecretAsync(call.PathText("client_secret"), call.Cancellation);
        if (!found.TryGet(out var parts, out var problem))
        {
            await PolarErrors.WriteAsync(call.Http, problem);
        }
        else if (!await call.Services.Streams.RunAsync(call.Http, parts.Checkout.Id, parts.Checkout.OrganizationId))
        {
            call.Http.Response.Headers.RetryAfter = "10";
            await PolarErrors.WriteAsync(
                call.Http,
                StatusCodes.Status429TooManyRequests,
                "TooManyStreams",
                "Too many streams are open, of this checkout or of all. Read the checkout instead."
            );
        }
    }
}
