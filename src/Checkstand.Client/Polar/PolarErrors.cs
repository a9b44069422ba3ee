using System.Text.Json;

namespace Checkstand.Client.Polar;

/// <summary>
/// Reads the Polar dialect's errors: <c>{"error", "detail"}</c> with a text or, for 422, the list of an
/// HTTPValidationError; of tokens <c>{"error", "error_description"}</c>.
/// </summary>
internal sealed class PolarErrors : IErrorReader
{
    public ApiException Read(CallName call, ApiResponse response, string body)
    {
        if (ErrorBody.Object(body) is not { } content)
        {
            return StatusErrors.Of(new ApiError(call, response, body, ErrorBody.StatusMessage(response), null, []));
        }

        var problems = ErrorBody.ValidationDetails(content);
        var message =
            content.Text("detail")
            ?? content.Text("error_description")
            ?? (problems is [var first, ..] ? first.ToString() : null)
            ?? content.Text("error")
            ?? ErrorBody.StatusMessage(response);
        return Of(new ApiError(call, response, body, message, content.Text("error"), problems), content);
    }

    // Contract polar section 3.2.
    private static ApiException Of(ApiError error, JsonElement content) =>
        (error.Response.StatusCode, error.Code) switch
        {
            (400, "PaymentError") => new PaymentErrorException(error),
            (403, "AlreadyActiveSubscriptionError") => new AlreadyActiveSubscriptionException(error),
            (403, "NotOpenCheckout") => new NotOpenCheckoutException(error),
            (403, "PaymentNotReady") => new PaymentNotReadyException(error),
            (403, "TrialAlreadyRedeemed") => new TrialAlreadyRedeemedException(error),
            (403, "DiscountRedemptionLimitReached") => new DiscountRedemptionLimitReachedException(error),
            (403, "NotPermitted") => new NotPermittedException(error),
            (402, "PaymentFailed") => new PaymentFailedException(error),
            (403, "AlreadyCanceledSubscription") => new AlreadyCanceledSubscriptionException(error),
            (403, "InactiveSubscription") => new InactiveSubscriptionException(error),
            (403, "DisputeAutoAcceptNotEnabled") => new DisputeAutoAcceptNotEnabledException(error),
            (403, "insufficient_scope") => new InsufficientScopeException(error),
            (404, "ResourceNotFound") => new ResourceNotFoundException(error),
            (409, "CheckoutLocked") => new CheckoutLockedException(error),
            (409, "CheckoutCustomerDeleted") => new CheckoutCustomerDeletedException(error),
            (409, "SubscriptionLocked") => new SubscriptionLockedException(error),
            (409, "SSOEnforcementRequiresConnection") => new SsoEnforcementRequiresConnectionException(error),
            (410, "ExpiredCheckoutError") => new ExpiredCheckoutException(error),
            (422, _) when content.TryGetProperty("detail", out var detail) && detail.ValueKind is JsonValueKind.Array =>
                new HttpValidationException(error),
            _ => StatusErrors.Of(error),
        };
}
