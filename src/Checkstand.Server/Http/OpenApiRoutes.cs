using System.Text;
using Checkstand.Gr4vy;
using Checkstand.Polar;

namespace Checkstand.Server.Http;

/// <summary><c>GET /openapi/gr4vy.json</c> and <c>/openapi/polar.json</c>: each dialect as implemented.</summary>
internal static class OpenApiRoutes
{
    public static void MapOpenApiDocuments(this IEndpointRouteBuilder routes)
    {
        // Written once, when somebody asks: most starts never do.
        var gr4vy = new Lazy<byte[]>(() =>
            Encoding.UTF8.GetBytes(Gr4vyOpenApi.Write(ProgramVersion.Text).ToJsonString())
        );
        var polar = new Lazy<byte[]>(() =>
            Encoding.UTF8.GetBytes(PolarOpenApi.Write(ProgramVersion.Text).ToJsonString())
        );
        routes.MapGet("/openapi/gr4vy.json", (RequestDelegate)(context => AnswerAsync(context, gr4vy.Value)));
        routes.MapGet("/openapi/polar.json", (RequestDelegate)(context => AnswerAsync(context, polar.Value)));
    }

    private static async Task AnswerAsync(HttpContext context, byte[] document)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = document.Length;
        await context.Response.Body.WriteAsync(document);
    }
}
