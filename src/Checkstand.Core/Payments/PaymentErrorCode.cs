using System.Buffers;

namespace Checkstand.Core.Payments;

/// <summary>
/// Why money did not move, in one word of the field: lower-case letters and underscores. Connectors map what their
/// provider says to the closest of these; the provider's own words travel beside it as raw code and description.
/// </summary>
/// <param name="Value">The word, 1 to 50 characters.</param>
public readonly record struct PaymentErrorCode(string Value)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    /// <summary>The card has not enough funds or credit.</summary>
    public static readonly PaymentErrorCode InsufficientFunds = new("insufficient_funds");

    /// <summary>The card's expiry has passed.</summary>
    public static readonly PaymentErrorCode ExpiredCard = new("expired_card");

    /// <summary>The security code is wrong.</summary>
    public static readonly PaymentErrorCode IncorrectCvv = new("incorrect_cvv");

    /// <summary>The issuer refuses and gives no reason.</summary>
    public static readonly PaymentErrorCode IssuerDecline = new("issuer_decline");

    /// <summary>The issuer or the provider suspects fraud.</summary>
    public static readonly PaymentErrorCode SuspectedFraud = new("suspected_fraud");

    /// <summary>The card can't be used for this payment: number, type or restrictions.</summary>
    public static readonly PaymentErrorCode InvalidPaymentMethod = new("invalid_payment_method");

    /// <summary>The buyer failed the challenge (3-D Secure).</summary>
    public static readonly PaymentErrorCode FailedBuyerApproval = new("failed_buyer_approval");

    /// <summary>The buyer did not finish the challenge in time.</summary>
    public static readonly PaymentErrorCode IncompleteBuyerApproval = new("incomplete_buyer_approval");

    /// <summary>The merchant gave up a payment that waited for its buyer.</summary>
    public static readonly PaymentErrorCode Canceled = new("canceled_payment_method");

    /// <summary>The provider wants a challenge and the request left no way to show one.</summary>
    public static readonly PaymentErrorCode RequiresBuyerAuthentication = new("requires_buyer_authentication");

    /// <summary>The provider failed; nothing was charged.</summary>
    public static readonly PaymentErrorCode ServiceError = new("service_error");

    /// <summary>The provider was not reached; nothing was charged.</summary>
    public static readonly PaymentErrorCode ServiceNetworkError = new("service_network_error");

    /// <summary>The provider refuses our credentials.</summary>
    public static readonly PaymentErrorCode InvalidServiceCredentials = new("invalid_service_credentials");

    /// <summary>This program can't reach the payment service: it has no connector or no settings for it.</summary>
    public static readonly PaymentErrorCode InvalidServiceConfiguration = new("invalid_service_configuration");

    /// <summary>The provider refuses the amount.</summary>
    public static readonly PaymentErrorCode InvalidAmount = new("invalid_amount");

    /// <summary>The provider refuses, and none of the other words says why.</summary>
    public static readonly PaymentErrorCode OtherDecline = new("other_decline");

    /// <summary>The word.</summary>
    public override string ToString() => Value;

    /// <summary>Reads a stored word.</summary>
    /// <exception cref="FormatException">Not such a word.</exception>
    public static PaymentErrorCode Parse(string text) =>
        text.Length is >= 1 and <= 50 && !text.AsSpan().ContainsAnyExcept(Letters)
            ? new PaymentErrorCode(text)
            : throw new FormatException("Not a payment error code.");
}
