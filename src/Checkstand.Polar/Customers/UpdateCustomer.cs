using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:update</c>: what the body names is changed, and nothing else.</summary>
internal static class UpdateCustomer
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/customers/{id}",
        Scopes = ["customers:write"],
        Request = CustomerShapes.Update,
        Response = CustomerShapes.Customer,
        Missing = "There are no customers that are teams: `type: team` is refused.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var problems = CustomerRequest.Unsupported(call.Body!).ToList();
        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        await CustomerAnswer.UpdateAsync(call, CustomerAnswer.ById(call));
    }
}
