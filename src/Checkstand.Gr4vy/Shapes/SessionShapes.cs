using Checkstand.Core.Sessions;
using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>A session as it is asked for and as it is answered (sections 2.1 and 2.2).</summary>
internal static class SessionShapes
{
    /// <summary>
    /// The wire's names of what the core carries. Their order is that of <see cref="SessionField"/>, which a test holds
    /// them to; the first seven are echoed in answers, the rest is taken and not shown (section 2.2).
    /// </summary>
    private static readonly Field[] Carried =
    [
        Maybe("cart_items", new ArrayShape(CartShapes.CartItem)),
        Maybe("metadata", new MapShape(AnyText)),
        Maybe("buyer", BuyerShapes.GuestBuyer),
        Maybe("airline", AirlineShapes.Airline),
        Maybe("amount", Amount),
        Maybe("currency", Currency),
        Maybe("payment_service_id", Uuid),
        Maybe("country", Country),
        Maybe("is_subsequent_payment", Forms.Boolean),
        Maybe("merchant_initiated", Forms.Boolean),
        Maybe("payment_source", Enums.PaymentSource),
        Maybe("intent", Enums.Intent),
    ];

    /// <summary>How many of the carried fields an answer shows.</summary>
    public const int EchoedCount = (int)SessionField.PaymentServiceId + 1;

    /// <summary>Body of create and update.</summary>
    public static readonly ObjectShape Update = new(
        "CheckoutSessionUpdate",
        [.. Carried, NotNull("expires_in", new NumberShape(3600, 86_400)) with { DocumentedDefault = "3600" }]
    );

    public static readonly ObjectShape PaymentMethodDetails = new(
        "CheckoutSessionPaymentMethodDetails",
        Maybe("bin", AnyText),
        Maybe("card_country", Country),
        Maybe("card_type", Enums.CardType),
        Maybe("card_issuer_name", AnyText)
    );

    public static readonly ObjectShape PaymentMethod = new(
        "CheckoutSessionPaymentMethod",
        NotNull("type", Constant("payment-method")) with
        {
            DocumentedDefault = "\"payment-method\"",
        },
        Maybe("id", Uuid),
        Maybe("details", PaymentMethodDetails),
        Maybe("label", AnyText),
        NotNull("method", Constant("card")) with
        {
            DocumentedDefault = "\"card\"",
        },
        Maybe("scheme", Enums.CardScheme),
        Maybe("fingerprint", AnyText)
    );

    /// <summary>A session in an answer.</summary>
    public static readonly ObjectShape Session = new(
        "CheckoutSession",
        [
            .. Carried[..EchoedCount],
            NotNull("type", Constant("checkout-session")) with
            {
                DocumentedDefault = "\"checkout-session\"",
            },
            Must("id", Uuid),
            Must("expires_at", Forms.DateTime),
            Maybe("payment_method", PaymentMethod),
        ]
    );

    /// <summary>The wire's name of a carried field.</summary>
    public static string NameOf(SessionField field) => Carried[(int)field].Name;
}
