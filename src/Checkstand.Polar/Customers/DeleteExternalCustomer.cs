using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:delete_external</c>: by the organization's own id.</summary>
internal static class DeleteExternalCustomer
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:delete_external",
        Method = HttpMethods.Delete,
        Path = PolarApi.Root + "/customers/external/{external_id}",
        TextParameters = ["external_id"],
        Scopes = ["customers:write"],
        Query = CustomerShapes.DeleteQuery,
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) => CustomerAnswer.DeleteAsync(call, CustomerAnswer.ByExternalId(call));
}
