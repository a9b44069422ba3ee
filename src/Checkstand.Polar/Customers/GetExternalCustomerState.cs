using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:get_state_external</c>: a customer with its subscriptions, by the organization's own id.</summary>
internal static class GetExternalCustomerState
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:get_state_external",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/customers/external/{external_id}/state",
        TextParameters = ["external_id"],
        Scopes = ["customers:read", "customers:write"],
        Response = CustomerShapes.State,
        Missing = "There are no benefits and no usage, so `granted_benefits` and `active_meters` are empty.",
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        CustomerAnswer.WriteStateAsync(call, CustomerAnswer.ByExternalId(call));
}
