using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:get_state</c>: a customer with its subscriptions.</summary>
internal static class GetCustomerState
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:get_state",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/customers/{id}/state",
        Scopes = ["customers:read", "customers:write"],
        Response = CustomerShapes.State,
        Missing = "There are no benefits and no usage, so `granted_benefits` and `active_meters` are empty.",
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) => CustomerAnswer.WriteStateAsync(call, CustomerAnswer.ById(call));
}
