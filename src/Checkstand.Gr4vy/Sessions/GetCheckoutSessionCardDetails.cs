using System.Text.Json;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary><c>POST /checkout/sessions/{session_id}/card-details</c>: what the first digits of a card say about it.</summary>
internal static class GetCheckoutSessionCardDetails
{
    public static readonly Operation Operation = new()
    {
        Id = "get_checkout_session_card_details",
        Method = HttpMethods.Post,
        Path = "/checkout/sessions/{session_id}/card-details",
        Request = SecureFieldsShapes.CardDetailsRequest,
        SuccessStatus = StatusCodes.Status200OK,
        Response = SecureFieldsShapes.CardDetails,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.Sessions.GetAsync(call.SessionId, call.Cancellation);
        await (
            found.TryGet(out _, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, call.Body!["bin"], Write)
                : call.RefuseAsync(refused)
        );
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> bin)
    {
        var digits = bin.Span[1..^1];
        writer.WriteStartObject();
        writer.WriteString("bin"u8, digits);
        writer.WriteNull("card_type"u8);
        writer.WriteString("scheme"u8, Enums.SchemeName(CardSchemes.Of(digits)));
        writer.WriteNull("scheme_icon_url"u8);
        writer.WriteStartArray("additional_schemes"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
