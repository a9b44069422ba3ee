using Checkstand.Core;
using Checkstand.Polar.Discounts;
using Checkstand.Wire.Shapes;
using static Checkstand.Polar.Shapes.Forms;

namespace Checkstand.Polar.Shapes;

/// <summary>Discounts in requests and answers.</summary>
internal static class DiscountShapes
{
    private const long AmountMax = 999_999_999_999;

    // Each is looked up, so there must be an end to them.
    private const int ProductsMax = 1_000;

    public static readonly TextShape Duration = OneOf("DiscountDuration", DurationWords.All);
    public static readonly TextShape Kind = OneOf("DiscountType", KindWords.All);
    private static readonly IntegerShape Amount = new(0, AmountMax);
    private static readonly IntegerShape BasisPoints = new(1, 10_000);
    private static readonly IntegerShape Months = new(1, 999);
    private static readonly IntegerShape Redemptions = new(1, int.MaxValue);
    private static readonly TextShape Currency = OneOf("PresentmentCurrency", [.. Currencies.Codes]);
    private static readonly MapShape Amounts = new(Amount) { Key = new TextShape { Values = Currencies.Codes } };
    private static readonly ArrayShape Products = new(Uuid4, ProductsMax);

    /// <summary>A new discount. Without a type it is a percentage when it has basis points, and fixed otherwise.</summary>
    public static readonly ObjectShape Create = Object(
        "DiscountCreate",
        NotNull("metadata", Metadata),
        Must("name", new TextShape { LengthMin = 1 }),
        Maybe("code", AnyText),
        Maybe("starts_at", Forms.DateTime),
        Maybe("ends_at", Forms.DateTime),
        Maybe("max_redemptions", Redemptions),
        Maybe("max_redemptions_per_customer", Redemptions),
        Maybe("products", Products),
        OwnOrganization.Body,
        NotNull("type", Kind),
        Must("duration", Duration),
        Maybe("duration_in_months", Months),
        Maybe("amount", Amount),
        Maybe("currency", Currency, "\"usd\""),
        Maybe("amounts", Amounts),
        Maybe("basis_points", BasisPoints)
    );

    /// <summary>A change of a discount; only what is there acts.</summary>
    public static readonly ObjectShape Update = Object(
        "DiscountUpdate",
        NotNull("metadata", Metadata),
        Maybe("name", new TextShape { LengthMin = 1 }),
        Maybe("code", AnyText),
        Maybe("starts_at", Forms.DateTime),
        Maybe("ends_at", Forms.DateTime),
        Maybe("max_redemptions", Redemptions),
        Maybe("max_redemptions_per_customer", Redemptions),
        Maybe("duration", Duration),
        Maybe("duration_in_months", Months),
        Maybe("type", Kind),
        Maybe("amount", Amount),
        Maybe("currency", Currency),
        Maybe("amounts", Amounts),
        Maybe("basis_points", BasisPoints),
        Maybe("products", Products)
    );

    public static readonly ObjectShape ListQuery = new(
        "DiscountsListQuery",
        [
            OwnOrganization.Query,
            Maybe("query", AnyText),
            .. Paging.Parameters,
            Paging.SortingBy("DiscountSortProperty", "created_at", "name", "code", "redemptions_count", "ends_at"),
        ]
    );

    /// <summary>A discount in answers: amounts when it is fixed, basis points when it is a percentage, months when it repeats.</summary>
    public static readonly ObjectShape Discount = new(
        "Discount",
        Must("duration", Duration),
        NotNull("duration_in_months", Months),
        Must("type", Kind),
        NotNull("amount", Amount),
        NotNull("currency", AnyText),
        NotNull("amounts", Amounts),
        NotNull("basis_points", BasisPoints),
        Must("id", Uuid4),
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        Must("metadata", Metadata),
        Must("name", AnyText),
        MustOrNull("code", AnyText),
        MustOrNull("starts_at", Forms.DateTime),
        MustOrNull("ends_at", Forms.DateTime),
        MustOrNull("max_redemptions", IntegerShape.Any),
        MustOrNull("max_redemptions_per_customer", IntegerShape.Any),
        Must("redemptions_count", IntegerShape.Any),
        Must("organization_id", Uuid4),
        Must("products", new ArrayShape(new AnyObjectShape()))
    );
}
