using System.Text.Json;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentOptions;

/// <summary><c>POST /payment-options</c>: how a buyer may pay: by card, when a payment service takes the currency and the country.</summary>
internal static class ListPaymentOptions
{
    public static readonly Operation Operation = new()
    {
        Id = "list_payment_options",
        Method = HttpMethods.Post,
        Path = "/payment-options",
        Scope = "payment-options.read",
        Request = PaymentOptionShapes.Request,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentOptionShapes.Options,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.AnswerAsync(
            StatusCodes.Status200OK,
            call.Services.PaymentServices.CanTake(
                call.Merchant,
                call.Body!.Text("currency"),
                call.Body!.Text("country")
            ),
            Write
        );

    private static void Write(Utf8JsonWriter writer, bool takesCards)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        if (takesCards)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "payment-option"u8);
            writer.WriteString("method"u8, Methods.Card);
            writer.WriteNull("icon_url"u8);
            writer.WriteString("mode"u8, "card"u8);
            writer.WriteString("label"u8, "Card"u8);
            writer.WriteBoolean("can_store_payment_method"u8, true);
            writer.WriteBoolean("can_delay_capture"u8, true);
            writer.WriteNull("context"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
