using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>What browsers send (section 2.4).</summary>
internal static class SecureFieldsShapes
{
    public static readonly ObjectShape Card = new(
        "CheckoutSessionCardPaymentMethod",
        Method("card"),
        Must("number", CardDigits),
        Must("expiration_date", Expiry),
        Maybe("security_code", SecurityCode),
        // The older generated clients (section 1.2) send what today belongs to the transaction; it is taken and not kept.
        Legacy("external_identifier", Text(1, 200)),
        Legacy("buyer_id", Uuid),
        Legacy("buyer_external_identifier", Text(1, 200)),
        Legacy("redirect_url", AnyText)
    );

    public static readonly ObjectShape ClickToPay = ClickToPayAs("click-to-pay");

    public static readonly ObjectShape StoredMethod = new(
        "CheckoutSessionIdPaymentMethod",
        Method("id"),
        Must("id", Uuid),
        Maybe("security_code", SecurityCode)
    );

    public static readonly ObjectShape SecureFields = new(
        "CheckoutSessionSecureFields",
        Must(
            "payment_method",
            new UnionShape(
                "method",
                [
                    new UnionCase("card", Card),
                    new UnionCase("click-to-pay", ClickToPay),
                    // The mobile SDKs still write the word with an underscore.
                    new UnionCase("click_to_pay", ClickToPayAs("click_to_pay")) { IsLegacy = true },
                    new UnionCase("id", StoredMethod),
                ]
            )
        ),
        Maybe("postal_code", Text(1, 50))
    );

    public static readonly ObjectShape CardDetailsRequest = new("CheckoutSessionCardDetailsRequest", Must("bin", Bin));

    public static readonly ObjectShape CardDetails = new(
        "CheckoutSessionCardDetails",
        Must("bin", AnyText),
        Maybe("card_type", Enums.CardType),
        Maybe("scheme", Enums.CardScheme),
        Maybe("scheme_icon_url", AnyText),
        NotNull("additional_schemes", new ArrayShape(Enums.CardScheme))
    );

    public static readonly ObjectShape ClickToPaySessionRequest = new(
        "ClickToPaySessionRequest",
        Must("checkout_session_id", Uuid)
    );

    private static ObjectShape ClickToPayAs(string method) =>
        new(
            "CheckoutSessionClickToPayPaymentMethod",
            Method(method),
            Must("merchant_transaction_id", AnyText),
            Must("src_correlation_id", AnyText),
            Must("src_dpa_id", AnyText),
            Maybe("src_cx_flow_id", AnyText)
        );

    private static Field Legacy(string name, Shape shape) => new(name, shape) { IsLegacy = true };

    private static Field Method(string value) => Tag("method", value);
}
