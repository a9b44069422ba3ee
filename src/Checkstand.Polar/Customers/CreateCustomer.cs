using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:create</c>.</summary>
internal static class CreateCustomer
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:create",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/customers/",
        Scopes = ["customers:write"],
        Request = CustomerShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = CustomerShapes.Customer,
        Missing = "There are no customers that are teams, and no members: `type: team` and `owner` are refused.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var problems = CustomerRequest.Unsupported(call.Body!).ToList();
        if (OwnOrganization.Refuse(call) is { } stranger)
        {
            problems.Add(stranger);
        }

        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var made = await call.Services.Customers.CreateAsync(
            call.Organization,
            CustomerRequest.ReadDraft(call.Body!),
            call.Cancellation
        );
        await CustomerAnswer.WriteAsync(call, made, StatusCodes.Status201Created);
    }
}
