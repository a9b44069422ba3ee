using Checkstand.Core.Payments.Services;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>POST /payment-services/{payment_service_id}/sessions</c>: no provider here has sessions, and it says so.</summary>
internal static class CreatePaymentServiceSession
{
    private const string Reason = "No payment service here offers sessions of its provider.";

    public static readonly Operation Operation = new()
    {
        Id = "create_payment_service_session",
        Method = HttpMethods.Post,
        Path = "/payment-services/{payment_service_id}/sessions",
        Scope = "transactions.write",
        Request = PaymentServiceShapes.ProviderSession,
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = Reason,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.Services.PaymentServices.FindInUse(call.Merchant, call.Ids["payment_service_id"]) is null
            ? Gr4vyErrors.WriteAsync(call.Http, new PaymentServiceProblem.NotFound())
            : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status400BadRequest, Reason);
}
