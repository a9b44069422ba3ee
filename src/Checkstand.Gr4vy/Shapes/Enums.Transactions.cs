using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Shapes;

// What transactions are made of (section 6.7).
internal static partial class Enums
{
    public static readonly TextShape TransactionStatus = Named(
        "TransactionStatus",
        [
            "processing",
            "authorization_succeeded",
            "authorization_declined",
            "authorization_failed",
            "authorization_voided",
            "authorization_void_pending",
            "capture_succeeded",
            "capture_pending",
            "buyer_approval_pending",
        ]
    );

    public static readonly TextShape IntentOutcome = Named(
        "TransactionIntentOutcome",
        ["pending", "succeeded", "failed"]
    );

    public static readonly TextShape CaptureStatus = Named(
        "CaptureStatus",
        ["succeeded", "pending", "declined", "failed"]
    );

    public static readonly TextShape VoidStatus = Named("VoidStatus", ["succeeded", "pending", "declined", "failed"]);

    public static readonly TextShape CancelStatus = Named("CancelStatus", ["succeeded", "pending", "failed"]);

    public static readonly TextShape RefundStatus = Named(
        "RefundStatus",
        ["processing", "succeeded", "failed", "declined", "voided"]
    );

    public static readonly TextShape RefundTargetType = Named(
        "RefundTargetType",
        ["payment-method", "gift-card-redemption"]
    );

    public static readonly TextShape AvsResponseCode = Named(
        "AVSResponseCode",
        ["match", "no_match", "partial_match_address", "partial_match_postcode", "partial_match_name", "unavailable"]
    );

    public static readonly TextShape CvvResponseCode = Named(
        "CVVResponseCode",
        ["match", "no_match", "unavailable", "not_provided"]
    );

    public static readonly TextShape AntiFraudDecision = Named(
        "AntiFraudDecision",
        ["accept", "error", "exception", "reject", "review", "skipped", "pending"]
    );

    public static readonly TextShape ThreeDSecureStatus = Named(
        "ThreeDSecureStatus",
        ["setup_error", "error", "declined", "cancelled", "complete"]
    );

    public static readonly TextShape ThreeDSecureMethod = Named("ThreeDSecureMethod", ["challenge", "frictionless"]);

    public static readonly TextShape IntegrationClient = Named(
        "IntegrationClient",
        ["redirect", "web", "android", "ios"]
    );

    public static readonly TextShape ApprovalTarget = Named("ApprovalTarget", ["new_window", "any"]);

    public static readonly TextShape InstrumentType = Named(
        "InstrumentType",
        ["pan", "card_token", "redirect", "redirect_token", "googlepay", "applepay", "network_token", "plaid", "bank"]
    );

    public static readonly TextShape GiftCardRedemptionStatus = Named(
        "GiftCardRedemptionStatus",
        ["created", "succeeded", "failed", "skipped"]
    );

    public static readonly TextShape GiftCardErrorCode = Named(
        "GiftCardErrorCode",
        [
            "invalid_gift_card",
            "expired_card",
            "inactive_card",
            "invalid_service_credentials",
            "invalid_amount",
            "incorrect_currency",
            "insufficient_funds",
            "invalid_service_configuration",
            "operation_canceled",
            "service_error",
            "service_network_error",
            "unknown_error",
            "max_gift_cards_reached",
            "suspected_fraud",
            "canceled_payment_method",
            "duplicate_transaction",
            "unexpected_state",
        ]
    );

    public static readonly TextShape GiftCardServiceProvider = Named(
        "GiftCardServiceProvider",
        ["mock-gift-card", "qwikcilver-gift-card", "valuelink-gift-card"]
    );

    public static readonly TextShape FlowAction = Named(
        "FlowAction",
        ["select-payment-options", "route-transaction", "decline-early", "skip-3ds"]
    );

    public static readonly TextShape Flow = Named(
        "Flow",
        ["checkout", "card-transaction", "non-card-transaction", "redirect-transaction"]
    );

    /// <summary>Names of events; the contract gives the list no name of its own.</summary>
    public static readonly TextShape EventName = Forms.OneOf(
    // csharpier-ignore
    [
        "transaction-updated-status",
        "transaction-sync-event",
        "transaction-sync-failed-event",
        "transaction-modified-event",
        "transaction-api-request",
        "transaction-api-response",
        "bin-lookup-request",
        "three-d-secure-success",
        "three-d-secure-request-error",
        "three-d-secure-preparation-request",
        "three-d-secure-authentication-request",
        "three-d-secure-result-request",
        "anti-fraud-decision",
        "anti-fraud-decision-error",
        "anti-fraud-decision-skipped",
        "anti-fraud-webhook",
        "anti-fraud-transaction-status-update",
        "anti-fraud-transaction-status-update-error",
        "anti-fraud-decision-update",
        "anti-fraud-decision-update-error",
        "gift-card-redemption-succeeded",
        "gift-card-redemption-failed",
        "gift-card-refund-succeeded",
        "gift-card-refund-failed",
        "gift-card-reversal-succeeded",
        "reauthorization-attempted",
        "reauthorization-created",
        "payment-connector-response-transaction-authorization-succeeded",
        "payment-connector-response-transaction-capture-succeeded",
        "payment-connector-response-transaction-authorization-failed",
        "payment-connector-response-transaction-declined",
        "payment-connector-response-transaction-capture-failed",
        "payment-connector-response-transaction-capture-declined",
        "payment-connector-response-transaction-cancel-succeeded",
        "payment-connector-response-transaction-cancel-pending",
        "payment-connector-response-transaction-cancel-failed",
        "payment-connector-response-transaction-void-succeeded",
        "payment-connector-response-transaction-authorization-increment-succeeded",
        "payment-connector-response-transaction-authorization-increment-failed",
        "payment-connector-response-transaction-void-declined",
        "payment-connector-response-transaction-void-failed",
        "payment-connector-external-transaction-request",
        "payment-connector-report-transaction-settled",
        "payment-connector-report-refund-settled",
        "payment-connector-report-chargeback-posted",
        "payment-connector-report-chargeback-reversal-posted",
        "payment-connector-transaction-webhook-processed",
        "digital-wallet-apple-pay-token-decrypted",
        "digital-wallet-google-pay-token-decrypted",
        "digital-wallet-click-to-pay-token-decrypted",
        "digital-wallet-paze-token-decrypted",
        "network-token-provision-succeeded",
        "network-token-provision-failed",
        "network-token-cryptogram-provision-succeeded",
        "network-token-cryptogram-provision-failed",
        "the-giving-block-transaction-conversion-succeeded",
        "real-time-account-update",
        "plaid-request-event",
    ]);
}
