using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Buyers who have a record of their own, and where their goods go (section 6.6).</summary>
internal static class BuyerRecordShapes
{
    public static readonly ObjectShape Create = new(
        "BuyerCreate",
        DisplayName,
        ExternalIdentifier,
        Maybe("billing_details", BuyerShapes.BillingDetails),
        AccountNumber
    );

    public static readonly ObjectShape Update = new(
        "BuyerUpdate",
        DisplayName,
        ExternalIdentifier,
        AccountNumber,
        Maybe("billing_details", BuyerShapes.BillingDetails)
    );

    public static readonly ObjectShape Buyer = new(
        "Buyer",
        Named("buyer"),
        Must("id", Uuid),
        Must("reconciliation_id", AnyText),
        Must("merchant_account_id", AnyText),
        DisplayName,
        ExternalIdentifier,
        Maybe("billing_details", BuyerShapes.BillingDetails),
        AccountNumber,
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime)
    );

    public static readonly ObjectShape Buyers = PageBody.Of("Buyers", Buyer);

    public static readonly ObjectShape ListQuery = new(
        "list_buyers",
        [.. PageBody.Parameters, Maybe("search", AnyText), Maybe("external_identifier", AnyText)]
    );

    public static readonly ObjectShape ShippingUpdate = new("ShippingDetailsUpdate", BuyerShapes.Person());

    public static readonly ObjectShape Shipping = new(
        "ShippingDetails",
        [.. BuyerShapes.Person(), Maybe("id", Uuid), Maybe("buyer_id", Uuid), Named("shipping-details")]
    );

    public static readonly ObjectShape ShippingList = new(
        "ShippingDetailsList",
        Must("items", new ArrayShape(Shipping))
    );

    private static Field DisplayName => Maybe("display_name", Text(1, 200));

    private static Field ExternalIdentifier => Maybe("external_identifier", Text(1, 200));

    private static Field AccountNumber => Maybe("account_number", Text(1, 200));
}
