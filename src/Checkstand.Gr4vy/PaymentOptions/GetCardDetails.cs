using System.Text;
using System.Text.Json;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentOptions;

/// <summary><c>GET /card-details</c>: what the first digits of a card say about it.</summary>
internal static class GetCardDetails
{
    public static readonly Operation Operation = new()
    {
        Id = "get_card_details",
        Method = HttpMethods.Get,
        Path = "/card-details",
        Scope = "bin-checker.read",
        Query = PaymentOptionShapes.CardDetailsQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentOptionShapes.CardDetail,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call)
    {
        if (call.Query!.Id("payment_method_id") is { } stored)
        {
            return HandleStoredAsync(call, stored);
        }

        return call.Query!.Text("bin") is { } bin
            ? call.AnswerAsync(StatusCodes.Status200OK, bin, Write)
            : Gr4vyErrors.WriteAsync(
                call.Http,
                [
                    new Violation(
                        ViolationLocation.Query,
                        "bin",
                        "Name a bin, or a payment method by payment_method_id.",
                        "missing"
                    ),
                ]
            );
    }

    private static async Task HandleStoredAsync(Call call, Guid id)
    {
        var found = await call.Services.PaymentMethods.GetAsync(id, call.Merchant, call.Cancellation);
        await (
            found.TryGet(out var method, out var problem)
                ? call.AnswerAsync(StatusCodes.Status200OK, method.Card.Bin, Write)
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }

    private static void Write(Utf8JsonWriter writer, string bin)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "card-detail"u8);
        writer.WriteString("id"u8, bin);
        writer.WriteNull("card_type"u8);
        writer.WriteString("scheme"u8, Enums.SchemeName(CardSchemes.Of(Encoding.ASCII.GetBytes(bin))));
        writer.WriteStartArray("additional_schemes"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("additional_schemes_details"u8);
        writer.WriteEndArray();
        writer.WriteNull("scheme_icon_url"u8);
        writer.WriteNull("country"u8);
        writer.WriteNull("required_fields"u8);
        writer.WriteEndObject();
    }
}
