using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>What a checkout page asks before it shows itself: ways to pay, schemes, facts of a card (section 6.6).</summary>
internal static class PaymentOptionShapes
{
    public static readonly ObjectShape Request = new(
        "PaymentOptionRequest",
        Maybe("metadata", new MapShape(AnyText)),
        Maybe("country", Country),
        Maybe("currency", Currency),
        Maybe("amount", AnyInteger),
        NotNull("locale", Text(1, 50)) with
        {
            DocumentedDefault = "\"en\"",
        },
        Maybe("cart_items", new ArrayShape(CartShapes.CartItem))
    );

    public static readonly ObjectShape Option = new(
        "PaymentOption",
        Named("payment-option"),
        Must("method", AnyText),
        Maybe("icon_url", Text(1, 1500)),
        Must("mode", Enums.Mode),
        Maybe("label", Text(1, 200)),
        Must("can_store_payment_method", Forms.Boolean),
        Must("can_delay_capture", Forms.Boolean),
        // What wallets and redirects need; a card has none, and there is nothing else.
        Maybe("context", new ObjectShape("context") { TakesOthers = true })
    );

    public static readonly ObjectShape Options = new("PaymentOptions", Must("items", new ArrayShape(Option)));

    public static readonly ObjectShape SchemeDefinition = new(
        "CardSchemeDefinition",
        Named("card-scheme-definition"),
        Must("id", Text(1, 50)),
        Must("icon_url", AnyText),
        Must("display_name", Text(1, 200))
    );

    public static readonly ObjectShape SchemeDefinitions = new(
        "CardSchemeDefinitions",
        Must("items", new ArrayShape(SchemeDefinition))
    );

    public static readonly ObjectShape CardDetail = new(
        "CardDetail",
        Named("card-detail"),
        Maybe("id", Bin),
        Maybe("card_type", AnyText),
        Maybe("scheme", Enums.CardScheme),
        Maybe("additional_schemes", new ArrayShape(Enums.CardScheme)),
        Maybe(
            "additional_schemes_details",
            new ArrayShape(
                new ObjectShape(
                    "AdditionalSchemeDetail",
                    Must("scheme", Enums.CardScheme),
                    new Field("icon_url", AnyText) { IsRequired = true }
                )
            )
        ),
        Maybe("scheme_icon_url", AnyText),
        Maybe("country", Country),
        Maybe("required_fields", RequiredFields)
    );

    public static readonly ObjectShape CardDetailsQuery = new(
        "get_card_details",
        Must("currency", AnyText),
        Maybe("bin", Bin),
        Maybe("payment_method_id", Uuid),
        Maybe("country", Country),
        Maybe("amount", AnyInteger),
        Maybe("intent", Enums.Intent) with
        {
            DocumentedDefault = "\"authorize\"",
        },
        Maybe("is_subsequent_payment", Forms.Boolean),
        Maybe("merchant_initiated", Forms.Boolean),
        Maybe("metadata", AnyText),
        Maybe("payment_source", Enums.PaymentSource)
    );

    private static TextShape Bin =>
        new()
        {
            LengthMin = 6,
            LengthMax = 8,
            Pattern = TextPattern.Digits,
        };

    private static ObjectShape RequiredFields =>
        new(
            "RequiredFields",
            Off("first_name"),
            Off("last_name"),
            Off("email_address"),
            Off("phone_number"),
            Off("tax_id"),
            NotNull("address", RequiredAddress) with
            {
                IsRequired = true,
            }
        );

    private static ObjectShape RequiredAddress =>
        new(
            "RequiredAddressFields",
            Off("organization"),
            Off("house_number_or_name"),
            Off("line1"),
            Off("line2"),
            Off("city"),
            Off("postal_code"),
            Off("state"),
            Off("state_code"),
            Off("country")
        );
}
