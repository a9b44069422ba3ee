using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:delete</c>: its subscriptions end and it can be found no more, but its orders keep naming it.</summary>
internal static class DeleteCustomer
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:delete",
        Method = HttpMethods.Delete,
        Path = PolarApi.Root + "/customers/{id}",
        Scopes = ["customers:write"],
        Query = CustomerShapes.DeleteQuery,
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) => CustomerAnswer.DeleteAsync(call, CustomerAnswer.ById(call));
}
