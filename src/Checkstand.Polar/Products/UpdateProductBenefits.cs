using Checkstand.Core;
using Checkstand.Core.Products;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Products;

/// <summary><c>POST /v1/products/{id}/benefits</c>: there are no benefits here, so none is what a product can be given.</summary>
internal static class UpdateProductBenefits
{
    public static readonly Operation Operation = new()
    {
        Id = "products:update_benefits",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/products/{id}/benefits",
        Scopes = ["products:write"],
        Request = ProductShapes.BenefitsUpdate,
        Response = ProductShapes.Product,
        Missing = "There are no benefits: an empty list is taken, and an id is refused as one that does not exist.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.Services.Products.GetAsync(call.Organization, call.Id, call.Cancellation);
        var benefits = call.Body!.Texts("benefits").Count;
        if (benefits > 0 && found.TryGet(out _, out _))
        {
            found = new ProductProblem.Invalid([
                .. Enumerable
                    .Range(0, benefits)
                    .Select(at => new FieldProblem(["benefits", at], "Benefit does not exist.")),
            ]);
        }

        await ProductAnswer.WriteAsync(call, found);
    }
}
