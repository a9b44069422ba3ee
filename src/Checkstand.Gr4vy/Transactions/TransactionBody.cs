using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>
/// A transaction as answers show it (contract section 6.3). Every field is there; what this server does not have, such
/// as settlements and gift cards, is null, false or empty.
/// </summary>
internal static class TransactionBody
{
    /// <summary>What an answer is written from.</summary>
    /// <param name="Payment">The payment.</param>
    /// <param name="Service">The payment service of its authorization; null when it is not known any more.</param>
    /// <param name="BaseUrl">Where this server is reached, for a challenge page of its own.</param>
    public sealed record View(Payment Payment, PaymentService? Service, string BaseUrl)
    {
        /// <summary>What was said of the payment, for the caller to dispose; null of a checkout of another dialect.</summary>
        public JsonDocument? ParseSaid() =>
            Payment.Order.Said.IsPresent ? JsonDocument.Parse(Payment.Order.Said.Utf8) : null;
    }

    /// <summary>The view of a payment for a caller.</summary>
    public static View ViewOf(Call call, Payment payment) =>
        new(
            payment,
            call.Services.PaymentServices.Find(payment.MerchantAccountId, payment.Authorization.PaymentServiceId),
            $"{call.Http.Request.Scheme}://{call.Http.Request.Host}{call.Http.Request.PathBase}"
        );

    /// <summary>Writes the whole transaction.</summary>
    public static void Write(Utf8JsonWriter writer, View view)
    {
        using var said = view.ParseSaid();
        writer.WriteStartObject();
        WriteShared(writer, view, said);
        WriteRest(writer, view.Payment, said);
        writer.WriteEndObject();
    }

    /// <summary>Writes the shorter form of lists.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, View view)
    {
        using var said = view.ParseSaid();
        writer.WriteStartObject();
        WriteShared(writer, view, said);
        writer.WriteEndObject();
    }

    private static void WriteShared(Utf8JsonWriter writer, View view, JsonDocument? said)
    {
        var payment = view.Payment;
        var authorization = payment.Authorization;
        writer.WriteString("type"u8, "transaction"u8);
        writer.WriteString("id"u8, payment.Id.Value);
        writer.WriteString("reconciliation_id"u8, ReconciliationId.Of(payment.Id.Value));
        writer.WriteString("merchant_account_id"u8, payment.MerchantAccountId.Value);
        writer.WriteString("currency"u8, payment.Currency);
        writer.WriteNumber("amount"u8, payment.Order.Amount.MinorUnits);
        writer.WriteString("status"u8, TransactionWords.Of(payment.Status));
        writer.WriteNumber("authorized_amount"u8, payment.AuthorizedMinorUnits);
        writer.WriteNumber("captured_amount"u8, payment.CapturedMinorUnits);
        writer.WriteNumber("refunded_amount"u8, payment.RefundedMinorUnits);
        writer.WriteNull("settled_currency"u8);
        writer.WriteNumber("settled_amount"u8, 0);
        writer.WriteBoolean("settled"u8, false);
        writer.WriteString("country"u8, payment.Order.Country);
        writer.WriteString("external_identifier"u8, payment.Order.ExternalIdentifier);
        writer.WriteString("intent"u8, TransactionWords.Of(payment.Order.Intent));
        TransactionParts.WritePaymentMethod(writer, view, said);
        writer.WriteString("method"u8, "card"u8);
        writer.WriteString("instrument_type"u8, payment.Card.StoredMethodId is null ? "pan"u8 : "card_token"u8);
        writer.WriteString("error_code"u8, authorization.Error?.Value);
        TransactionParts.WritePaymentService(writer, view.Service);
        writer.WriteBoolean("pending_review"u8, false);
        TransactionParts.WriteBuyer(writer, payment, said);
        writer.WriteString("raw_response_code"u8, authorization.RawCode);
        writer.WriteString("raw_response_description"u8, authorization.RawDescription);
        TransactionParts.WriteShippingDetails(writer, said);
        writer.WriteIdOrNull("checkout_session_id", payment.CheckoutId);
        writer.WriteStartArray("gift_card_redemptions"u8);
        writer.WriteEndArray();
        writer.WriteNull("gift_card_service"u8);
        writer.WriteInstant("created_at", payment.CreatedAt);
        writer.WriteInstant("updated_at", payment.UpdatedAt);
        writer.WriteBoolean("disputed"u8, false);
        writer.WriteNull("reauthorized_from_transaction_id"u8);
    }

