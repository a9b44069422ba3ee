using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Products;

/// <summary><c>PATCH /v1/products/{id}</c>: changes what the body names; prices that it does not name are archived.</summary>
internal static class UpdateProduct
{
    public static readonly Operation Operation = new()
    {
        Id = "products:update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/products/{id}",
        Scopes = ["products:write"],
        Request = ProductShapes.Update,
        Response = ProductShapes.Product,
        Missing = "There are no files, so medias must be empty; there are no unit-based prices.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var problems = ProductRequest.Problems(call.Body!).ToList();
        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var changed = await call.Services.Products.UpdateAsync(
            call.Organization,
            call.Id,
            ProductRequest.ReadPatch(call.Body!),
            call.Cancellation
        );
        await ProductAnswer.WriteAsync(call, changed);
    }
}
