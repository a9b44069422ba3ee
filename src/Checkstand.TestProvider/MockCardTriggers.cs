using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;

namespace Checkstand.TestProvider;

/// <summary>
/// What the contract's <c>mock-card</c> service does on top of the card: amounts that bring about an error, postal
/// codes and security codes that bring about a result of their check. The results decline nothing.
/// </summary>
internal static class MockCardTriggers
{
    private const long FirstDecline = 200_001;
    private const long FirstFailure = 300_001;

    // In the order of their amounts, from 200001.
    private static readonly PaymentErrorCode[] Declines =
    [
        new("canceled_payment_method"),
        new("disputed_transaction"),
        new("duplicate_transaction"),
        new("expired_authorization"),
        new("expired_payment_method"),
        new("incorrect_billing_address"),
        new("incorrect_country"),
        new("incorrect_currency"),
        PaymentErrorCode.IncorrectCvv,
        new("incorrect_expiry_date"),
        PaymentErrorCode.InsufficientFunds,
        PaymentErrorCode.IssuerDecline,
        PaymentErrorCode.OtherDecline,
        PaymentErrorCode.RequiresBuyerAuthentication,
        new("refused_transaction"),
        new("service_decline"),
        PaymentErrorCode.SuspectedFraud,
        new("unavailable_payment_method"),
        new("unknown_payment_method"),
        new("unsupported_transaction"),
        new("unsupported_payment_method"),
        new("cancelled_buyer_approval"),
    ];

    // In the order of their amounts, from 300001.
    private static readonly PaymentErrorCode[] Failures =
    [
        new("insufficient_service_permissions"),
        PaymentErrorCode.InvalidAmount,
        PaymentErrorCode.InvalidPaymentMethod,
        new("invalid_service_configuration"),
        PaymentErrorCode.InvalidServiceCredentials,
        new("invalid_service_response"),
        new("invalid_tax_identifier"),
        new("missing_billing_address"),
        new("missing_cvv"),
        new("missing_shipping_address"),
        new("missing_tax_identifier"),
        new("refund_period_expired"),
        PaymentErrorCode.ServiceError,
        PaymentErrorCode.ServiceNetworkError,
        new("service_rate_limit"),
    ];

    /// <summary>The decline of an amount; null when it has none.</summary>
    public static PaymentErrorCode? DeclineOf(long minorUnits) => At(Declines, minorUnits - FirstDecline);

    /// <summary>The failure of an amount; null when it has none.</summary>
    public static PaymentErrorCode? FailureOf(long minorUnits) => At(Failures, minorUnits - FirstFailure);

    /// <summary>What the issuer finds about the address.</summary>
    public static AvsResult AvsOf(string? postalCode) =>
        postalCode switch
        {
            null or "" => AvsResult.Unavailable,
            _ when postalCode.Contains("77", StringComparison.Ordinal) => AvsResult.NoMatch,
            _ when postalCode.Contains("88", StringComparison.Ordinal) => AvsResult.PostalCodeOnly,
            _ when postalCode.Contains("99", StringComparison.Ordinal) => AvsResult.AddressOnly,
            _ => AvsResult.Match,
        };

    /// <summary>What the issuer finds about the security code.</summary>
    public static CvvResult CvvOf(SecurityCode? code)
    {
        if (code is null)
        {
            return CvvResult.NotProvided;
        }

        var digits = code.Reveal();
        if (digits.SequenceEqual("222"u8))
        {
            return CvvResult.NotProvided;
        }

        return digits.SequenceEqual("333"u8) ? CvvResult.NoMatch : CvvResult.Match;
    }

    private static PaymentErrorCode? At(PaymentErrorCode[] codes, long index) =>
        index >= 0 && index < codes.Length ? codes[index] : null;
}
