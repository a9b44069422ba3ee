using System.Text.Json;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>A refund as answers show it (contract section 6.4).</summary>
internal static class RefundBody
{
    /// <summary>Writes a refund.</summary>
    public static void Write(Utf8JsonWriter writer, Payment payment, PaymentOperation refund)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "refund"u8);
        writer.WriteString("id"u8, refund.Id.Value);
        writer.WriteString("transaction_id"u8, payment.Id.Value);
        writer.WriteString("payment_service_refund_id"u8, refund.Reference);
        writer.WriteString("status"u8, TransactionWords.OfRefund(refund.State));
        writer.WriteString("currency"u8, payment.Currency);
        writer.WriteNumber("amount"u8, refund.MinorUnits);
        writer.WriteString("reason"u8, refund.Reason);
        writer.WriteString("target_type"u8, "payment-method"u8);
        writer.WriteIdOrNull("target_id", payment.Card.StoredMethodId);
        writer.WriteString("reconciliation_id"u8, ReconciliationId.Of(refund.Id.Value));
        writer.WriteString("external_identifier"u8, refund.ExternalIdentifier);
        writer.WriteString("transaction_reconciliation_id"u8, ReconciliationId.Of(payment.Id.Value));
        writer.WriteString("transaction_external_identifier"u8, payment.Order.ExternalIdentifier);
        writer.WriteInstant("created_at", refund.StartedAt);
        writer.WriteInstant("updated_at", refund.UpdatedAt);
        writer.WriteNull("creator"u8);
        writer.WriteString("error_code"u8, refund.Error?.Value);
        writer.WriteString("raw_response_code"u8, refund.RawCode);
        writer.WriteString("raw_response_description"u8, refund.RawDescription);
        writer.WriteNull("settled_currency"u8);
        writer.WriteNumber("settled_amount"u8, 0);
        writer.WriteBoolean("settled"u8, false);
        writer.WriteEndObject();
    }

    /// <summary>Writes all refunds of a payment, newest first.</summary>
    public static void WriteAll(Utf8JsonWriter writer, Payment payment) =>
        WriteList(writer, payment, payment.Of(OperationKind.Refund).Reverse());

    /// <summary>Writes a list.</summary>
    public static void WriteList(Utf8JsonWriter writer, Payment payment, IEnumerable<PaymentOperation> refunds)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var refund in refunds)
        {
            Write(writer, payment, refund);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
