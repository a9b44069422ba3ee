using Checkstand.Core;
using Checkstand.Core.Products;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Products;

/// <summary>Answers with a product, or with why there is none.</summary>
internal static class ProductAnswer
{
    public static async Task WriteAsync(
        Call call,
        Result<Product, ProductProblem> result,
        int status = StatusCodes.Status200OK
    )
    {
        if (!result.TryGet(out var product, out var problem))
        {
            await PolarErrors.WriteAsync(call.Http, problem);
            return;
        }

        var fields = await call.Services.Products.FieldsOfAsync(call.Organization, [product], call.Cancellation);
        await call.AnswerAsync(
            (product, fields),
            static (writer, answer) => ProductBody.Write(writer, answer.product, answer.fields),
            status
        );
    }
}
