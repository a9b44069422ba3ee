using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>POST /payment-services</c>: configures a way to be paid.</summary>
internal static class CreatePaymentService
{
    public static readonly Operation Operation = new()
    {
        Id = "create_payment_service",
        Method = HttpMethods.Post,
        Path = "/payment-services",
        Scope = "payment-services.write",
        Request = PaymentServiceShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = PaymentServiceShapes.Service,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var created = await call.Services.PaymentServices.CreateAsync(
            call.NewId,
            call.Merchant,
            call.Body!.Text("payment_service_definition_id")!,
            PaymentServiceBody.Read(call.Body!),
            call.Cancellation
        );
        await (
            created.TryGet(out var service, out var refused)
                ? call.AnswerAsync(StatusCodes.Status201Created, service, PaymentServiceBody.Write)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