    private static void WriteRest(Utf8JsonWriter writer, Payment payment, JsonDocument? said)
    {
        var authorization = payment.Authorization;
        WriteSaid(writer, said, "airline");
        writer.WriteString("auth_response_code"u8, authorization.RawCode);
        writer.WriteString("avs_response_code"u8, TransactionWords.Of(authorization.Avs));
        writer.WriteString("cvv_response_code"u8, TransactionWords.Of(authorization.Cvv));
        writer.WriteNull("anti_fraud_decision"u8);
        WriteSaid(writer, said, "payment_source", "\"ecommerce\""u8);
        writer.WriteBoolean("merchant_initiated"u8, payment.Order.IsMerchantInitiated);
        WriteSaid(writer, said, "is_subsequent_payment", "false"u8);
        WriteSaid(writer, said, "cart_items");
        WriteSaid(writer, said, "statement_descriptor");
        writer.WriteString("scheme_transaction_id"u8, authorization.SchemeTransactionId);
        writer.WriteNull("transaction_link_id"u8);
        TransactionParts.WriteThreeDSecure(writer, authorization);
        writer.WriteString("payment_service_transaction_id"u8, authorization.Reference);
        writer.WriteStartObject("additional_identifiers"u8);
        writer.WriteEndObject();
        WriteSaid(writer, said, "metadata");
        writer.WriteInstant("authorized_at", At(payment, OperationKind.Authorize));
        writer.WriteInstant("captured_at", At(payment, OperationKind.Capture));
        writer.WriteInstant("voided_at", At(payment, OperationKind.Void));
        writer.WriteInstant("canceled_at", payment.WasCanceled ? authorization.UpdatedAt : null);
        writer.WriteInstant("approval_expires_at", payment.ApprovalExpiresAt);
        writer.WriteInstant(
            "buyer_approval_timedout_at",
            authorization.Error == PaymentErrorCode.IncompleteBuyerApproval ? authorization.UpdatedAt : null
        );
        writer.WriteString("intent_outcome"u8, TransactionWords.OutcomeOf(payment));
        writer.WriteBoolean("multi_tender"u8, false);
        WriteSaid(writer, said, "account_funding_transaction", "false"u8);
        WriteSaid(writer, said, "recipient");
        writer.WriteNull("merchant_advice_code"u8);
        WriteSaid(writer, said, "installment_count");
        writer.WriteNull("session_token"u8);
        foreach (var name in LevelTwo)
        {
            WriteSaid(writer, said, name);
        }

        writer.WriteNull("iso_response_code"u8);
    }

    private static readonly string[] LevelTwo =
    [
        "tax_amount",
        "merchant_tax_id",
        "purchase_order_number",
        "customer_reference_number",
        "amount_includes_tax",
        "supplier_order_number",
        "duty_amount",
        "shipping_amount",
    ];

    private static DateTimeOffset? At(Payment payment, OperationKind kind) =>
        payment.Of(kind).FirstOrDefault(operation => operation.State == OperationState.Approved)?.UpdatedAt;

    private static void WriteSaid(
        Utf8JsonWriter writer,
        JsonDocument? said,
        string name,
        ReadOnlySpan<byte> otherwise = default
    )
    {
        writer.WritePropertyName(name);
        if (said is not null && said.RootElement.TryGetProperty(name, out var value))
        {
            writer.WriteCarried(value);
        }
        else
        {
            writer.WriteRawValue(otherwise.IsEmpty ? "null"u8 : otherwise, skipInputValidation: true);
        }
    }
}
