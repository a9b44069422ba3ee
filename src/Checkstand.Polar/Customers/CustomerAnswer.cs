using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary>What the operations on customers share: how one is named in a path, and the answer with it.</summary>
internal static class CustomerAnswer
{
    /// <summary>The customer that a path names by our id.</summary>
    public static CustomerName ById(Call call) => new CustomerName.Id(call.Id);

    /// <summary>The customer that a path names by the organization's own id.</summary>
    public static CustomerName ByExternalId(Call call) => new CustomerName.ExternalId(call.PathText("external_id"));

    /// <summary>Answers with a customer, or with why there is none.</summary>
    public static Task WriteAsync(
        Call call,
        Result<Customer, CustomerProblem> result,
        int status = StatusCodes.Status200OK
    ) =>
        result.TryGet(out var customer, out var problem)
            ? call.AnswerAsync(customer, CustomerBody.Write, status)
            : PolarErrors.WriteAsync(call.Http, problem);

    /// <summary>Answers with the state of what a path names.</summary>
    public static async Task WriteStateAsync(Call call, CustomerName name)
    {
        var found = await call.Services.Customers.GetStateAsync(call.Organization, name, call.Cancellation);
        await (
            found.TryGet(out var state, out var problem)
                ? call.AnswerAsync(
                    state,
                    static (writer, state) => CustomerStateBody.Write(writer, state.Customer, state.ActiveSubscriptions)
                )
                : PolarErrors.WriteAsync(call.Http, problem)
        );
    }

    /// <summary>Changes what a path names as the body says, and answers.</summary>
    public static async Task UpdateAsync(Call call, CustomerName name) =>
        await WriteAsync(
            call,
            await call.Services.Customers.UpdateAsync(
                call.Organization,
                name,
                CustomerRequest.ReadChange(call.Body!),
                call.Cancellation
            )
        );

    /// <summary>Deletes what a path names, and answers.</summary>
    public static async Task DeleteAsync(Call call, CustomerName name)
    {
        var deleted = await call.Services.Customers.DeleteAsync(
            call.Organization,
            name,
            call.Query!.Boolean("anonymize") ?? false,
            call.Cancellation
        );
        await (
            deleted.TryGet(out _, out var problem)
                ? call.AnswerEmptyAsync()
                : PolarErrors.WriteAsync(call.Http, problem)
        );
    }
}
