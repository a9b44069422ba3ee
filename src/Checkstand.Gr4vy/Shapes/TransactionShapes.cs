using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>A transaction as it is answered (section 6.3).</summary>
internal static class TransactionShapes
{
    public static readonly ObjectShape CardDetails = new(
        "PaymentMethodDetailsCard",
        Maybe("bin", Bin),
        Maybe("card_type", Enums.CardType),
        Maybe("card_issuer_name", AnyText)
    );

    public static readonly ObjectShape PaymentMethod = new(
        "TransactionPaymentMethod",
        Tag("type", "payment-method"),
        Maybe("approval_url", AnyText),
        Maybe("country", Country),
        Maybe("currency", Currency),
        Maybe("details", CardDetails),
        Maybe("expiration_date", Expiry),
        Maybe("fingerprint", AnyText),
        Maybe("label", Text(0, 320)),
        Maybe("last_replaced_at", Forms.DateTime),
        Must("method", Enums.Method),
        Maybe("mode", Enums.Mode),
        Maybe("scheme", Enums.CardScheme),
        Maybe("id", Uuid),
        Maybe("approval_target", Enums.ApprovalTarget),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("payment_account_reference", AnyText)
    );

    public static readonly ObjectShape PaymentService = new(
        "TransactionPaymentService",
        Tag("type", "payment-service"),
        Must("id", Uuid),
        Must("payment_service_definition_id", Text(1, 50)),
        Must("method", Enums.Method),
        Must("display_name", AnyText)
    );

    public static readonly ObjectShape Buyer = new(
        "TransactionBuyer",
        Tag("type", "buyer"),
        Maybe("id", Uuid),
        Maybe("reconciliation_id", AnyText),
        Maybe("display_name", Text(1, 200)),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("billing_details", BuyerShapes.BillingDetails),
        Maybe("account_number", Text(1, 200))
    );

    public static readonly ObjectShape GiftCard = new(
        "TransactionGiftCard",
        Tag("type", "gift-card"),
        Maybe("id", Uuid),
        Must("bin", AnyText),
        Must("sub_bin", AnyText),
        Must("last4", AnyText)
    );

    public static readonly ObjectShape GiftCardRedemption = new(
        "GiftCardRedemption",
        Tag("type", "gift-card-redemption"),
        Must("id", Uuid),
        Must("status", Enums.GiftCardRedemptionStatus),
        Must("amount", AnyInteger),
        Must("refunded_amount", AnyInteger),
        Maybe("gift_card_service_redemption_id", AnyText),
        Maybe("error_code", Enums.GiftCardErrorCode),
        Maybe("raw_error_code", AnyText),
        Maybe("raw_error_message", AnyText),
        Must("gift_card", GiftCard)
    );

    public static readonly ObjectShape GiftCardService = new(
        "GiftCardService",
        Tag("type", "gift-card-service"),
        Must("id", Uuid),
        Must("gift_card_service_definition_id", Enums.GiftCardServiceProvider),
        Must("display_name", Text(1, 200))
    );

    public static readonly ObjectShape ThreeDSecureV2 = new(
        "ThreeDSecureV2",
        Must("version", ThreeDSecureVersion),
        Maybe("authentication_response", AnyText),
        Maybe("directory_response", AnyText),
        Maybe("directory_transaction_id", AnyText),
        Maybe("transaction_reason", AnyText),
        Maybe("cavv", AnyText),
        Maybe("eci", Eci),
        Maybe("cardholder_info", AnyText)
    );

    private static readonly ChoiceShape ThreeDSecureResponse = new([
        new ChoiceCase("xid", TransactionCreateShapes.ThreeDSecureDataV1),
        new ChoiceCase("cardholder_info", ThreeDSecureV2),
    ]);

    public static readonly ObjectShape ThreeDSecureError = new(
        "ThreeDSecureError",
        Maybe("code", Text(3, 3)),
        Maybe("description", Text(0, 2048)),
        Maybe("detail", Text(0, 2048)),
        Maybe("component", Text(1, 1))
    );

    public static readonly ObjectShape ThreeDSecureSummary = new(
        "TransactionThreeDSecureSummary",
        Maybe("version", ThreeDSecureVersion),
        Maybe("status", Enums.ThreeDSecureStatus),
        Maybe("method", Enums.ThreeDSecureMethod),
        Maybe("response_data", ThreeDSecureResponse),
        Maybe("error_data", ThreeDSecureError),
        Maybe("amount", AnyInteger)
    );

