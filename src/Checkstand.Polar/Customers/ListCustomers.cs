using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Customers;

/// <summary><c>customers:list</c>: newest first unless asked otherwise.</summary>
internal static class ListCustomers
{
    public static readonly Operation Operation = new()
    {
        Id = "customers:list",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/customers/",
        Scopes = ["customers:read", "customers:write"],
        Query = CustomerShapes.ListQuery,
        Response = Paging.ListOf("Customer", CustomerShapes.Customer),
        Missing = "A list that is narrowed by `active` is refused.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        if (OwnOrganization.IsLeftOut(call))
        {
            await call.AnswerPageAsync(new NumberedPage<Customer>([], 0), CustomerBody.Write);
            return;
        }

        if (query.Has("active"))
        {
            await PolarErrors.WriteAsync(
                call.Http,
                [
                    new Violation(
                        ViolationLocation.Query,
                        "active",
                        "Lists are not narrowed by this here.",
                        "value_error"
                    ),
                ]
            );
            return;
        }

        var filter = new CustomerFilter
        {
            Email = query.Text("email"),
            Query = query.Text("query"),
            Metadata = MetadataFilter.Read(call.Http.Request),
            Sorting = Paging.ReadSorting(query, OrderOf, new Sorting<CustomerOrder>(CustomerOrder.CreatedAt, true)),
        };
        await call.AnswerPageAsync(
            await call.Services.Customers.ListAsync(call.Organization, filter, Paging.Read(query), call.Cancellation),
            CustomerBody.Write
        );
    }

    private static CustomerOrder OrderOf(string word) =>
        word switch
        {
            "created_at" => CustomerOrder.CreatedAt,
            "email" => CustomerOrder.Email,
            "name" => CustomerOrder.Name,
            _ => throw new System.Diagnostics.UnreachableException($"Nothing is sorted by {word}."),
        };
}
