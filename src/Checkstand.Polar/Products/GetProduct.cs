using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Products;

/// <summary><c>GET /v1/products/{id}</c>.</summary>
internal static class GetProduct
{
    public static readonly Operation Operation = new()
    {
        Id = "products:get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/products/{id}",
        Scopes = ["products:read", "products:write"],
        Response = ProductShapes.Product,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await ProductAnswer.WriteAsync(
            call,
            await call.Services.Products.GetAsync(call.Organization, call.Id, call.Cancellation)
        );
}
