using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>Products in requests and answers.</summary>
internal static class ProductShapes
{
    private static readonly TextShape Name = Forms.Text(3, 64);
    private static readonly TextShape Visibility = Forms.OneOf("ProductVisibility", CatalogueWords.Visibilities);
    private static readonly TextShape Interval = Forms.OneOf("RecurringInterval", CatalogueWords.Intervals);
    private static readonly TextShape TrialInterval = Forms.OneOf("TrialInterval", CatalogueWords.Intervals);
    private static readonly IntegerShape IntervalCount = new(1, 999);
    private static readonly IntegerShape TrialCount = new(1, 1000);

    private static readonly Field Medias = Forms.Maybe("medias", new ArrayShape(Forms.Uuid4));

    private static readonly ArrayShape Attached = new(
        Forms.Object(
            "AttachedCustomFieldCreate",
            Forms.Must("custom_field_id", Forms.Uuid4),
            Forms.Must("required", Forms.Boolean)
        )
    );

    /// <summary>A new product. It is recurring when it names an interval.</summary>
    public static readonly ObjectShape Create = Forms.Object(
        "ProductCreate",
        Forms.NotNull("metadata", Forms.Metadata),
        Forms.Must("name", Name),
        Forms.Maybe("description", Forms.AnyText),
        Forms.Defaulted("visibility", Visibility, "\"public\""),
        Forms.Must("prices", PriceShapes.CreateList),
        Medias,
        Forms.NotNull("attached_custom_fields", Attached),
        OwnOrganization.Body,
        Forms.Maybe("trial_interval", TrialInterval),
        Forms.Maybe("trial_interval_count", TrialCount),
        Forms.Maybe("recurring_interval", Interval),
        Forms.Maybe("recurring_interval_count", IntervalCount, "1"),
        Forms.Maybe("meter_interval", Interval),
        Forms.Maybe("meter_interval_count", IntervalCount)
    );

    /// <summary>A change of a product; only what is there acts.</summary>
    public static readonly ObjectShape Update = Forms.Object(
        "ProductUpdate",
        Forms.NotNull("metadata", Forms.Metadata),
        Forms.Maybe("trial_interval", TrialInterval),
        Forms.Maybe("trial_interval_count", TrialCount),
        Forms.Maybe("name", Name),
        Forms.Maybe("description", Forms.AnyText),
        Forms.Maybe("recurring_interval", Interval),
        Forms.Maybe("recurring_interval_count", IntervalCount),
        Forms.Maybe("is_archived", Forms.Boolean),
        Forms.Maybe("visibility", Visibility),
        Forms.Maybe("prices", PriceShapes.UpdateList),
        Medias,
        Forms.Maybe("attached_custom_fields", Attached)
    );

    public static readonly ObjectShape BenefitsUpdate = Forms.Object(
        "ProductBenefitsUpdate",
        Forms.Must("benefits", new ArrayShape(Forms.Uuid4))
    );

    public static readonly ObjectShape ListQuery = new(
        "ProductsListQuery",
        [
            Forms.Maybe("id", new ArrayShape(Forms.Uuid4)),
            OwnOrganization.Query,
            Forms.Maybe("query", Forms.AnyText),
            Forms.Maybe("is_archived", Forms.Boolean),
            Forms.Maybe("is_recurring", Forms.Boolean),
            Forms.Maybe("benefit_id", new ArrayShape(Forms.Uuid4)),
            Forms.Maybe("visibility", new ArrayShape(Visibility)),
            .. Paging.Parameters,
            Paging.SortingBy("ProductSortProperty", "created_at", "name", "price_amount_type", "price_amount"),
        ]
    );

    /// <summary>A product in answers.</summary>
    public static readonly ObjectShape Product = new(
        "Product",
        Forms.Must("id", Forms.Uuid4),
        Forms.Must("created_at", Forms.DateTime),
        Forms.MustOrNull("modified_at", Forms.DateTime),
        Forms.MustOrNull("trial_interval", TrialInterval),
        Forms.MustOrNull("trial_interval_count", IntegerShape.Any),
        Forms.Must("name", Forms.AnyText),
        Forms.MustOrNull("description", Forms.AnyText),
        Forms.Must("visibility", Visibility),
        Forms.MustOrNull("recurring_interval", Interval),
        Forms.MustOrNull("recurring_interval_count", IntegerShape.Any),
        Forms.MustOrNull("meter_interval", Interval),
        Forms.MustOrNull("meter_interval_count", IntegerShape.Any),
        Forms.Must("is_recurring", Forms.Boolean),
        Forms.Must("is_archived", Forms.Boolean),
        Forms.Must("organization_id", Forms.Uuid4),
        Forms.Must("metadata", Forms.Metadata),
        Forms.Must("prices", new ArrayShape(new AnyObjectShape())),
        Forms.Must("benefits", new ArrayShape(new AnyObjectShape())),
        Forms.Must("medias", new ArrayShape(new AnyObjectShape())),
        Forms.Must("attached_custom_fields", new ArrayShape(CustomFieldShapes.Attached))
    );

    public static readonly ObjectShape Products = Paging.ListOf("Product", Product);
}
