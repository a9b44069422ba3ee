using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>A buyer who has no record of their own, with names and addresses (section 2.3).</summary>
internal static class BuyerShapes
{
    public static readonly ObjectShape Address = new(
        "Address",
        Maybe("city", Text(1, 100)),
        Maybe("country", Country),
        Maybe("postal_code", Text(1, 50)),
        Maybe("state", Text(1, 255)),
        Maybe("state_code", new TextShape { Pattern = TextPattern.Subdivision }),
        Maybe("house_number_or_name", Text(1, 255)),
        Maybe("line1", Text(1, 255)),
        Maybe("line2", Text(1, 255)),
        Maybe("organization", Text(1, 255))
    );

    public static readonly ObjectShape TaxId = new("TaxId", Must("value", Text(1, 50)), Must("kind", Enums.TaxIdKind));

    public static readonly ObjectShape BillingDetails = new("BillingDetails", [.. Person(), Maybe("tax_id", TaxId)]);

    public static readonly ObjectShape ShippingDetails = new("ShippingDetailsCreate", Person());

    public static readonly ObjectShape GuestBuyer = new(
        "GuestBuyer",
        Maybe("display_name", Text(1, 200)),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("billing_details", BillingDetails),
        Maybe("account_number", Text(1, 200)),
        Maybe("shipping_details", ShippingDetails)
    );

    public static Field[] Person() =>
        [
            Maybe("first_name", Text(1, 255)),
            Maybe("last_name", Text(1, 255)),
            Maybe("email_address", Text(1, 320)),
            Maybe("phone_number", Phone),
            Maybe("address", Address),
        ];
}
