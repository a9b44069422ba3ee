using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>A transaction as it is asked for and changed (sections 6.2 and 6.4).</summary>
internal static class TransactionCreateShapes
{
    private static readonly TextShape GiftCardDigits = new()
    {
        LengthMin = 16,
        LengthMax = 19,
        Pattern = TextPattern.Digits,
    };
    private static readonly TextShape NonEmptyText = new() { LengthMin = 1 };

    public static readonly ObjectShape GiftCard = new(
        "GiftCardTransactionCreate",
        Must("number", GiftCardDigits),
        Must("pin", NonEmptyText),
        Must("amount", AnyInteger)
    );

    public static readonly ObjectShape StoredGiftCard = new(
        "GiftCardTokenTransactionCreate",
        Must("id", Uuid),
        Must("amount", Amount)
    );

    public static readonly ObjectShape ThreeDSecureDataV1 = new(
        "ThreeDSecureDataV1",
        Must("cavv", AnyText),
        Must("eci", Eci),
        Must("version", ThreeDSecureVersion),
        Must("directory_response", Text(0, 1)),
        Maybe("scheme", Enums.CardScheme),
        Must("authentication_response", Text(0, 1)),
        Must("cavv_algorithm", Text(0, 1)),
        Must("xid", AnyText)
    );

    public static readonly ObjectShape ThreeDSecureDataV2 = new(
        "ThreeDSecureDataV2",
        Must("cavv", AnyText),
        Must("eci", Eci),
        Must("version", ThreeDSecureVersion),
        Must("directory_response", Text(0, 1)),
        Maybe("scheme", Enums.CardScheme),
        Maybe("authentication_response", Text(0, 1)),
        Must("directory_transaction_id", AnyText)
    );

    public static readonly ChoiceShape ThreeDSecureData = new([
        new ChoiceCase("xid", ThreeDSecureDataV1),
        new ChoiceCase("directory_transaction_id", ThreeDSecureDataV2),
    ]);

    public static readonly ObjectShape ThreeDSecure = new("ThreeDSecure", Maybe("amount", AnyInteger));

    public static readonly ObjectShape StatementDescriptor = new(
        "StatementDescriptor",
        Maybe("name", Text(5, 22)),
        Maybe("description", Text(5, 22)),
        Maybe("city", Text(1, 50)),
        Maybe("country", Country),
        Maybe("phone_number", Phone),
        Maybe("url", Text(1, 50)),
        Maybe("postal_code", Text(1, 50))
    );

    public static readonly ObjectShape BrowserInfo = new(
        "BrowserInfo",
        Must("javascript_enabled", Forms.Boolean),
        Must("java_enabled", Forms.Boolean),
        Must("language", AnyText),
        Must("color_depth", AnyInteger),
        Must("screen_height", AnyInteger),
        Must("screen_width", AnyInteger),
        Must("time_zone_offset", AnyInteger),
        Must("user_agent", AnyText),
        Must("user_device", OneOf("desktop", "mobile")),
        Maybe("accept_header", AnyText)
    );

    public static readonly ObjectShape Recipient = new(
        "Recipient",
        Must("first_name", AnyText),
        Must("last_name", AnyText),
        Maybe("address", BuyerShapes.Address),
        Maybe("account_number", AnyText),
        Maybe("date_of_birth", Date)
    );

    private static readonly ChoiceShape AnyGiftCard = new([
        new ChoiceCase("number", GiftCard),
        new ChoiceCase("id", StoredGiftCard),
    ]);

    /// <summary>Body of <c>POST /transactions</c>.</summary>
    public static readonly ObjectShape Create = new(
        "TransactionCreate",
        Must("amount", Amount),
        Must("currency", Currency),
        Maybe("country", Country),
        Maybe("payment_method", PaymentMethodInputShapes.ToPay),
        Maybe("buyer", BuyerShapes.GuestBuyer),
        Maybe("buyer_id", Uuid),
        Maybe("buyer_external_identifier", Text(1, 200)),
        Maybe("gift_cards", new ArrayShape(AnyGiftCard)),
        Maybe("external_identifier", Text(1, 200)),
        Defaulted("intent", Enums.Intent, "\"authorize\""),
        Defaulted("store", Forms.Boolean, "false"),
        Maybe("three_d_secure_data", ThreeDSecureData),
        Maybe("three_d_secure", ThreeDSecure),
        Maybe("metadata", new MapShape(AnyText)),
        Defaulted("is_subsequent_payment", Forms.Boolean, "false"),
        Defaulted("merchant_initiated", Forms.Boolean, "false"),
        Defaulted("payment_source", Enums.PaymentSource, "\"ecommerce\""),
        Maybe("airline", AirlineShapes.Airline),
        Maybe("description", AnyText),
        Maybe("cart_items", new ArrayShape(CartShapes.CartItem)),
        Maybe("statement_descriptor", StatementDescriptor),
        Maybe("previous_scheme_transaction_id", Text(1, 100)),
        Maybe("previous_transaction_link_id", Text(1, 100)),
        Maybe("browser_info", BrowserInfo),
        Maybe("shipping_details_id", Uuid),
        Maybe("connection_options", ConnectionOptionShapes.ConnectionOptions),
        Defaulted("async_capture", Forms.Boolean, "false"),
        Maybe("anti_fraud_fingerprint", AnyText),
        Maybe("payment_service_id", Uuid),
        Defaulted("account_funding_transaction", Forms.Boolean, "false"),
        Defaulted("allow_partial_authorization", Forms.Boolean, "false"),
        Maybe("recipient", Recipient),
        Maybe("installment_count", new IntegerShape(1, 100)),
        Maybe("tax_amount", Amount),
        Maybe("merchant_tax_id", Text(1, 100)),
        Maybe("purchase_order_number", Text(1, 100)),
        Maybe("customer_reference_number", Text(1, 100)),
        Maybe("amount_includes_tax", Forms.Boolean),
        Maybe("supplier_order_number", Text(1, 100)),
        Maybe("duty_amount", Amount),
        Maybe("shipping_amount", Amount),
        Maybe("integration_client", Enums.IntegrationClient),
        Maybe("approval_expires_at", Forms.DateTime)
    );

    /// <summary>Body of <c>PUT /transactions/{transaction_id}</c>.</summary>
    public static readonly ObjectShape Update = new(
        "TransactionUpdate",
        Maybe("status", Enums.TransactionStatus),
        Maybe("amount", Amount),
        Maybe("authorized_amount", Amount),
        Maybe("captured_amount", Amount),
        Maybe("payment_service_transaction_id", AnyText),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("metadata", new MapShape(AnyText)),
        Maybe("connection_options", ConnectionOptionShapes.ConnectionOptions)
    );
}
