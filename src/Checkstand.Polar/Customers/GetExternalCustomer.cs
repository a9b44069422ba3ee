using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:get_external</c>: by the organization's own id.</summary>
internal static class GetExternalCustomer
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:get_external",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/customers/external/{external_id}",
        TextParameters = ["external_id"],
        Scopes = ["customers:read", "customers:write"],
        Response = CustomerShapes.Customer,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await CustomerAnswer.WriteAsync(
            call,
            await call.Services.Customers.GetAsync(
                call.Organization,
                CustomerAnswer.ByExternalId(call),
                call.Cancellation
            )
        );
}
