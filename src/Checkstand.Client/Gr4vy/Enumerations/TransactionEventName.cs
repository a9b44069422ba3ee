using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Kind of event of a transaction.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TransactionEventName>))]
public readonly record struct TransactionEventName(string Value) : IOpenEnum<TransactionEventName>
{
    /// <summary><c>transaction-updated-status</c></summary>
    public static TransactionEventName TransactionUpdatedStatus { get; } = new("transaction-updated-status");

    /// <summary><c>transaction-sync-event</c></summary>
    public static TransactionEventName TransactionSyncEvent { get; } = new("transaction-sync-event");

    /// <summary><c>transaction-sync-failed-event</c></summary>
    public static TransactionEventName TransactionSyncFailedEvent { get; } = new("transaction-sync-failed-event");

    /// <summary><c>transaction-modified-event</c></summary>
    public static TransactionEventName TransactionModifiedEvent { get; } = new("transaction-modified-event");

    /// <summary><c>transaction-api-request</c></summary>
    public static TransactionEventName TransactionApiRequest { get; } = new("transaction-api-request");

    /// <summary><c>transaction-api-response</c></summary>
    public static TransactionEventName TransactionApiResponse { get; } = new("transaction-api-response");

    /// <summary><c>bin-lookup-request</c></summary>
    public static TransactionEventName BinLookupRequest { get; } = new("bin-lookup-request");

    /// <summary><c>three-d-secure-success</c></summary>
    public static TransactionEventName ThreeDSecureSuccess { get; } = new("three-d-secure-success");

    /// <summary><c>three-d-secure-request-error</c></summary>
    public static TransactionEventName ThreeDSecureRequestError { get; } = new("three-d-secure-request-error");

    /// <summary><c>three-d-secure-preparation-request</c></summary>
    public static TransactionEventName ThreeDSecurePreparationRequest { get; } =
        new("three-d-secure-preparation-request");

    /// <summary><c>three-d-secure-authentication-request</c></summary>
    public static TransactionEventName ThreeDSecureAuthenticationRequest { get; } =
        new("three-d-secure-authentication-request");

    /// <summary><c>three-d-secure-result-request</c></summary>
    public static TransactionEventName ThreeDSecureResultRequest { get; } = new("three-d-secure-result-request");

    /// <summary><c>anti-fraud-decision</c></summary>
    public static TransactionEventName AntiFraudDecision { get; } = new("anti-fraud-decision");

    /// <summary><c>anti-fraud-decision-error</c></summary>
    public static TransactionEventName AntiFraudDecisionError { get; } = new("anti-fraud-decision-error");

    /// <summary><c>anti-fraud-decision-skipped</c></summary>
    public static TransactionEventName AntiFraudDecisionSkipped { get; } = new("anti-fraud-decision-skipped");

    /// <summary><c>anti-fraud-webhook</c></summary>
    public static TransactionEventName AntiFraudWebhook { get; } = new("anti-fraud-webhook");

    /// <summary><c>anti-fraud-transaction-status-update</c></summary>
    public static TransactionEventName AntiFraudTransactionStatusUpdate { get; } =
        new("anti-fraud-transaction-status-update");

    /// <summary><c>anti-fraud-transaction-status-update-error</c></summary>
    public static TransactionEventName AntiFraudTransactionStatusUpdateError { get; } =
        new("anti-fraud-transaction-status-update-error");

    /// <summary><c>anti-fraud-decision-update</c></summary>
    public static TransactionEventName AntiFraudDecisionUpdate { get; } = new("anti-fraud-decision-update");

    /// <summary><c>anti-fraud-decision-update-error</c></summary>
    public static TransactionEventName AntiFraudDecisionUpdateError { get; } = new("anti-fraud-decision-update-error");

    /// <summary><c>gift-card-redemption-succeeded</c></summary>
    public static TransactionEventName GiftCardRedemptionSucceeded { get; } = new("gift-card-redemption-succeeded");

    /// <summary><c>gift-card-redemption-failed</c></summary>
    public static TransactionEventName GiftCardRedemptionFailed { get; } = new("gift-card-redemption-failed");

    /// <summary><c>gift-card-refund-succeeded</c></summary>
    public static TransactionEventName GiftCardRefundSucceeded { get; } = new("gift-card-refund-succeeded");

    /// <summary><c>gift-card-refund-failed</c></summary>
    public static TransactionEventName GiftCardRefundFailed { get; } = new("gift-card-refund-failed");

    /// <summary><c>gift-card-reversal-succeeded</c></summary>
    public static TransactionEventName GiftCardReversalSucceeded { get; } = new("gift-card-reversal-succeeded");

    /// <summary><c>reauthorization-attempted</c></summary>
    public static TransactionEventName ReauthorizationAttempted { get; } = new("reauthorization-attempted");

    /// <summary><c>reauthorization-created</c></summary>
    public static TransactionEventName ReauthorizationCreated { get; } = new("reauthorization-created");

    /// <summary><c>payment-connector-response-transaction-authorization-succeeded</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionAuthorizationSucceeded { get; } =
        new("payment-connector-response-transaction-authorization-succeeded");

    /// <summary><c>payment-connector-response-transaction-capture-succeeded</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionCaptureSucceeded { get; } =
        new("payment-connector-response-transaction-capture-succeeded");

    /// <summary><c>payment-connector-response-transaction-authorization-failed</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionAuthorizationFailed { get; } =
        new("payment-connector-response-transaction-authorization-failed");

    /// <summary><c>payment-connector-response-transaction-declined</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionDeclined { get; } =
        new("payment-connector-response-transaction-declined");

    /// <summary><c>payment-connector-response-transaction-capture-failed</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionCaptureFailed { get; } =
        new("payment-connector-response-transaction-capture-failed");

    /// <summary><c>payment-connector-response-transaction-capture-declined</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionCaptureDeclined { get; } =
        new("payment-connector-response-transaction-capture-declined");

    /// <summary><c>payment-connector-response-transaction-cancel-succeeded</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionCancelSucceeded { get; } =
        new("payment-connector-response-transaction-cancel-succeeded");

    /// <summary><c>payment-connector-response-transaction-cancel-pending</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionCancelPending { get; } =
        new("payment-connector-response-transaction-cancel-pending");

    /// <summary><c>payment-connector-response-transaction-cancel-failed</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionCancelFailed { get; } =
        new("payment-connector-response-transaction-cancel-failed");

    /// <summary><c>payment-connector-response-transaction-void-succeeded</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionVoidSucceeded { get; } =
        new("payment-connector-response-transaction-void-succeeded");

    /// <summary><c>payment-connector-response-transaction-authorization-increment-succeeded</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionAuthorizationIncrementSucceeded { get; } =
        new("payment-connector-response-transaction-authorization-increment-succeeded");

    /// <summary><c>payment-connector-response-transaction-authorization-increment-failed</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionAuthorizationIncrementFailed { get; } =
        new("payment-connector-response-transaction-authorization-increment-failed");

    /// <summary><c>payment-connector-response-transaction-void-declined</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionVoidDeclined { get; } =
        new("payment-connector-response-transaction-void-declined");

    /// <summary><c>payment-connector-response-transaction-void-failed</c></summary>
    public static TransactionEventName PaymentConnectorResponseTransactionVoidFailed { get; } =
        new("payment-connector-response-transaction-void-failed");

    /// <summary><c>payment-connector-external-transaction-request</c></summary>
    public static TransactionEventName PaymentConnectorExternalTransactionRequest { get; } =
        new("payment-connector-external-transaction-request");

    /// <summary><c>payment-connector-report-transaction-settled</c></summary>
    public static TransactionEventName PaymentConnectorReportTransactionSettled { get; } =
        new("payment-connector-report-transaction-settled");

    /// <summary><c>payment-connector-report-refund-settled</c></summary>
    public static TransactionEventName PaymentConnectorReportRefundSettled { get; } =
        new("payment-connector-report-refund-settled");

    /// <summary><c>payment-connector-report-chargeback-posted</c></summary>
    public static TransactionEventName PaymentConnectorReportChargebackPosted { get; } =
        new("payment-connector-report-chargeback-posted");

    /// <summary><c>payment-connector-report-chargeback-reversal-posted</c></summary>
    public static TransactionEventName PaymentConnectorReportChargebackReversalPosted { get; } =
        new("payment-connector-report-chargeback-reversal-posted");

    /// <summary><c>payment-connector-transaction-webhook-processed</c></summary>
    public static TransactionEventName PaymentConnectorTransactionWebhookProcessed { get; } =
        new("payment-connector-transaction-webhook-processed");

    /// <summary><c>digital-wallet-apple-pay-token-decrypted</c></summary>
    public static TransactionEventName DigitalWalletApplePayTokenDecrypted { get; } =
        new("digital-wallet-apple-pay-token-decrypted");

    /// <summary><c>digital-wallet-google-pay-token-decrypted</c></summary>
    public static TransactionEventName DigitalWalletGooglePayTokenDecrypted { get; } =
        new("digital-wallet-google-pay-token-decrypted");

    /// <summary><c>digital-wallet-click-to-pay-token-decrypted</c></summary>
    public static TransactionEventName DigitalWalletClickToPayTokenDecrypted { get; } =
        new("digital-wallet-click-to-pay-token-decrypted");

    /// <summary><c>digital-wallet-paze-token-decrypted</c></summary>
    public static TransactionEventName DigitalWalletPazeTokenDecrypted { get; } =
        new("digital-wallet-paze-token-decrypted");

    /// <summary><c>network-token-provision-succeeded</c></summary>
    public static TransactionEventName NetworkTokenProvisionSucceeded { get; } =
        new("network-token-provision-succeeded");

    /// <summary><c>network-token-provision-failed</c></summary>
    public static TransactionEventName NetworkTokenProvisionFailed { get; } = new("network-token-provision-failed");

    /// <summary><c>network-token-cryptogram-provision-succeeded</c></summary>
    public static TransactionEventName NetworkTokenCryptogramProvisionSucceeded { get; } =
        new("network-token-cryptogram-provision-succeeded");

    /// <summary><c>network-token-cryptogram-provision-failed</c></summary>
    public static TransactionEventName NetworkTokenCryptogramProvisionFailed { get; } =
        new("network-token-cryptogram-provision-failed");

    /// <summary><c>the-giving-block-transaction-conversion-succeeded</c></summary>
    public static TransactionEventName TheGivingBlockTransactionConversionSucceeded { get; } =
        new("the-giving-block-transaction-conversion-succeeded");

    /// <summary><c>real-time-account-update</c></summary>
    public static TransactionEventName RealTimeAccountUpdate { get; } = new("real-time-account-update");

    /// <summary><c>plaid-request-event</c></summary>
    public static TransactionEventName PlaidRequestEvent { get; } = new("plaid-request-event");

    /// <inheritdoc/>
    public static TransactionEventName From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
