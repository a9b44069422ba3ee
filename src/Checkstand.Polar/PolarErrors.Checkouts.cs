using Checkstand.Core.Checkouts;
using Checkstand.Core.Payments;
using Checkstand.Polar.Checkouts;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

public static partial class PolarErrors
{
    /// <summary>Answers what can't be done with a checkout (contract section 3.2).</summary>
    internal static Task WriteAsync(HttpContext context, CheckoutProblem problem)
    {
        if (problem is CheckoutProblem.NotFound)
        {
            return WriteNotFoundAsync(context);
        }

        if (problem is CheckoutProblem.Invalid invalid)
        {
            return WriteAsync(context, invalid.Problems);
        }

        var (status, error, detail) = Describe(problem);
        return WriteAsync(context, status, error, detail);
    }

    private static (int Status, string Error, string Detail) Describe(CheckoutProblem problem) =>
        problem switch
        {
            CheckoutProblem.Expired => (
                StatusCodes.Status410Gone,
                "ExpiredCheckoutError",
                "This checkout session has expired."
            ),
            CheckoutProblem.OrganizationBlocked => (StatusCodes.Status403Forbidden, "NotPermitted", "Not permitted"),
            CheckoutProblem.Locked => (
                StatusCodes.Status409Conflict,
                "CheckoutLocked",
                "Checkout is currently being processed. Please try again."
            ),
            CheckoutProblem.NotOpen notOpen => (
                StatusCodes.Status403Forbidden,
                "NotOpenCheckout",
                $"Checkout {notOpen.Id} is not open: {CheckoutWords.Of(notOpen.Status)}"
            ),
            CheckoutProblem.CustomerDeleted => (
                StatusCodes.Status409Conflict,
                "CheckoutCustomerDeleted",
                "The customer of this checkout has been deleted."
            ),
            CheckoutProblem.ExternalIdMismatch => (
                StatusCodes.Status422UnprocessableEntity,
                "CheckoutCustomerExternalIdMismatch",
                "The external ID belongs to a customer with another email address."
            ),
            CheckoutProblem.AlreadySubscribed => (
                StatusCodes.Status403Forbidden,
                "AlreadyActiveSubscriptionError",
                "You already have an active subscription."
            ),
            CheckoutProblem.TrialAlreadyRedeemed => (
                StatusCodes.Status403Forbidden,
                "TrialAlreadyRedeemed",
                "You have already used a trial of this product."
            ),
            CheckoutProblem.DiscountLimitReached => (
                StatusCodes.Status403Forbidden,
                "DiscountRedemptionLimitReached",
                "You have used this discount as often as you may."
            ),
            CheckoutProblem.PaymentNotReady => (
                StatusCodes.Status403Forbidden,
                "PaymentNotReady",
                "Organization is not ready to accept payments"
            ),
            CheckoutProblem.PaymentFailed failed => (
                StatusCodes.Status400BadRequest,
                "PaymentError",
                $"The payment failed{ReasonOf(failed.Error)}. Please try again with another payment method."
            ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };

    // For buyers: what they can do something about. Everything else is a refusal without a reason.
    private static string ReasonOf(PaymentErrorCode? error) =>
        error?.Value switch
        {
            "insufficient_funds" => ": the card has insufficient funds",
            "expired_card" or "expired_payment_method" => ": the card has expired",
            "incorrect_cvv" => ": the card's security code is incorrect",
            "incorrect_expiry_date" => ": the card's expiration date is incorrect",
            "incorrect_billing_address" => ": the billing address is incorrect",
            "failed_buyer_approval" or "incomplete_buyer_approval" or "cancelled_buyer_approval" =>
                ": the card's owner was not authenticated",
            "issuer_decline" or "refused_transaction" or "other_decline" => ": the card was declined",
            _ => "",
        };
}
