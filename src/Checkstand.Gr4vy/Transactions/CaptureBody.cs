using System.Text.Json;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>A capture as answers show it (contract section 6.4).</summary>
internal static class CaptureBody
{
    /// <summary>Writes a capture.</summary>
    public static void Write(Utf8JsonWriter writer, Payment payment, PaymentOperation capture)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "capture"u8);
        writer.WriteString("id"u8, capture.Id.Value);
        writer.WriteString("merchant_account_id"u8, payment.MerchantAccountId.Value);
        writer.WriteString("transaction_id"u8, payment.Id.Value);
        writer.WriteString("xid"u8, capture.Reference);
        writer.WriteString("currency"u8, payment.Currency);
        writer.WriteNumber("amount"u8, capture.MinorUnits);
        writer.WriteString("status"u8, TransactionWords.OfOperation(capture.State));
        writer.WriteBoolean("final"u8, capture.IsFinal);
        writer.WriteInstant("created_at", capture.StartedAt);
        writer.WriteInstant("updated_at", capture.UpdatedAt);
        writer.WriteInstant("captured_at", capture.State == OperationState.Approved ? capture.UpdatedAt : null);
        writer.WriteString("external_identifier"u8, capture.ExternalIdentifier);
        writer.WriteString("error_code"u8, capture.Error?.Value);
        writer.WriteNull("iso_response_code"u8);
        writer.WriteString("raw_response_code"u8, capture.RawCode);
        writer.WriteString("raw_response_description"u8, capture.RawDescription);
        writer.WriteString("transaction_external_identifier"u8, payment.Order.ExternalIdentifier);
        writer.WriteNull("cart_items"u8);
        writer.WriteEndObject();
    }

    /// <summary>Writes all captures of a payment, newest first.</summary>
    public static void WriteAll(Utf8JsonWriter writer, Payment payment)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var capture in payment.Of(OperationKind.Capture).Reverse())
        {
            Write(writer, payment, capture);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
