using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>Prices in requests: those of products, and those that a checkout brings along (contract section 2.9).</summary>
internal static class PriceShapes
{
    private const string AmountType = "amount_type";

    // 17 digits, of which 12 come after the point.
    private static readonly DecimalShape UnitAmount = new(5, 12);

    /// <summary>A new price. <c>free</c> is what older clients say for a fixed price of 0.</summary>
    public static readonly UnionShape Create = new(
        AmountType,
        [
            new UnionCase("fixed", Kind("Fixed", "fixed", Forms.Must("price_amount", AtLeast(0)))),
            new UnionCase(
                "custom",
                Kind(
                    "Custom",
                    "custom",
                    Forms.Maybe("minimum_amount", AtLeast(0), "50"),
                    Forms.Maybe("maximum_amount", AtLeast(1)),
                    Forms.Maybe("preset_amount", AtLeast(0))
                )
            ),
            new UnionCase("seat_based", Kind("SeatBased", "seat_based", Forms.Must("seat_tiers", SeatTiers()))),
            new UnionCase(
                "metered_unit",
                Kind(
                    "MeteredUnit",
                    "metered_unit",
                    Forms.Must("meter_id", Forms.Uuid4),
                    Forms.Must("unit_amount", UnitAmount),
                    Forms.Maybe("cap_amount", new IntegerShape(0, int.MaxValue))
                )
            ),
            new UnionCase("free", Kind("Free", "free")) { IsLegacy = true },
        ]
    )
    {
        NotTaken = ["unit_based", "metered_tiers"],
    };

    /// <summary>The prices of a new product or of a checkout.</summary>
    public static readonly ArrayShape CreateList = new(Create) { CountMin = 1 };

    /// <summary>The prices of a product from now on: those that it has by id, and new ones.</summary>
    public static readonly ArrayShape UpdateList = new(
        new ChoiceShape([
            new ChoiceCase("id", Forms.Object("ExistingProductPrice", Forms.Must("id", Forms.Uuid4))),
            new ChoiceCase(AmountType, Create),
        ])
    );

    private static ObjectShape Kind(string name, string amountType, params Field[] amounts) =>
        Forms.Object(
            $"ProductPrice{name}Create",
            [
                Forms.Must(AmountType, Forms.Constant(amountType)),
                Forms.Defaulted("price_currency", Codes.Currency, "\"usd\""),
                Forms.Maybe("tax_behavior", Forms.OneOf("TaxBehaviorOption", CatalogueWords.TaxBehaviors)),
                .. amounts,
            ]
        );

    private static ObjectShape SeatTiers() =>
        Forms.Object(
            "ProductPriceSeatTiers-Input",
            Forms.Defaulted("seat_tier_type", Forms.OneOf("SeatTierType", "volume", "graduated"), "\"volume\""),
            Forms.Must(
                "tiers",
                new ArrayShape(
                    Forms.Object(
                        "ProductPriceSeatTier",
                        Forms.Must("min_seats", new IntegerShape(1, int.MaxValue)),
                        Forms.Maybe("max_seats", new IntegerShape(1, int.MaxValue)),
                        Forms.Must("price_per_seat", AtLeast(0))
                    )
                )
                {
                    CountMin = 1,
                }
            )
        );

    private static IntegerShape AtLeast(long least) => new(least, long.MaxValue);
}
