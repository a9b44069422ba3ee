using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

/// <summary>What a payment intent or a refund says about an operation of ours: one table for each kind.</summary>
internal static class StripeIntents
{
    private const int IdLengthMax = 255;

    /// <summary>Whether a text can be one of Stripe's ids, and so a segment of a path.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= IdLengthMax }
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary>The id of an object; null when it has none.</summary>
    public static string? Id(StripeObject any) => any.Text("id") is { } id && IsId(id) ? id : null;

    /// <summary>An intent as the answer to its authorization.</summary>
    public static ProviderAnswer Authorized(StripeObject intent)
    {
        if (Id(intent) is not { } id)
        {
            return Unreadable();
        }

        return intent.Text("status") switch
        {
            "requires_capture" or "succeeded" => Approved(intent, id),
            "requires_action" => NextStep(intent, id),
            "processing" => new ProviderAnswer.Pending { Reference = id },
            "requires_payment_method" when intent.Object("last_payment_error") is { IsPresent: true } error =>
                StripeErrors.Declined(error, id),
            "canceled" => new ProviderAnswer.Failed(PaymentErrorCode.ServiceError)
            {
                Reference = id,
                RawCode = RawText.Code(intent.Text("cancellation_reason") ?? "canceled"),
            },
            var status => Unexpected(status, id),
        };
    }

    /// <summary>An intent as Stripe's answer to a capture.</summary>
    public static ProviderAnswer Captured(StripeObject intent)
    {
        var status = intent.Text("status");
        return status switch
        {
            _ when Id(intent) is null => Unreadable(),
            "succeeded" => CaptureApproved(intent),
            // After one of several captures the rest of the reservation still waits.
            "requires_capture" when intent.Whole("amount_received") > 0 => CaptureApproved(intent),
            "processing" => new ProviderAnswer.Pending { Reference = ChargeId(intent) },
            _ => Unexpected(status, reference: null),
        };
    }

    /// <summary>An intent as Stripe's answer to a void.</summary>
    public static ProviderAnswer Voided(StripeObject intent)
    {
        var id = Id(intent);
        return (id, intent.Text("status")) switch
        {
            (null, _) => Unreadable(),
            (_, "canceled") => new ProviderAnswer.Approved { Reference = id },
            (_, var status) => Unexpected(status, id),
        };
    }

    /// <summary>A refund as Stripe's answer to a refund, or as found.</summary>
    public static ProviderAnswer Refunded(StripeObject refund)
    {
        var id = Id(refund);
        return (id, refund.Text("status")) switch
        {
            (null, _) => Unreadable(),
            (_, "succeeded") => new ProviderAnswer.Approved { Reference = id },
            (_, "pending" or "requires_action") => new ProviderAnswer.Pending { Reference = id },
            (_, "failed") => new ProviderAnswer.Declined(WhyNotRefunded(refund.Text("failure_reason")), false)
            {
                Reference = id,
                RawCode = RawText.Code(refund.Text("failure_reason") ?? "failed"),
            },
            (_, "canceled") => new ProviderAnswer.Failed(PaymentErrorCode.ServiceError)
            {
                Reference = id,
                RawCode = "canceled",
            },
            (_, var status) => Unexpected(status, id),
        };
    }

    /// <summary>The intent's last charge; null when it has none. Stripe gives its id, or all of it where that was asked.</summary>
    public static string? ChargeId(StripeObject intent) =>
        Id(intent.Object("latest_charge")) ?? (intent.Text("latest_charge") is { } id && IsId(id) ? id : null);

    private static ProviderAnswer.Approved Approved(StripeObject intent, string id)
    {
        var charge = intent.Object("latest_charge");
        var checks = CardChecks.OfCharge(charge);
        return new ProviderAnswer.Approved
        {
            Reference = id,
            RawCode = RawText.Code(charge.Object("outcome").Text("network_status")),
            RawDescription = RawText.Description(charge.Object("outcome").Text("seller_message")),
            Avs = checks.Avs,
            Cvv = checks.Cvv,
            SchemeTransactionId = RawText.Clip(
                charge.Object("payment_method_details").Object("card").Text("network_transaction_id"),
                RawText.DescriptionLengthMax
            ),
        };
    }

    private static ProviderAnswer.Approved CaptureApproved(StripeObject intent) =>
        new() { Reference = ChargeId(intent) };

    // Nothing is reserved before the challenge. Without a page to send the buyer to (Stripe's own script would be needed,
    // or nobody named a page to come back to) it can't be passed here.
    private static ProviderAnswer NextStep(StripeObject intent, string id)
    {
        var action = intent.Object("next_action");
        var address = action.Object("redirect_to_url").Text("url");
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? new ProviderAnswer.NeedsAction(url.AbsoluteUri) { Reference = id }
            : new ProviderAnswer.Failed(PaymentErrorCode.RequiresBuyerAuthentication)
            {
                Reference = id,
                RawCode = RawText.Code(action.Text("type") ?? "requires_action"),
            };
    }

    private static PaymentErrorCode WhyNotRefunded(string? reason) =>
        reason switch
        {
            "expired_or_canceled_card" => PaymentErrorCode.ExpiredCard,
            "lost_or_stolen_card" => PaymentErrorCode.InvalidPaymentMethod,
            "insufficient_funds" => PaymentErrorCode.InsufficientFunds,
            "declined" => PaymentErrorCode.IssuerDecline,
            _ => PaymentErrorCode.OtherDecline,
        };

    private static ProviderAnswer.Unknown Unreadable() => new("an answer without an id");

    private static ProviderAnswer.Unknown Unexpected(string? status, string? reference) =>
        new($"status '{RawText.Code(status) ?? "none"}' was not expected") { Reference = reference };
}
