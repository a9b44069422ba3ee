using Checkstand.Core.Payments;

namespace Checkstand.TestProvider;

/// <summary>
/// What goes with an error code: the response code that a card network would have sent (ISO 8583 field 39, where there
/// is one), its words, and whether another provider could do better.
/// </summary>
internal static class ResponseCodes
{
    public const string Approved = "00";
    public const string ApprovedDescription = "Approved";

    public static (string Code, string Description) Of(PaymentErrorCode error) =>
        error.Value switch
        {
            "canceled_payment_method" => ("41", "Lost card, pick up"),
            "duplicate_transaction" => ("94", "Duplicate transmission"),
            "expired_card" or "expired_payment_method" or "incorrect_expiry_date" => ("54", "Expired card"),
            "incorrect_billing_address" => ("N3", "Address does not match"),
            "incorrect_cvv" => ("N7", "Decline for CVV2 failure"),
            "insufficient_funds" => ("51", "Not sufficient funds"),
            "issuer_decline" => ("05", "Do not honor"),
            "other_decline"
            or "service_decline"
            or "disputed_transaction"
            or "expired_authorization"
            or "refund_period_expired" => ("12", "Invalid transaction"),
            "requires_buyer_authentication" => ("1A", "Additional customer authentication required"),
            "failed_buyer_approval" or "incomplete_buyer_approval" or "cancelled_buyer_approval" => (
                "82",
                "Cardholder authentication failed"
            ),
            "refused_transaction" or "unsupported_transaction" => ("57", "Transaction not permitted to cardholder"),
            "suspected_fraud" => ("59", "Suspected fraud"),
            "unavailable_payment_method" => ("62", "Restricted card"),
            "unknown_payment_method" or "invalid_payment_method" => ("14", "Invalid card number"),
            "invalid_amount" => ("13", "Invalid amount"),
            "insufficient_service_permissions" => ("58", "Transaction not permitted to terminal"),
            "invalid_service_configuration" or "invalid_service_credentials" => ("03", "Invalid merchant"),
            "service_network_error" => ("91", "Issuer or switch inoperative"),
            "service_error" or "service_rate_limit" => ("96", "System malfunction"),
            _ => ("30", "Format error"),
        };

    // What the network, the provider or its contract refuses, another one may take. What is wrong with the card or was
    // said by its issuer with a reason, every provider would hear; and schemes fine those who ask again.
    public static bool MayTryElsewhere(PaymentErrorCode error) =>
        error.Value
            is "incorrect_country"
                or "incorrect_currency"
                or "issuer_decline"
                or "other_decline"
                or "service_decline"
                or "unavailable_payment_method"
                or "unsupported_transaction"
                or "unsupported_payment_method";
}
