using Checkstand.Core;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>POST /payment-methods</c>: stores a card, typed in the request or put on a checkout session before.</summary>
internal static class CreatePaymentMethod
{
    public static readonly Operation Operation = new()
    {
        Id = "create_payment_method",
        Method = HttpMethods.Post,
        Path = "/payment-methods",
        Scope = "payment-methods.write",
        Request = PaymentMethodInputShapes.ToStore,
        SuccessStatus = StatusCodes.Status201Created,
        Response = PaymentMethodShapes.PaymentMethod,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        var said = await PaymentMethodBody.ReadNewAsync(call, body);
        if (!said.TryGet(out var method, out var unfit))
        {
            body.Wipe();
            await Gr4vyErrors.WriteNamedAsync(call.Http, unfit);
            return;
        }

        var stored =
            body.Shape == PaymentMethodInputShapes.CardToStore
                ? await StoreCardAsync(call, body, method)
                : await call.Services.PaymentMethods.StoreFromSessionAsync(
                    call.NewId,
                    new SessionId(body.Id("id")!.Value),
                    call.Merchant,
                    method,
                    call.Cancellation
                );
        await (
            stored.TryGet(out var kept, out var refused)
                ? call.AnswerAsync(
                    StatusCodes.Status201Created,
                    await PaymentMethodBody.ViewOfAsync(call, kept),
                    PaymentMethodBody.Write
                )
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }

    private static async Task<Result<StoredPaymentMethod, PaymentMethodProblem>> StoreCardAsync(
        Call call,
        CheckedObject body,
        NewPaymentMethod said
    )
    {
        using var card = SentCard.Read(body);
        body.Wipe();
        return await call.Services.PaymentMethods.StoreCardAsync(
            call.NewId,
            call.Merchant,
            card,
            said,
            call.Cancellation
        );
    }
}
