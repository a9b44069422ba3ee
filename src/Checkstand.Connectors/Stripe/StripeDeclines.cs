using System.Collections.Frozen;
using Checkstand.Core.Payments;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// Stripe's words for a decline in ours, and whether another provider may be asked. After Stripe's public list of
/// decline codes and what it advises for each: yes where the issuer gave no reason or the word depends on how Stripe
/// sent the payment; no where the card or what the buyer typed is at fault, and where schemes forbid to try again.
/// </summary>
internal static class StripeDeclines
{
    private static readonly FrozenDictionary<string, Meaning> Meanings = new Dictionary<string, Meaning>
    {
        ["approve_with_id"] = new(PaymentErrorCode.IssuerDecline, true),
        ["authentication_not_handled"] = new(PaymentErrorCode.RequiresBuyerAuthentication, false),
        ["authentication_required"] = new(PaymentErrorCode.RequiresBuyerAuthentication, false),
        ["call_issuer"] = new(PaymentErrorCode.IssuerDecline, true),
        ["card_decline_rate_limit_exceeded"] = new(PaymentErrorCode.IssuerDecline, false),
        ["card_declined"] = new(PaymentErrorCode.IssuerDecline, true),
        ["card_not_supported"] = new(PaymentErrorCode.InvalidPaymentMethod, true),
        ["card_velocity_exceeded"] = new(PaymentErrorCode.InsufficientFunds, false),
        ["currency_not_supported"] = new(PaymentErrorCode.InvalidPaymentMethod, true),
        ["do_not_honor"] = new(PaymentErrorCode.IssuerDecline, true),
        ["do_not_try_again"] = new(PaymentErrorCode.IssuerDecline, false),
        // The same payment was just made: a second provider would make it twice.
        ["duplicate_transaction"] = new(PaymentErrorCode.OtherDecline, false),
        ["expired_card"] = new(PaymentErrorCode.ExpiredCard, false),
        ["fraudulent"] = new(PaymentErrorCode.SuspectedFraud, false),
        ["generic_decline"] = new(PaymentErrorCode.IssuerDecline, true),
        ["highest_risk_level"] = new(PaymentErrorCode.SuspectedFraud, false),
        ["incorrect_address"] = new(PaymentErrorCode.OtherDecline, false),
        ["incorrect_cvc"] = new(PaymentErrorCode.IncorrectCvv, false),
        ["incorrect_number"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["incorrect_pin"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["incorrect_zip"] = new(PaymentErrorCode.OtherDecline, false),
        ["insufficient_funds"] = new(PaymentErrorCode.InsufficientFunds, false),
        ["invalid_account"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["invalid_amount"] = new(PaymentErrorCode.InvalidAmount, false),
        ["invalid_cvc"] = new(PaymentErrorCode.IncorrectCvv, false),
        ["invalid_expiry_month"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["invalid_expiry_year"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["invalid_number"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["invalid_pin"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["issuer_not_available"] = new(PaymentErrorCode.IssuerDecline, true),
        ["live_mode_test_card"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["lost_card"] = new(PaymentErrorCode.SuspectedFraud, false),
        ["merchant_blacklist"] = new(PaymentErrorCode.SuspectedFraud, false),
        ["new_account_information_available"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["no_action_taken"] = new(PaymentErrorCode.IssuerDecline, true),
        ["not_permitted"] = new(PaymentErrorCode.InvalidPaymentMethod, true),
        ["offline_pin_required"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["online_or_offline_pin_required"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["payment_intent_authentication_failure"] = new(PaymentErrorCode.FailedBuyerApproval, false),
        ["payment_intent_payment_attempt_expired"] = new(PaymentErrorCode.IncompleteBuyerApproval, false),
        ["payment_intent_payment_attempt_failed"] = new(PaymentErrorCode.IssuerDecline, true),
        ["pickup_card"] = new(PaymentErrorCode.SuspectedFraud, false),
        ["pin_try_exceeded"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["processing_error"] = new(PaymentErrorCode.ServiceError, true),
        ["reenter_transaction"] = new(PaymentErrorCode.IssuerDecline, true),
        ["restricted_card"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["revocation_of_all_authorizations"] = new(PaymentErrorCode.IssuerDecline, false),
        ["revocation_of_authorization"] = new(PaymentErrorCode.IssuerDecline, false),
        ["security_violation"] = new(PaymentErrorCode.IssuerDecline, false),
        ["service_not_allowed"] = new(PaymentErrorCode.InvalidPaymentMethod, true),
        ["stolen_card"] = new(PaymentErrorCode.SuspectedFraud, false),
        ["stop_payment_order"] = new(PaymentErrorCode.IssuerDecline, false),
        ["testmode_decline"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["test_mode_live_card"] = new(PaymentErrorCode.InvalidPaymentMethod, false),
        ["transaction_not_allowed"] = new(PaymentErrorCode.InvalidPaymentMethod, true),
        ["try_again_later"] = new(PaymentErrorCode.IssuerDecline, true),
        ["withdrawal_count_limit_exceeded"] = new(PaymentErrorCode.InsufficientFunds, false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // A word that is not listed may be one that schemes forbid to try again.
    private static readonly Meaning Unlisted = new(PaymentErrorCode.OtherDecline, false);

    /// <summary>Every word that is translated, for the tests and the page that lists them.</summary>
    public static IEnumerable<string> Words => Meanings.Keys;

    /// <summary>What a decline means.</summary>
    /// <param name="declineCode">Stripe's <c>decline_code</c>, the issuer's reason; null when there is none.</param>
    /// <param name="code">Stripe's <c>code</c>, which is coarser.</param>
    /// <param name="adviceCode">Stripe's <c>advice_code</c>; <c>do_not_try_again</c> forbids every retry.</param>
    public static Meaning Of(string? declineCode, string? code, string? adviceCode)
    {
        var meaning = Find(declineCode ?? code) ?? Unlisted;
        return adviceCode == "do_not_try_again" ? meaning with { MayTryElsewhere = false } : meaning;
    }

    private static Meaning? Find(string? word) =>
        word is not null && Meanings.TryGetValue(word, out var meaning) ? meaning : null;

    /// <summary>A decline in our words.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="MayTryElsewhere">Whether another provider may be asked.</param>
    public sealed record Meaning(PaymentErrorCode Error, bool MayTryElsewhere);
}
