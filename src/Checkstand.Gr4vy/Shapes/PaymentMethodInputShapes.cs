using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>
/// What a payment may be made with, and what may be stored (section 6.1). The contract has more of both; what is not
/// here is refused by name.
/// </summary>
internal static class PaymentMethodInputShapes
{
    public static readonly ObjectShape CardToPay = new(
        "CardWithUrlPaymentMethodCreate",
        Must("expiration_date", Expiry),
        Must("number", CardDigits),
        Maybe("buyer_external_identifier", Text(1, 200)),
        Maybe("buyer_id", Uuid),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("card_type", Enums.CardType),
        Tag("method", "card"),
        Maybe("security_code", SecurityCode),
        Maybe("redirect_url", AnyText)
    );

    public static readonly ObjectShape StoredToPay = new(
        "TokenPaymentMethodCreate",
        Must("id", Uuid),
        Tag("method", "id"),
        Maybe("security_code", SecurityCode),
        Maybe("redirect_url", AnyText)
    );

    public static readonly ObjectShape SessionToPay = new(
        "CheckoutSessionWithUrlPaymentMethodCreate",
        Tag("method", "checkout-session"),
        Must("id", Uuid),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("buyer_id", Uuid),
        Maybe("buyer_external_identifier", Text(1, 200)),
        Maybe("redirect_url", AnyText)
    );

    public static readonly ObjectShape CardToStore = new(
        "CardPaymentMethodCreate",
        Must("expiration_date", Expiry),
        Must("number", CardDigits),
        Maybe("buyer_external_identifier", Text(1, 200)),
        Maybe("buyer_id", Uuid),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("card_type", Enums.CardType),
        Tag("method", "card"),
        Maybe("security_code", SecurityCode)
    );

    public static readonly ObjectShape SessionToStore = new(
        "CheckoutSessionPaymentMethodCreate",
        Tag("method", "checkout-session"),
        Must("id", Uuid),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("buyer_id", Uuid),
        Maybe("buyer_external_identifier", Text(1, 200))
    );

    /// <summary>The payment method of a transaction.</summary>
    public static readonly UnionShape ToPay = new(
        "method",
        [
            new UnionCase("card", CardToPay),
            new UnionCase("id", StoredToPay),
            new UnionCase("checkout-session", SessionToPay),
        ]
    )
    {
        NotTaken = Others("card", "id", "checkout-session"),
    };

    /// <summary>The body of what stores a payment method.</summary>
    public static readonly UnionShape ToStore = new(
        "method",
        [new UnionCase("card", CardToStore), new UnionCase("checkout-session", SessionToStore)]
    )
    {
        NotTaken = Others("card", "checkout-session"),
    };

    // A mode, such as "redirect", is not a value of "method", and is sent as one all the same.
    private static IReadOnlyList<string> Others(params string[] taken) =>
        [.. Enums.Method.Values!.Union(Enums.Mode.Values!).Except(taken)];
}