    public static readonly ObjectShape Summary = new(
        "TransactionSummary",
        Tag("type", "transaction"),
        Must("id", Uuid),
        Must("reconciliation_id", AnyText),
        Must("merchant_account_id", AnyText),
        Must("currency", Currency),
        Must("amount", AnyInteger),
        Must("status", Enums.TransactionStatus),
        Must("authorized_amount", AnyInteger),
        Must("captured_amount", AnyInteger),
        Must("refunded_amount", AnyInteger),
        Maybe("settled_currency", Currency),
        Must("settled_amount", AnyInteger),
        Must("settled", Forms.Boolean),
        Maybe("country", Country),
        Maybe("external_identifier", Text(1, 200)),
        Must("intent", Enums.Intent),
        Maybe("payment_method", PaymentMethod),
        Maybe("method", Enums.Method),
        Maybe("instrument_type", Enums.InstrumentType),
        Maybe("error_code", AnyText),
        Maybe("payment_service", PaymentService),
        Defaulted("pending_review", Forms.Boolean, "false"),
        Maybe("buyer", Buyer),
        Maybe("raw_response_code", AnyText),
        Maybe("raw_response_description", AnyText),
        Maybe("shipping_details", BuyerRecordShapes.Shipping),
        Maybe("checkout_session_id", Uuid),
        Must("gift_card_redemptions", new ArrayShape(GiftCardRedemption)),
        Maybe("gift_card_service", GiftCardService),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Must("disputed", Forms.Boolean),
        Maybe("reauthorized_from_transaction_id", Uuid)
    );

    public static readonly ObjectShape Transaction = new(
        "Transaction",
        Tag("type", "transaction"),
        Must("id", Uuid),
        Must("reconciliation_id", AnyText),
        Must("merchant_account_id", AnyText),
        Must("currency", Currency),
        Must("amount", AnyInteger),
        Must("status", Enums.TransactionStatus),
        Must("authorized_amount", AnyInteger),
        Must("captured_amount", AnyInteger),
        Must("refunded_amount", AnyInteger),
        Maybe("settled_currency", Currency),
        Must("settled_amount", AnyInteger),
        Must("settled", Forms.Boolean),
        Maybe("country", Country),
        Maybe("external_identifier", Text(1, 200)),
        Must("intent", Enums.Intent),
        Maybe("payment_method", PaymentMethod),
        Maybe("method", Enums.Method),
        Maybe("instrument_type", Enums.InstrumentType),
        Maybe("error_code", AnyText),
        Maybe("payment_service", PaymentService),
        Defaulted("pending_review", Forms.Boolean, "false"),
        Maybe("buyer", Buyer),
        Maybe("raw_response_code", AnyText),
        Maybe("raw_response_description", AnyText),
        Maybe("shipping_details", BuyerRecordShapes.Shipping),
        Maybe("checkout_session_id", Uuid),
        Must("gift_card_redemptions", new ArrayShape(GiftCardRedemption)),
        Maybe("gift_card_service", GiftCardService),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Must("disputed", Forms.Boolean),
        Maybe("reauthorized_from_transaction_id", Uuid),
        Maybe("airline", AirlineShapes.Airline),
        Maybe("auth_response_code", AnyText),
        Maybe("avs_response_code", Enums.AvsResponseCode),
        Maybe("cvv_response_code", Enums.CvvResponseCode),
        Maybe("anti_fraud_decision", Enums.AntiFraudDecision),
        Must("payment_source", Enums.PaymentSource),
        Must("merchant_initiated", Forms.Boolean),
        Must("is_subsequent_payment", Forms.Boolean),
        Maybe("cart_items", new ArrayShape(CartShapes.CartItem)),
        Maybe("statement_descriptor", TransactionCreateShapes.StatementDescriptor),
        Maybe("scheme_transaction_id", AnyText),
        Maybe("transaction_link_id", AnyText),
        Maybe("three_d_secure", ThreeDSecureSummary),
        Maybe("payment_service_transaction_id", AnyText),
        NotNull("additional_identifiers", new MapShape(AnyText) { IsValueNullable = true }),
        Maybe("metadata", new MapShape(AnyText)),
        Maybe("authorized_at", Forms.DateTime),
        Maybe("captured_at", Forms.DateTime),
        Maybe("voided_at", Forms.DateTime),
        Maybe("canceled_at", Forms.DateTime),
        Maybe("approval_expires_at", Forms.DateTime),
        Maybe("buyer_approval_timedout_at", Forms.DateTime),
        Must("intent_outcome", Enums.IntentOutcome),
        Must("multi_tender", Forms.Boolean),
        Must("account_funding_transaction", Forms.Boolean),
        Maybe("recipient", TransactionCreateShapes.Recipient),
        Maybe("merchant_advice_code", AnyText),
        Maybe("installment_count", AnyInteger),
        Maybe("session_token", AnyText),
        Maybe("tax_amount", Amount),
        Maybe("merchant_tax_id", Text(1, 100)),
        Maybe("purchase_order_number", Text(1, 100)),
        Maybe("customer_reference_number", Text(1, 100)),
        Maybe("amount_includes_tax", Forms.Boolean),
        Maybe("supplier_order_number", Text(1, 100)),
        Maybe("duty_amount", Amount),
        Maybe("shipping_amount", Amount),
        Maybe("iso_response_code", AnyText)
    );

    public static readonly ObjectShape List = PageBody.Of("TransactionSummaries", Summary);
}
