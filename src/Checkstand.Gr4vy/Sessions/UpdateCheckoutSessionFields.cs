using System.Globalization;
using System.Text.Json;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Sessions;

/// <summary>
/// <c>PUT /checkout/sessions/{session_id}/fields</c>: a browser puts a payment method on a session. Needs no token;
/// one that comes along, as older SDKs send it, is not looked at.
/// </summary>
internal static class UpdateCheckoutSessionFields
{
    public static readonly Operation Operation = new()
    {
        Id = "update_checkout_session_fields",
        Method = HttpMethods.Put,
        Path = "/checkout/sessions/{session_id}/fields",
        Request = SecureFieldsShapes.SecureFields,
        SuccessStatus = StatusCodes.Status204NoContent,
        IsLimited = true,
        Handle = HandleAsync,
    };

    private static readonly string RetryAfter = FieldsRateLimit.RetryAfterSeconds.ToString(
        CultureInfo.InvariantCulture
    );

    private static async Task HandleAsync(Call call)
    {
        if (!call.Services.FieldsRateLimit.Admits(call.SessionId))
        {
            call.Body!.Wipe();
            call.Http.Response.Headers.RetryAfter = RetryAfter;
            await Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status429TooManyRequests);
            return;
        }

        var refused = await AttachAsync(call);
        await (refused is null ? call.AnswerEmptyAsync() : call.RefuseAsync(refused));
    }

    private static async Task<SessionProblem?> AttachAsync(Call call)
    {
        var method = ReadMethod(call);
        call.Body!.Wipe();
        using (method.Card)
        using (method.Code)
        {
            return method switch
            {
                { Card: { } card } => await call.Sessions.AttachCardAsync(
                    call.SessionId,
                    card,
                    method.PostalCode,
                    call.Cancellation
                ),
                { ClickToPay: { } clickToPay } => await call.Sessions.AttachClickToPayAsync(
                    call.SessionId,
                    clickToPay,
                    call.Cancellation
                ),
                _ => await call.Sessions.AttachStoredMethodAsync(
                    call.SessionId,
                    method.StoredId,
                    method.Code,
                    method.PostalCode,
                    call.Cancellation
                ),
            };
        }
    }

    private static Method ReadMethod(Call call)
    {
        using var document = JsonDocument.Parse(call.Body!["payment_method"]);
        var sent = document.RootElement;
        var postalCode = ReadText(call.Body["postal_code"]);
        return sent.GetProperty("method").GetString() switch
        {
            "card" => new Method { Card = SentCard.Read(sent), PostalCode = postalCode },
            "id" => new Method
            {
                StoredId = sent.GetProperty("id").GetGuid(),
                Code = SentCard.ReadCode(sent),
                PostalCode = postalCode,
            },
            _ => new Method { ClickToPay = ReadClickToPay(sent), PostalCode = postalCode },
        };
    }

    private static SessionPaymentMethod.ClickToPay ReadClickToPay(JsonElement sent) =>
        new(
            sent.GetProperty("merchant_transaction_id").GetString()!,
            sent.GetProperty("src_correlation_id").GetString()!,
            sent.GetProperty("src_dpa_id").GetString()!,
            sent.TryGetProperty("src_cx_flow_id", out var flow) ? flow.GetString() : null
        );

    private static string? ReadText(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return reader.GetString();
    }

    // A card, a Click to Pay checkout, or a stored method with the code typed beside it. Not a record: it holds codes.
    private sealed class Method
    {
        public CardData? Card { get; init; }

        public SessionPaymentMethod.ClickToPay? ClickToPay { get; init; }

        public Guid StoredId { get; init; }

        public SecurityCode? Code { get; init; }

        public string? PostalCode { get; init; }
    }
}
