using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

/// <summary>What it means for money when Stripe does not do as asked, after the API's reference on errors.</summary>
internal static class StripeErrors
{
    /// <summary>Another request with the same key is under way.</summary>
    public const int Conflict = 409;

    private const string LockTimeout = "lock_timeout";

    /// <summary>Whether an error object says that another request held the payment for too long.</summary>
    public static bool IsLockTimeout(StripeObject error) => error.Text("code") == LockTimeout;

    /// <summary>The answer for a reply that is no success.</summary>
    public static ProviderAnswer Of(StripeReply reply) =>
        reply switch
        {
            StripeReply.NotSent unsent => new ProviderAnswer.Failed(PaymentErrorCode.ServiceNetworkError)
            {
                RawDescription = unsent.Why,
            },
            StripeReply.Lost lost => new ProviderAnswer.Unknown(lost.Why),
            StripeReply.Answered answered => Of(answered),
            _ => throw new UnreachableException(),
        };

    /// <summary>A decline, from an error object or from what a payment intent keeps of its last one.</summary>
    public static ProviderAnswer Declined(StripeObject error, string? reference)
    {
        var (declineCode, code) = (error.Text("decline_code"), error.Text("code"));
        var meaning = StripeDeclines.Of(declineCode, code, error.Text("advice_code"));
        var checks = CardChecks.OfError(error);
        return new ProviderAnswer.Declined(meaning.Error, meaning.MayTryElsewhere)
        {
            Reference = reference,
            RawCode = RawText.Code(declineCode ?? code),
            RawDescription = RawText.Description(error.Text("message")),
            Avs = checks.Avs,
            Cvv = checks.Cvv,
        };
    }

    private static ProviderAnswer Of(StripeReply.Answered answered)
    {
        var error = answered.Body.Object("error");
        return answered.Status switch
        {
            // Both are decided before a request is looked at.
            401 or 403 => new ProviderAnswer.Failed(PaymentErrorCode.InvalidServiceCredentials)
            {
                RawCode = RawText.Code(error.Text("code") ?? error.Text("type")),
                RawDescription = RawText.Description(error.Text("message")),
            },
            // A request that met the rate limit was not carried out; one that met a lock perhaps in part.
            429 when !IsLockTimeout(error) => new ProviderAnswer.Failed(PaymentErrorCode.ServiceError)
            {
                RawCode = RawText.Code(error.Text("code") ?? "rate_limit"),
                RawDescription = RawText.Description(error.Text("message")),
            },
            400 or 402 or 404 => Of(answered.Status, error),
            _ => Unknown(answered.Status, error),
        };
    }

    private static ProviderAnswer Of(int status, StripeObject error) =>
        error.Text("type") switch
        {
            "card_error" => Declined(error, StripeIntents.Id(error.Object("payment_intent"))),
            "invalid_request_error" when !IsLockTimeout(error) => Refused(error),
            // The key was used before with other parameters: what that request did is not known here.
            _ => Unknown(status, error),
        };

    private static ProviderAnswer.Failed Refused(StripeObject error)
    {
        var (code, param) = (error.Text("code"), error.Text("param"));
        return new ProviderAnswer.Failed(WordOf(code, param))
        {
            Reference = StripeIntents.Id(error.Object("payment_intent")),
            RawCode = RawText.Code(code ?? error.Text("type")),
            // Such a message may repeat the value it complains about.
            RawDescription = IsOfCard(param) ? null : RawText.Description(error.Text("message")),
        };
    }

    private static PaymentErrorCode WordOf(string? code, string? param) =>
        (code, param) switch
        {
            ("amount_too_large" or "amount_too_small" or "invalid_charge_amount", _) => PaymentErrorCode.InvalidAmount,
            (_, "amount" or "amount_to_capture") => PaymentErrorCode.InvalidAmount,
            _ when IsOfCard(param) => PaymentErrorCode.InvalidPaymentMethod,
            _ => PaymentErrorCode.ServiceError,
        };

    private static bool IsOfCard(string? param) =>
        param is not null && param.StartsWith("payment_method_data", StringComparison.Ordinal);

    private static ProviderAnswer.Unknown Unknown(int status, StripeObject error)
    {
        var code = RawText.Code(error.Text("code") ?? error.Text("type"));
        return new ProviderAnswer.Unknown(code is null ? $"status {status}" : $"status {status} ({code})")
        {
            RawCode = code,
        };
    }
}
