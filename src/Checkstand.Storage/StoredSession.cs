using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Storage;

/// <summary>
/// A session's document: the part of its row that is not searched by, as one JSON object. Names are part of the stored
/// format, so they are spelled here and not taken from the code's own.
/// </summary>
public static class StoredSession
{
    private const string PaymentMethodName = "payment_method";

    // Noted there until 0.1; payments are found by their session.
    private const string LastPaymentName = "last_payment_id";

    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonEncodedText[] FieldNames =
    [
        .. Enum.GetValues<SessionField>().Select(field => JsonEncodedText.Encode(NameOf(field))),
    ];

    /// <summary>Writes a session's document.</summary>
    public static byte[] Write(CheckoutSession session)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            for (var i = 0; i < FieldNames.Length; i++)
            {
                var value = session.Content[(SessionField)i];
                if (value.IsPresent)
                {
                    writer.WritePropertyName(FieldNames[i]);
                    writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
                }
            }

            if (session.PaymentMethod is { } method)
            {
                writer.WritePropertyName(PaymentMethodName);
                WritePaymentMethod(writer, method);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The document has a member that this version does not know.</exception>
    public static (SessionContent Content, SessionPaymentMethod? PaymentMethod) Read(byte[] document)
    {
        var slots = new JsonText[SessionContent.FieldCount];
        SessionPaymentMethod? method = null;
        var reader = new Utf8JsonReader(document);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref reader);
            var isMethod = field < 0 && reader.ValueTextEquals(PaymentMethodName);
            var isPayment = field < 0 && reader.ValueTextEquals(LastPaymentName);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var value = document.AsMemory(start, (int)reader.BytesConsumed - start);
            if (field >= 0)
            {
                slots[field] = new JsonText(value);
            }
            else if (isMethod)
            {
                method = ReadPaymentMethod(value);
            }
            else if (!isPayment)
            {
                throw new InvalidDataException("A stored session has a member that this version does not know.");
            }
        }

        return (SessionContent.Of(slots), method);
    }

    private static int Find(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < FieldNames.Length; i++)
        {
            if (reader.ValueTextEquals(FieldNames[i].EncodedUtf8Bytes))
            {
                return i;
            }
        }

        return -1;
    }

    private static void WritePaymentMethod(Utf8JsonWriter writer, SessionPaymentMethod method)
    {
        writer.WriteStartObject();
        switch (method)
        {
            case SessionPaymentMethod.Card card:
                writer.WriteString("kind", "card");
                WriteDisplay(writer, card.Display);
                writer.WriteString("postal_code", card.PostalCode);
                break;
            case SessionPaymentMethod.Stored stored:
                writer.WriteString("kind", "stored");
                writer.WriteString("id", stored.Id);
                WriteDisplay(writer, stored.Display);
                writer.WriteBoolean("has_code", stored.HasCode);
                writer.WriteString("postal_code", stored.PostalCode);
                break;
            case SessionPaymentMethod.ClickToPay clickToPay:
                writer.WriteString("kind", "click_to_pay");
                writer.WriteString("merchant_transaction_id", clickToPay.MerchantTransactionId);
                writer.WriteString("src_correlation_id", clickToPay.SrcCorrelationId);
                writer.WriteString("src_dpa_id", clickToPay.SrcDpaId);
                writer.WriteString("src_cx_flow_id", clickToPay.SrcCxFlowId);
                break;
            default:
                throw new UnreachableException($"No stored form is defined for {method.GetType().Name}.");
        }

        writer.WriteEndObject();
    }

    private static void WriteDisplay(Utf8JsonWriter writer, CardDisplay display)
    {
        writer.WriteString("last_four", display.LastFour);
        writer.WriteString("bin", display.Bin);
        writer.WriteString("scheme", display.Scheme.ToString());
        writer.WriteString("fingerprint", display.Fingerprint);
    }

    private static CardDisplay ReadDisplay(JsonElement stored) =>
        new(
            stored.GetProperty("last_four").GetString()!,
            stored.GetProperty("bin").GetString()!,
            Enum.Parse<CardScheme>(stored.GetProperty("scheme").GetString()!),
            stored.GetProperty("fingerprint").GetString()!
        );

    private static SessionPaymentMethod ReadPaymentMethod(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var stored = document.RootElement;
        string Text(string name) => stored.GetProperty(name).GetString()!;
        return Text("kind") switch
        {
            "card" => new SessionPaymentMethod.Card(ReadDisplay(stored), stored.GetProperty("postal_code").GetString()),
            "stored" => new SessionPaymentMethod.Stored(
                stored.GetProperty("id").GetGuid(),
                ReadDisplay(stored),
                stored.GetProperty("has_code").GetBoolean(),
                stored.GetProperty("postal_code").GetString()
            ),
            "click_to_pay" => new SessionPaymentMethod.ClickToPay(
                Text("merchant_transaction_id"),
                Text("src_correlation_id"),
                Text("src_dpa_id"),
                stored.GetProperty("src_cx_flow_id").GetString()
            ),
            _ => throw new InvalidDataException(
                "A stored session has a payment method that this version does not know."
            ),
        };
    }

    private static string NameOf(SessionField field) =>
        field switch
        {
            SessionField.CartItems => "cart_items",
            SessionField.Metadata => "metadata",
            SessionField.Buyer => "buyer",
            SessionField.Airline => "airline",
            SessionField.Amount => "amount",
            SessionField.Currency => "currency",
            SessionField.PaymentServiceId => "payment_service_id",
            SessionField.Country => "country",
            SessionField.IsSubsequentPayment => "is_subsequent_payment",
            SessionField.MerchantInitiated => "merchant_initiated",
            SessionField.PaymentSource => "payment_source",
            SessionField.Intent => "intent",
            _ => throw new UnreachableException($"No stored name is defined for {field}."),
        };
}
