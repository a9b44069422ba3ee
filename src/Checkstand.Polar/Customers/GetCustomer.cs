using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:get</c>.</summary>
internal static class GetCustomer
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/customers/{id}",
        Scopes = ["customers:read", "customers:write"],
        Response = CustomerShapes.Customer,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await CustomerAnswer.WriteAsync(
            call,
            await call.Services.Customers.GetAsync(call.Organization, CustomerAnswer.ById(call), call.Cancellation)
        );
}
