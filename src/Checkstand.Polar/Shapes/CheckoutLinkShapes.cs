using Checkstand.Wire.Shapes;
using static Checkstand.Polar.Shapes.Forms;

namespace Checkstand.Polar.Shapes;

/// <summary>Checkout links in requests and answers.</summary>
internal static class CheckoutLinkShapes
{
    // Each is looked up for everybody who follows the link, so there must be an end to them.
    private const int ProductsMax = 1_000;

    private static readonly TextShape Interval = OneOf("TrialInterval", CatalogueWords.Intervals);
    private static readonly IntegerShape TrialCount = new(1, 1000);
    private static readonly IntegerShape Seats = new(1, 10_000);
    private static readonly ArrayShape Products = new(Uuid4, ProductsMax) { CountMin = 1 };

    /// <summary>A new link: of several products, of one, or of one price, as older clients say it.</summary>
    public static readonly ObjectShape Create = Object(
        "CheckoutLinkCreate",
        NotNull("metadata", Metadata),
        Maybe("trial_interval", Interval),
        Maybe("trial_interval_count", TrialCount),
        Must("payment_processor", Constant("stripe")),
        Maybe("label", AnyText),
        Defaulted("allow_discount_codes", Forms.Boolean, "true"),
        Defaulted("require_billing_address", Forms.Boolean, "false"),
        Maybe("discount_id", Uuid4),
        Maybe("seats", Seats),
        Maybe("success_url", Url),
        Maybe("return_url", Url),
        Maybe("products", Products),
        Maybe("product_id", Uuid4),
        Maybe("product_price_id", Uuid4)
    );

    /// <summary>A change of a link; only what is there acts.</summary>
    public static readonly ObjectShape Update = Object(
        "CheckoutLinkUpdate",
        Maybe("trial_interval", Interval),
        Maybe("trial_interval_count", TrialCount),
        NotNull("metadata", Metadata),
        Maybe("products", Products),
        Maybe("label", AnyText),
        Maybe("allow_discount_codes", Forms.Boolean),
        Maybe("require_billing_address", Forms.Boolean),
        Maybe("discount_id", Uuid4),
        Maybe("seats", Seats),
        Maybe("success_url", Url),
        Maybe("return_url", Url)
    );

    public static readonly ObjectShape ListQuery = new(
        "CheckoutLinksListQuery",
        [
            OwnOrganization.Query,
            Maybe("product_id", new ArrayShape(Uuid4)),
            .. Paging.Parameters,
            Paging.SortingBy("CheckoutLinkSortProperty", "created_at", "label", "success_url", "allow_discount_codes"),
        ]
    );

    public static readonly ObjectShape CheckoutLink = new(
        "CheckoutLink",
        Must("id", Uuid4),
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        MustOrNull("trial_interval", Interval),
        MustOrNull("trial_interval_count", TrialCount),
        Must("metadata", Metadata),
        Must("payment_processor", Constant("stripe")),
        Must("client_secret", AnyText),
        MustOrNull("success_url", Url),
        MustOrNull("return_url", Url),
        MustOrNull("label", AnyText),
        Must("allow_discount_codes", Forms.Boolean),
        Must("require_billing_address", Forms.Boolean),
        MustOrNull("discount_id", Uuid4),
        MustOrNull("seats", Seats),
        Must("organization_id", Uuid4),
        Must("products", new ArrayShape(new AnyObjectShape())),
        MustOrNull("discount", new AnyObjectShape()),
        Must("url", Url)
    );
}
