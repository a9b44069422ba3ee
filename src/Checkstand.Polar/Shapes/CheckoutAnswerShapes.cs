using Checkstand.Polar.Checkouts;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>Checkouts in answers: to tokens, to the public, and to the public after a confirmation (contract section 2.9).</summary>
internal static class CheckoutAnswerShapes
{
    private static readonly TextShape TrialInterval = Forms.OneOf("TrialInterval", CatalogueWords.Intervals);
    private static readonly TextShape AddressMode = Forms.OneOf(
        "BillingAddressFieldMode",
        "required",
        "optional",
        "disabled"
    );

    private static readonly ObjectShape AddressFields = new(
        "CheckoutBillingAddressFields",
        [
            .. new[] { "country", "state", "city", "postal_code", "line1", "line2" }.Select(name =>
                Forms.Must(name, AddressMode)
            ),
        ]
    );

    private static readonly ObjectShape Address = new(
        "Address",
        [
            .. new[] { "line1", "line2", "postal_code", "city", "state" }.Select(name =>
                Forms.MustOrNull(name, Forms.AnyText)
            ),
            Forms.Must("country", Forms.AnyText),
        ]
    );

    private static readonly string[] Counts = ["seats", "min_seats", "max_seats", "units", "min_units", "max_units"];

    private static readonly string[] Flags =
    [
        "allow_discount_codes",
        "require_billing_address",
        "is_discount_applicable",
        "is_free_product_price",
        "is_payment_required",
        "is_payment_setup_required",
        "is_payment_form_required",
    ];

    private static readonly ArrayShape Objects = new(new AnyObjectShape());

    /// <summary>To a token.</summary>
    public static readonly ObjectShape Token = new(
        "Checkout",
        [
            .. Shared(Forms.Must("status", Forms.OneOf("CheckoutStatus", CheckoutWords.Statuses))),
            Forms.MustOrNull("trial_interval", TrialInterval),
            Forms.MustOrNull("trial_interval_count", IntegerShape.Any),
            Forms.Must("metadata", Forms.Metadata),
            Forms.MustOrNull("external_customer_id", Forms.AnyText),
            Forms.MustOrNull("customer_external_id", Forms.AnyText),
            Forms.MustOrNull("subscription_id", Forms.Uuid4),
            Forms.Must("customer_metadata", Forms.Metadata),
        ]
    );

    /// <summary>A part of a list of them.</summary>
    public static readonly ObjectShape List = Paging.ListOf("Checkout", Token);

    /// <summary>To the public.</summary>
    public static readonly ObjectShape Public = new(
        "CheckoutPublic",
        [
            .. Shared(Forms.Must("status", Forms.OneOf("CheckoutStatus", CheckoutWords.Statuses))),
            Forms.Must("organization", new AnyObjectShape()),
        ]
    );

    /// <summary>To the public after a confirmation.</summary>
    public static readonly ObjectShape Confirmed = new(
        "CheckoutPublicConfirmed",
        [
            .. Shared(Forms.Must("status", Forms.Constant("confirmed"))),
            Forms.Must("organization", new AnyObjectShape()),
            Forms.MustOrNull("customer_session_token", Forms.AnyText),
        ]
    );

    private static Field[] Shared(Field status) => [.. Itself(status), .. Costs(), .. Buyer(), .. Parts()];

    private static Field[] Itself(Field status) =>
        [
            Forms.Must("id", Forms.Uuid4),
            Forms.Must("created_at", Forms.DateTime),
            Forms.MustOrNull("modified_at", Forms.DateTime),
            Forms.Must("custom_field_data", new AnyObjectShape()),
            Forms.Must("payment_processor", Forms.Constant("stripe")),
            status,
            Forms.Must("client_secret", Forms.AnyText),
            Forms.Must("url", Forms.AnyText),
            Forms.Must("expires_at", Forms.DateTime),
            Forms.Must("success_url", Forms.AnyText),
            Forms.MustOrNull("return_url", Forms.AnyText),
            Forms.MustOrNull("embed_origin", Forms.AnyText),
        ];

    private static Field[] Costs() =>
        [
            Forms.Must("amount", IntegerShape.Any),
            .. Counts.Select(name => Forms.MustOrNull(name, IntegerShape.Any)),
            Forms.Must("discount_amount", IntegerShape.Any),
            Forms.Must("net_amount", IntegerShape.Any),
            Forms.Must("subtotal_amount", IntegerShape.Any),
            Forms.MustOrNull("tax_amount", IntegerShape.Any),
            Forms.MustOrNull("tax_behavior", Forms.OneOf("TaxBehavior", "inclusive", "exclusive")),
            Forms.Must("total_amount", IntegerShape.Any),
            Forms.Must("currency", Forms.AnyText),
            Forms.MustOrNull("allow_trial", Forms.Boolean),
            Forms.MustOrNull("active_trial_interval", TrialInterval),
            Forms.MustOrNull("active_trial_interval_count", IntegerShape.Any),
            Forms.MustOrNull("trial_end", Forms.DateTime),
            Forms.Must("organization_id", Forms.Uuid4),
            Forms.MustOrNull("product_id", Forms.Uuid4),
            Forms.MustOrNull("product_price_id", Forms.Uuid4),
            Forms.MustOrNull("discount_id", Forms.Uuid4),
            .. Flags.Select(name => Forms.Must(name, Forms.Boolean)),
        ];

    private static Field[] Buyer() =>
        [
            Forms.MustOrNull("customer_id", Forms.Uuid4),
            Forms.Must("is_business_customer", Forms.Boolean),
            Forms.MustOrNull("customer_name", Forms.AnyText),
            Forms.MustOrNull("customer_email", Forms.AnyText),
            Forms.MustOrNull("customer_ip_address", Forms.AnyText),
            Forms.MustOrNull("customer_billing_name", Forms.AnyText),
            Forms.MustOrNull("customer_billing_address", Address),
            Forms.MustOrNull("customer_tax_id", Forms.AnyText),
            Forms.MustOrNull("locale", Forms.AnyText),
            Forms.MustOrNull("payment_method_type", Forms.AnyText),
            Forms.Must("payment_processor_metadata", new AnyObjectShape()),
            Forms.Must("billing_address_fields", AddressFields),
            Forms.Must("customer_billing_address_fields", new AnyObjectShape()),
        ];

    private static Field[] Parts() =>
        [
            Forms.Must("products", Objects),
            Forms.MustOrNull("product", new AnyObjectShape()),
            Forms.MustOrNull("product_price", new AnyObjectShape()),
            Forms.MustOrNull("prices", new AnyObjectShape()),
            Forms.MustOrNull("discount", new AnyObjectShape()),
            Forms.MustOrNull("attached_custom_fields", new ArrayShape(CustomFieldShapes.Attached)),
        ];
}
