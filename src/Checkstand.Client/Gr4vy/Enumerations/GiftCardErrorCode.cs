using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Why a gift card could not be used.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<GiftCardErrorCode>))]
public readonly record struct GiftCardErrorCode(string Value) : IOpenEnum<GiftCardErrorCode>
{
    /// <summary><c>invalid_gift_card</c></summary>
    public static GiftCardErrorCode InvalidGiftCard { get; } = new("invalid_gift_card");

    /// <summary><c>expired_card</c></summary>
    public static GiftCardErrorCode ExpiredCard { get; } = new("expired_card");

    /// <summary><c>inactive_card</c></summary>
    public static GiftCardErrorCode InactiveCard { get; } = new("inactive_card");

    /// <summary><c>invalid_service_credentials</c></summary>
    public static GiftCardErrorCode InvalidServiceCredentials { get; } = new("invalid_service_credentials");

    /// <summary><c>invalid_amount</c></summary>
    public static GiftCardErrorCode InvalidAmount { get; } = new("invalid_amount");

    /// <summary><c>incorrect_currency</c></summary>
    public static GiftCardErrorCode IncorrectCurrency { get; } = new("incorrect_currency");

    /// <summary><c>insufficient_funds</c></summary>
    public static GiftCardErrorCode InsufficientFunds { get; } = new("insufficient_funds");

    /// <summary><c>invalid_service_configuration</c></summary>
    public static GiftCardErrorCode InvalidServiceConfiguration { get; } = new("invalid_service_configuration");

    /// <summary><c>operation_canceled</c></summary>
    public static GiftCardErrorCode OperationCanceled { get; } = new("operation_canceled");

    /// <summary><c>service_error</c></summary>
    public static GiftCardErrorCode ServiceError { get; } = new("service_error");

    /// <summary><c>service_network_error</c></summary>
    public static GiftCardErrorCode ServiceNetworkError { get; } = new("service_network_error");

    /// <summary><c>unknown_error</c></summary>
    public static GiftCardErrorCode UnknownError { get; } = new("unknown_error");

    /// <summary><c>max_gift_cards_reached</c></summary>
    public static GiftCardErrorCode MaxGiftCardsReached { get; } = new("max_gift_cards_reached");

    /// <summary><c>suspected_fraud</c></summary>
    public static GiftCardErrorCode SuspectedFraud { get; } = new("suspected_fraud");

    /// <summary><c>canceled_payment_method</c></summary>
    public static GiftCardErrorCode CanceledPaymentMethod { get; } = new("canceled_payment_method");

    /// <summary><c>duplicate_transaction</c></summary>
    public static GiftCardErrorCode DuplicateTransaction { get; } = new("duplicate_transaction");

    /// <summary><c>unexpected_state</c></summary>
    public static GiftCardErrorCode UnexpectedState { get; } = new("unexpected_state");

    /// <inheritdoc/>
    public static GiftCardErrorCode From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
