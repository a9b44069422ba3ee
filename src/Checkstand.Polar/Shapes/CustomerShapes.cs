using Checkstand.Wire.Shapes;
using static Checkstand.Polar.Shapes.Forms;

namespace Checkstand.Polar.Shapes;

/// <summary>Customers in requests and answers.</summary>
internal static class CustomerShapes
{
    private static readonly TextShape Kind = OneOf("CustomerType", "individual", "team");

    private static readonly Field[] Changed =
    [
        NotNull("metadata", Metadata),
        Maybe("email", Email),
        Maybe("name", Text(0, 256)),
        Maybe("billing_address", CheckoutShapes.Address),
        Maybe("tax_id", AnyText),
        Maybe("locale", CheckoutShapes.Locale),
    ];

    /// <summary>A new customer. Teams, and with them owners, are refused by the operation.</summary>
    public static readonly ObjectShape Create = Object(
        "CustomerCreate",
        NotNull("metadata", Metadata),
        Maybe("external_id", AnyText),
        Maybe("name", Text(0, 256)),
        Maybe("billing_address", CheckoutShapes.Address),
        Maybe("tax_id", AnyText),
        Maybe("locale", CheckoutShapes.Locale),
        OwnOrganization.Body,
        Maybe("owner", new AnyObjectShape()),
        NotNull("type", Kind),
        Must("email", Email)
    );

    /// <summary>A change of a customer; only what is there acts.</summary>
    public static readonly ObjectShape Update = Object(
        "CustomerUpdate",
        [.. Changed, Maybe("external_id", AnyText), Maybe("type", Kind)]
    );

    /// <summary>A change of a customer that is named by its external id, which stays.</summary>
    public static readonly ObjectShape UpdateByExternalId = Object("CustomerUpdateExternalID", Changed);

    public static readonly ObjectShape ListQuery = new(
        "CustomersListQuery",
        [
            OwnOrganization.Query,
            Maybe("email", AnyText),
            Maybe("query", AnyText),
            Maybe("active", Forms.Boolean),
            .. Paging.Parameters,
            Paging.SortingBy("CustomerSortProperty", "created_at", "email", "name"),
        ]
    );

    public static readonly ObjectShape DeleteQuery = new(
        "CustomersDeleteQuery",
        Defaulted("anonymize", Forms.Boolean, "false")
    );

    public static readonly ObjectShape Customer = new(
        "CustomerIndividual",
        Must("id", Uuid4),
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        Must("metadata", Metadata),
        MustOrNull("external_id", AnyText),
        Must("email", AnyText),
        Must("email_verified", Forms.Boolean),
        Must("type", Constant("individual")),
        MustOrNull("name", AnyText),
        MustOrNull("billing_name", AnyText),
        MustOrNull("billing_address", new AnyObjectShape()),
        MustOrNull("tax_id", new ArrayShape(AnyText, 2) { CountMin = 2 }),
        MustOrNull("locale", AnyText),
        Must("organization_id", Uuid4),
        MustOrNull("default_payment_method_id", Uuid4),
        MustOrNull("deleted_at", Forms.DateTime),
        MustOrNull("first_user_event_at", Forms.DateTime),
        Must("avatar_url", AnyText)
    );

    public static readonly ObjectShape State = new(
        "CustomerState",
        [
            .. Customer.Fields,
            Must("active_subscriptions", new ArrayShape(new AnyObjectShape())),
            Must("granted_benefits", new ArrayShape(new AnyObjectShape())),
            Must("active_meters", new ArrayShape(new AnyObjectShape())),
        ]
    );
}
