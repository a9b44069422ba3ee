using Checkstand.Core;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>GET /payment-service-definitions</c>: the kinds of payment service that there are.</summary>
internal static class ListPaymentServiceDefinitions
{
    public static readonly Operation Operation = new()
    {
        Id = "list_payment_service_definitions",
        Method = HttpMethods.Get,
        Path = "/payment-service-definitions",
        Scope = "payment-service-definitions.read",
        IsOfAccount = false,
        Query = DefinitionShapes.ListQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = DefinitionShapes.Definitions,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call)
    {
        if (!PageBody.Read(call).TryGet(out var request, out var violation))
        {
            return Gr4vyErrors.WriteAsync(call.Http, [violation]);
        }

        var page = Page.Of(request, call.Services.Definitions.All, definition => NamedId.Of(definition.Id), _ => true);
        return call.AnswerPageAsync(request, page, DefinitionBody.Write);
    }
}
