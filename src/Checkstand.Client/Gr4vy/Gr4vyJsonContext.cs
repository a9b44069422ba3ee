using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>How this dialect's bodies are written and read, made when the client is compiled.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(UtcTimeConverter),
        typeof(CodeTextConverter),
        typeof(OptionalConverter<Address>),
        typeof(OptionalConverter<Airline>),
        typeof(OptionalConverter<BillingDetails>),
        typeof(OptionalConverter<CardScheme?>),
        typeof(OptionalConverter<Dictionary<string, JsonElement>>),
        typeof(OptionalConverter<Dictionary<string, MerchantProfileScheme?>>),
        typeof(OptionalConverter<Dictionary<string, string>>),
        typeof(OptionalConverter<GuestBuyer>),
        typeof(OptionalConverter<List<CardScheme>>),
        typeof(OptionalConverter<List<CartItem>>),
        typeof(OptionalConverter<List<PaymentServiceField>>),
        typeof(OptionalConverter<List<string>>),
        typeof(OptionalConverter<TransactionIntent?>),
        typeof(OptionalConverter<TransactionPaymentSource?>),
        typeof(OptionalConverter<TransactionStatus?>),
        typeof(OptionalConverter<bool>),
        typeof(OptionalConverter<bool?>),
        typeof(OptionalConverter<double>),
        typeof(OptionalConverter<int?>),
        typeof(OptionalConverter<long?>),
        typeof(OptionalConverter<string>),
    ]
)]
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(Airline))]
[JsonSerializable(typeof(ApiKeyPair))]
[JsonSerializable(typeof(ApiKeyPairCreate))]
[JsonSerializable(typeof(ApiKeyPairUpdate))]
[JsonSerializable(typeof(BillingDetails))]
[JsonSerializable(typeof(Buyer))]
[JsonSerializable(typeof(BuyerCreate))]
[JsonSerializable(typeof(BuyerUpdate))]
[JsonSerializable(typeof(Capture))]
[JsonSerializable(typeof(CardDetail))]
[JsonSerializable(typeof(CardScheme?))]
[JsonSerializable(typeof(CheckoutSession))]
[JsonSerializable(typeof(CheckoutSessionCardDetails))]
[JsonSerializable(typeof(CheckoutSessionCardDetailsRequest))]
[JsonSerializable(typeof(CheckoutSessionCreate))]
[JsonSerializable(typeof(CheckoutSessionSecureFields))]
[JsonSerializable(typeof(CheckoutSessionUpdate))]
[JsonSerializable(typeof(ClickToPaySession))]
[JsonSerializable(typeof(ClickToPaySessionRequest))]
[JsonSerializable(typeof(CreateSession))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(Dictionary<string, MerchantProfileScheme?>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(EmbedValues))]
[JsonSerializable(typeof(Gr4vyList<ApiKeyPair>))]
[JsonSerializable(typeof(Gr4vyList<Buyer>))]
[JsonSerializable(typeof(Gr4vyList<Capture>))]
[JsonSerializable(typeof(Gr4vyList<CardSchemeDefinition>))]
[JsonSerializable(typeof(Gr4vyList<GiftCard>))]
[JsonSerializable(typeof(Gr4vyList<GiftCardSummary>))]
[JsonSerializable(typeof(Gr4vyList<MerchantAccount>))]
[JsonSerializable(typeof(Gr4vyList<NetworkToken>))]
[JsonSerializable(typeof(Gr4vyList<PaymentMethod>))]
[JsonSerializable(typeof(Gr4vyList<PaymentMethodSummary>))]
[JsonSerializable(typeof(Gr4vyList<PaymentOption>))]
[JsonSerializable(typeof(Gr4vyList<PaymentService>))]
[JsonSerializable(typeof(Gr4vyList<PaymentServiceDefinition>))]
[JsonSerializable(typeof(Gr4vyList<PaymentServiceToken>))]
[JsonSerializable(typeof(Gr4vyList<Refund>))]
[JsonSerializable(typeof(Gr4vyList<RefundSettlement>))]
[JsonSerializable(typeof(Gr4vyList<Settlement>))]
[JsonSerializable(typeof(Gr4vyList<ShippingDetails>))]
[JsonSerializable(typeof(Gr4vyList<TransactionAction>))]
[JsonSerializable(typeof(Gr4vyList<TransactionEvent>))]
[JsonSerializable(typeof(Gr4vyList<TransactionSummary>))]
[JsonSerializable(typeof(GuestBuyer))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(List<CardScheme>))]
[JsonSerializable(typeof(List<CartItem>))]
[JsonSerializable(typeof(List<PaymentServiceField>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(MerchantAccount))]
[JsonSerializable(typeof(MerchantAccountCreate))]
[JsonSerializable(typeof(MerchantAccountUpdate))]
[JsonSerializable(typeof(PaymentMethod))]
[JsonSerializable(typeof(PaymentMethodCreate))]
[JsonSerializable(typeof(PaymentMethodUpdate))]
[JsonSerializable(typeof(PaymentOptionRequest))]
[JsonSerializable(typeof(PaymentService))]
[JsonSerializable(typeof(PaymentServiceCreate))]
[JsonSerializable(typeof(PaymentServiceDefinition))]
[JsonSerializable(typeof(PaymentServiceUpdate))]
[JsonSerializable(typeof(Refund))]
[JsonSerializable(typeof(RefundSettlement))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(ShippingDetails))]
[JsonSerializable(typeof(ShippingDetailsCreate))]
[JsonSerializable(typeof(ShippingDetailsUpdate))]
[JsonSerializable(typeof(Transaction))]
[JsonSerializable(typeof(TransactionCancel))]
[JsonSerializable(typeof(TransactionCapture))]
[JsonSerializable(typeof(TransactionCaptureCreate))]
[JsonSerializable(typeof(TransactionCreate))]
[JsonSerializable(typeof(TransactionIntent?))]
[JsonSerializable(typeof(TransactionPaymentSource?))]
[JsonSerializable(typeof(TransactionRefundAllCreate))]
[JsonSerializable(typeof(TransactionRefundCreate))]
[JsonSerializable(typeof(TransactionStatus?))]
[JsonSerializable(typeof(TransactionUpdate))]
[JsonSerializable(typeof(TransactionVoid))]
[JsonSerializable(typeof(VerifyCredentials))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(string))]
internal sealed partial class Gr4vyJsonContext : JsonSerializerContext;
