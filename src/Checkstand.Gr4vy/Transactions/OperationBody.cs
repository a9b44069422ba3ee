using System.Text.Json;
using Checkstand.Core.Payments;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>What <c>prefer: resource=...</c> asks for: the capture or void itself, with its transaction inside (section 6.4).</summary>
internal static class OperationBody
{
    /// <summary>Writes a capture.</summary>
    public static void WriteCapture(Utf8JsonWriter writer, TransactionBody.View view, PaymentOperation capture)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "transaction-capture"u8);
        WriteOutcome(writer, view, capture);
        writer.WriteString("capture_id"u8, capture.Id.Value);
        writer.WriteString("payment_service_capture_id"u8, capture.Reference);
        writer.WriteString("external_identifier"u8, capture.ExternalIdentifier);
        using var said = view.ParseSaid();
        TransactionParts.WriteBillingDetails(writer, said);
        TransactionParts.WriteShippingDetails(writer, said);
        writer.WriteEndObject();
    }

    /// <summary>Writes a void.</summary>
    public static void WriteVoid(Utf8JsonWriter writer, TransactionBody.View view, PaymentOperation release)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "transaction-void"u8);
        WriteOutcome(writer, view, release);
        writer.WriteEndObject();
    }

    /// <summary>Writes the cancellation of a payment: what is not cancelled is an error and has no body of this kind.</summary>
    public static void WriteCancel(Utf8JsonWriter writer, TransactionBody.View view)
    {
        var authorization = view.Payment.Authorization;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "transaction-cancel"u8);
        writer.WriteString("status"u8, "succeeded"u8);
        writer.WriteString("code"u8, authorization.Error?.Value);
        writer.WriteString("raw_response_code"u8, authorization.RawCode);
        writer.WriteString("raw_response_description"u8, authorization.RawDescription);
        writer.WritePropertyName("transaction"u8);
        TransactionBody.Write(writer, view);
        writer.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter writer, TransactionBody.View view, PaymentOperation operation)
    {
        writer.WriteString("status"u8, TransactionWords.OfOperation(operation.State));
        writer.WriteString("code"u8, operation.Error?.Value);
        writer.WriteString("raw_response_code"u8, operation.RawCode);
        writer.WriteString("raw_response_description"u8, operation.RawDescription);
        writer.WritePropertyName("transaction"u8);
        TransactionBody.Write(writer, view);
    }
}
