using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>A line of the cart (section 2.3).</summary>
internal static class CartShapes
{
    public static readonly ObjectShape CartItem = new(
        "CartItem",
        Must("name", Text(1, 255)),
        Must("quantity", new IntegerShape(1, 99_999_999) { IsMinStatedExclusive = true }),
        Must("unit_amount", Amount),
        Maybe("discount_amount", Amount, "0"),
        Maybe("tax_amount", Amount, "0"),
        Maybe("external_identifier", Text(1, 200)),
        Maybe("sku", Text(1, 200)),
        Maybe("upc", Text(1, 50)),
        Maybe("product_url", AnyText),
        Maybe("image_url", AnyText),
        Maybe("categories", new ArrayShape(Text(1, 50))),
        Maybe("product_type", Enums.ProductType),
        Maybe("seller_country", Country),
        Maybe("tax_exempt", Forms.Boolean),
        Maybe("unit_of_measure", Text(1, 50)),
        Maybe("commodity_code", Text(1, 50)),
        Maybe("description", Text(1, 255)),
        Maybe("duty_amount", Amount),
        Maybe("shipping_amount", Amount)
    );
}
