using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>The filters of lists: what their query strings may say (section 6.4).</summary>
internal static class ListShapes
{
    private static readonly IntegerShape FilteredAmount = new(0, int.MaxValue);

    /// <summary>Query of <c>GET /transactions</c>.</summary>
    public static readonly ObjectShape Transactions = new(
        "list_transactions",
        [
            .. PageBody.Parameters,
            Maybe("created_at_lte", Forms.DateTime),
            Maybe("created_at_gte", Forms.DateTime),
            Maybe("updated_at_lte", Forms.DateTime),
            Maybe("updated_at_gte", Forms.DateTime),
            Maybe("search", AnyText),
            Maybe("buyer_external_identifier", AnyText),
            Maybe("buyer_id", Uuid),
            Maybe("buyer_email_address", AnyText),
            Maybe("ip_address", AnyText),
            Maybe("status", new ArrayShape(Enums.TransactionStatus)),
            Maybe("id", Uuid),
            Maybe("payment_service_transaction_id", AnyText),
            Maybe("external_identifier", AnyText),
            Maybe("metadata", new ArrayShape(AnyText)),
            Maybe("amount_eq", FilteredAmount),
            Maybe("amount_lte", FilteredAmount),
            Maybe("amount_gte", FilteredAmount),
            Maybe("currency", new ArrayShape(Currency)),
            Maybe("country", new ArrayShape(AnyText)),
            Maybe("payment_service_id", new ArrayShape(Uuid)),
            Maybe("payment_method_id", Uuid),
            Maybe("payment_method_label", AnyText),
            Maybe("payment_method_scheme", new ArrayShape(AnyText)),
            Maybe("payment_method_country", AnyText),
            Maybe("payment_method_fingerprint", AnyText),
            Maybe("method", new ArrayShape(Enums.Method)),
            Maybe("error_code", new ArrayShape(AnyText)),
            Maybe("has_refunds", Forms.Boolean),
            Maybe("pending_review", Forms.Boolean),
            Maybe("checkout_session_id", Uuid),
            Maybe("payment_link_id", Uuid),
            Maybe("reconciliation_id", AnyText),
            Maybe("has_gift_card_redemptions", Forms.Boolean),
            Maybe("gift_card_id", Uuid),
            Maybe("gift_card_last4", Text(4, 4)),
            Maybe("has_settlements", Forms.Boolean),
            Maybe("payment_method_bin", AnyText),
            Maybe("payment_source", new ArrayShape(Enums.PaymentSource)),
            Maybe("is_subsequent_payment", Forms.Boolean),
            Maybe("merchant_initiated", Forms.Boolean),
            Maybe("used_3ds", Forms.Boolean),
            Maybe("disputed", Forms.Boolean),
            Maybe("reauthorized_from_transaction_id", Uuid),
            Maybe("buyer_search", new ArrayShape(AnyText)),
        ]
    );

    /// <summary>Query of <c>GET /transactions/{transaction_id}/events</c>: a page of 100 unless it says otherwise.</summary>
    public static readonly ObjectShape TransactionEvents = new(
        "list_transaction_events",
        PageBody.Parameters[0],
        PageBody.Parameters[1] with
        {
            DocumentedDefault = "100",
        }
    );

    /// <summary>Query of <c>GET /payment-methods</c>.</summary>
    public static readonly ObjectShape PaymentMethods = new(
        "list_payment_methods",
        [
            .. PageBody.Parameters,
            Maybe("buyer_id", Uuid),
            Maybe("buyer_external_identifier", AnyText),
            Maybe("status", new ArrayShape(Enums.PaymentMethodStatus)),
            Maybe("external_identifier", AnyText),
        ]
    );

    /// <summary>Query of <c>GET /buyers/payment-methods</c>, which is not paged.</summary>
    public static readonly ObjectShape BuyerPaymentMethods = new(
        "list_buyer_payment_methods",
        Maybe("buyer_id", Uuid),
        Maybe("buyer_external_identifier", AnyText),
        Maybe("sort_by", OneOf("last_used_at", "usage_count", "cit_last_used_at", "cit_usage_count")),
        Defaulted("order_by", OneOf("asc", "desc"), "\"desc\""),
        Maybe("country", Country),
        Maybe("currency", Currency)
    );

    /// <summary>Query of <c>GET /payment-methods/{payment_method_id}/payment-service-tokens</c>.</summary>
    public static readonly ObjectShape PaymentServiceTokens = new(
        "list_payment_method_payment_service_tokens",
        Maybe("payment_service_id", Uuid)
    );
}
