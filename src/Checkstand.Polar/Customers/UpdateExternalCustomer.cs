using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:update_external</c>: by the organization's own id, which stays.</summary>
internal static class UpdateExternalCustomer
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:update_external",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/customers/external/{external_id}",
        TextParameters = ["external_id"],
        Scopes = ["customers:write"],
        Request = CustomerShapes.UpdateByExternalId,
        Response = CustomerShapes.Customer,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) => CustomerAnswer.UpdateAsync(call, CustomerAnswer.ByExternalId(call));
}
