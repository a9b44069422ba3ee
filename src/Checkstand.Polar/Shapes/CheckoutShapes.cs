using Checkstand.Polar.Checkouts;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>Checkouts in requests and answers (contract sections 2.2, 2.3 and 2.9).</summary>
internal static class CheckoutShapes
{
    // Each product is looked up; nobody chooses from more.
    private const int ProductsMax = 100;
    private const int NameLengthMax = 256;

    private static readonly IntegerShape Seats = new(1, 10_000);
    private static readonly IntegerShape Units = new(1, int.MaxValue);
    private static readonly IntegerShape Amount = new(0, long.MaxValue);
    private static readonly TextShape TrialInterval = Forms.OneOf("TrialInterval", CatalogueWords.Intervals);
    private static readonly TextShape Status = Forms.OneOf("CheckoutStatus", CheckoutWords.Statuses);

    // No SDK reads a fraction back from it.
    private static readonly MapShape CustomerMetadata = new(new ScalarShape(1, 500) { TakesFractions = false })
    {
        Key = Forms.Text(1, 40),
        CountMax = 50,
    };

    // How long a text may be is the custom field's own affair.
    private static readonly MapShape Answers = new(new ScalarShape(0, int.MaxValue) { TakesFractions = false })
    {
        IsValueNullable = true,
    };

    /// <summary>A language tag.</summary>
    public static readonly FormShape Locale = new(
        "locale",
        Locales.Normalize,
        "value is not a valid locale",
        "value_error"
    );

    private static readonly FormShape Country = new(
        "iso-3166-1-alpha-2",
        Core.Taxes.Addresses.NormalizeCountry,
        "Input should be the code of a country that is sold to.",
        "enum"
    );

    /// <summary>A billing address as it is sent.</summary>
    public static readonly ObjectShape Address = Forms.Object(
        "AddressInput",
        Forms.Maybe("line1", Forms.AnyText),
        Forms.Maybe("line2", Forms.AnyText),
        Forms.Maybe("postal_code", Forms.AnyText),
        Forms.Maybe("city", Forms.AnyText),
        Forms.Maybe("state", Forms.AnyText),
        Forms.Must("country", Country)
    );

    private static readonly Field[] ChangedByBuyers =
    [
        Forms.Maybe("custom_field_data", Answers),
        Forms.Maybe("product_id", Forms.Uuid4),
        Forms.Maybe("product_price_id", Forms.Uuid4),
        Forms.Maybe("amount", Amount),
        Forms.Maybe("seats", Seats),
        Forms.Maybe("units", Units),
        Forms.Maybe("is_business_customer", Forms.Boolean),
        Forms.Maybe("customer_name", Forms.Text(0, NameLengthMax)),
        Forms.Maybe("customer_email", Forms.Email),
        Forms.Maybe("customer_billing_name", Forms.AnyText),
        Forms.Maybe("customer_billing_address", Address),
        Forms.Maybe("customer_tax_id", Forms.AnyText),
        Forms.Maybe("locale", Locale),
        Forms.Maybe("allow_trial", Forms.Boolean),
    ];

    private static readonly Field[] SaidByBuyers =
    [
        .. ChangedByBuyers,
        Forms.Maybe("payment_method_type", Forms.AnyText),
        Forms.Maybe("discount_code", Forms.AnyText),
    ];

