using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Products;

/// <summary><c>POST /v1/products/</c>: makes a product with its prices.</summary>
internal static class CreateProduct
{
    public static readonly Operation Operation = new()
    {
        Id = "products:create",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/products/",
        Scopes = ["products:write"],
        Request = ProductShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = ProductShapes.Product,
        Missing = "There are no files, so medias must be empty; there are no unit-based prices.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var problems = ProductRequest.Problems(call.Body!).ToList();
        if (OwnOrganization.Refuse(call) is { } stranger)
        {
            problems.Add(stranger);
        }

        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var made = await call.Services.Products.CreateAsync(
            call.Organization,
            ProductRequest.ReadDraft(call.Body!),
            call.Cancellation
        );
        await ProductAnswer.WriteAsync(call, made, StatusCodes.Status201Created);
    }
}