    /// <summary>A new checkout: of several products, of one, or of one price, as older clients say it.</summary>
    public static readonly ObjectShape Create = Forms.Object(
        "CheckoutProductsCreate",
        Forms.Maybe("trial_interval", TrialInterval),
        Forms.Maybe("trial_interval_count", new IntegerShape(1, 1000)),
        Forms.NotNull("metadata", Forms.Metadata),
        Forms.NotNull("custom_field_data", Answers),
        Forms.Maybe("discount_id", Forms.Uuid4),
        Forms.Defaulted("allow_discount_codes", Forms.Boolean, "true"),
        Forms.Defaulted("require_billing_address", Forms.Boolean, "false"),
        Forms.Maybe("amount", Amount),
        Forms.Maybe("seats", Seats),
        Forms.Maybe("min_seats", Seats),
        Forms.Maybe("max_seats", Seats),
        Forms.Maybe("units", Units) with
        {
            IsLegacy = true,
        },
        Forms.Maybe("min_units", Units) with
        {
            IsLegacy = true,
        },
        Forms.Maybe("max_units", Units) with
        {
            IsLegacy = true,
        },
        Forms.Defaulted("allow_trial", Forms.Boolean, "true"),
        Forms.Maybe("customer_id", Forms.Uuid4),
        Forms.Defaulted("is_business_customer", Forms.Boolean, "false"),
        Forms.Maybe("external_customer_id", Forms.AnyText),
        Forms.Maybe("customer_external_id", Forms.AnyText) with
        {
            IsLegacy = true,
        },
        Forms.Maybe("customer_name", Forms.Text(0, NameLengthMax)),
        Forms.Maybe("customer_email", Forms.Email),
        Forms.Maybe("customer_ip_address", Forms.IpAddress),
        Forms.Maybe("customer_billing_name", Forms.AnyText),
        Forms.Maybe("customer_billing_address", Address),
        Forms.Maybe("customer_tax_id", Forms.AnyText),
        Forms.NotNull("customer_metadata", CustomerMetadata),
        Forms.Maybe("subscription_id", Forms.Uuid4),
        Forms.Maybe("success_url", Forms.Url),
        Forms.Maybe("return_url", Forms.Url),
        Forms.Maybe("embed_origin", Forms.AnyText),
        Forms.Maybe("locale", Locale),
        Forms.Maybe("currency", Codes.Currency),
        Forms.Maybe("products", new ArrayShape(Forms.Uuid4, ProductsMax) { CountMin = 1 }),
        Forms.Maybe("prices", new MapShape(PriceShapes.CreateList)),
        Forms.Maybe("product_id", Forms.Uuid4) with
        {
            IsLegacy = true,
        },
        Forms.Maybe("product_price_id", Forms.Uuid4) with
        {
            IsLegacy = true,
        }
    );

    /// <summary>A change by the organization; only what is there acts.</summary>
    public static readonly ObjectShape Update = Forms.Object(
        "CheckoutUpdate",
        [
            .. ChangedByBuyers,
            Forms.Maybe("trial_interval", TrialInterval),
            Forms.Maybe("trial_interval_count", new IntegerShape(1, 1000)),
            Forms.Maybe("metadata", Forms.Metadata),
            Forms.Maybe("currency", Codes.Currency),
            Forms.Maybe("discount_id", Forms.Uuid4),
            Forms.Maybe("allow_discount_codes", Forms.Boolean),
            Forms.Maybe("require_billing_address", Forms.Boolean),
            Forms.Maybe("customer_ip_address", Forms.IpAddress),
            Forms.Maybe("customer_metadata", CustomerMetadata),
            Forms.Maybe("success_url", Forms.Url),
            Forms.Maybe("return_url", Forms.Url),
            Forms.Maybe("embed_origin", Forms.AnyText),
        ]
    );

    /// <summary>A change by the buyer; only what is there acts, and what only the organization may say is skipped.</summary>
    public static readonly ObjectShape UpdatePublic = Forms.Object("CheckoutUpdatePublic", SaidByBuyers);

    /// <summary>A confirmation: a last change by the buyer, and what to pay with.</summary>
    public static readonly ObjectShape Confirm = Forms.Object(
        "CheckoutConfirmStripe",
        [.. SaidByBuyers, Forms.Maybe("confirmation_token_id", Forms.AnyText)]
    );

    public static readonly ObjectShape ListQuery = new(
        "CheckoutsListQuery",
        [
            OwnOrganization.Query,
            Forms.Maybe("product_id", new ArrayShape(Forms.Uuid4)),
            Forms.Maybe("customer_id", new ArrayShape(Forms.Uuid4)),
            Forms.Maybe("external_customer_id", new ArrayShape(Forms.AnyText)),
            Forms.Maybe("status", new ArrayShape(Status)),
            Forms.Maybe("query", Forms.AnyText),
            .. Paging.Parameters,
            Paging.SortingBy("CheckoutSortProperty", "created_at", "expires_at", "status"),
        ]
    );
}
