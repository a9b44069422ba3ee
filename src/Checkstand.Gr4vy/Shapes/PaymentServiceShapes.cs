using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Payment services and their definitions (section 6.6).</summary>
internal static class PaymentServiceShapes
{
    public static readonly TextShape Status = Enums.Named("PaymentServiceStatus", ["pending", "created", "failed"]);

    public static readonly ObjectShape FieldValue = new(
        "Field",
        Must("key", Text(1, 50)),
        Must("value", Text(1, 10_000))
    );

    /// <summary>As <see cref="FieldValue"/>; empty text takes the field away.</summary>
    public static readonly ObjectShape VoidableField = new(
        "VoidableField",
        Must("key", Text(1, 50)),
        Must("value", Text(0, 10_000))
    );

    public static readonly ObjectShape MerchantProfileScheme = new("MerchantProfileScheme", Profile());

    public static readonly ObjectShape Create = new(
        "PaymentServiceCreate",
        Must("display_name", Text(1, 200)),
        Must("payment_service_definition_id", Text(1, 50)),
        Must("fields", new ArrayShape(FieldValue)),
        Maybe("reporting_fields", new ArrayShape(FieldValue)),
        Maybe("position", AnyInteger),
        Must("accepted_currencies", Currencies),
        Must("accepted_countries", Countries),
        Maybe("active", Forms.Boolean) with
        {
            DocumentedDefault = "true",
        },
        Off("three_d_secure_enabled"),
        Maybe("merchant_profile", Profiles(MerchantProfileScheme)),
        Maybe("payment_method_tokenization_enabled", Forms.Boolean),
        Maybe("network_tokens_enabled", Forms.Boolean),
        Maybe("open_loop", Forms.Boolean),
        Off("settlement_reporting_enabled")
    );

    public static readonly ObjectShape Update = new(
        "PaymentServiceUpdate",
        Maybe("display_name", Text(1, 200)),
        Maybe("fields", new ArrayShape(VoidableField)),
        Maybe("reporting_fields", new ArrayShape(VoidableField)),
        Maybe("position", AnyInteger),
        Maybe("accepted_currencies", Currencies),
        Maybe("accepted_countries", Countries),
        Maybe("active", Forms.Boolean) with
        {
            DocumentedDefault = "true",
        },
        Maybe("three_d_secure_enabled", Forms.Boolean),
        Maybe("merchant_profile", Profiles(MerchantProfileScheme)),
        Maybe("payment_method_tokenization_enabled", Forms.Boolean),
        Maybe("network_tokens_enabled", Forms.Boolean),
        Maybe("open_loop", Forms.Boolean),
        Off("settlement_reporting_enabled")
    );

    public static readonly ObjectShape Service = new(
        "PaymentService",
        Named("payment-service"),
        NotNull("id", Uuid),
        Must("merchant_account_id", AnyText),
        Must("payment_service_definition_id", Text(1, 50)),
        NotNull("active", Forms.Boolean) with
        {
            DocumentedDefault = "true",
        },
        Must("method", Methods.Any),
        Must("display_name", Text(1, 200)),
        Must("position", AnyInteger),
        NotNull("status", Status),
        Must("accepted_currencies", new ArrayShape(Currency)),
        Must("accepted_countries", new ArrayShape(Country)),
        Must("payment_method_tokenization_enabled", Forms.Boolean),
        Must("network_tokens_enabled", Forms.Boolean),
        Must("open_loop", Forms.Boolean),
        Must("settlement_reporting_enabled", Forms.Boolean),
        Maybe("three_d_secure_enabled", Forms.Boolean),
        Maybe(
            "merchant_profile",
            Profiles(
                new ObjectShape("MerchantProfileSchemeSummary", [.. Profile(), Must("created_at", Forms.DateTime)])
            )
        ),
        Maybe("webhook_url", AnyText),
        Maybe("fields", new ArrayShape(FieldValue)),
        Maybe("reporting_fields", new ArrayShape(FieldValue)),
        Off("is_deleted"),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime)
    );

    public static readonly ObjectShape Services = PageBody.Of("PaymentServices", Service);

    /// <summary>Parameters of the list.</summary>
    public static readonly ObjectShape ListQuery = new(
        "list_payment_services",
        [
            .. PageBody.Parameters,
            Maybe("method", Methods.Any),
            Maybe("deleted", Forms.Boolean) with
            {
                DocumentedDefault = "false",
            },
        ]
    );

    public static readonly ObjectShape VerifyCredentials = new(
        "VerifyCredentials",
        Must("payment_service_definition_id", AnyText),
        Maybe("payment_service_id", Uuid),
        Must("fields", new ArrayShape(FieldValue))
    );

    /// <summary>What a provider's own session call would take; nothing here reads it.</summary>
    public static readonly ObjectShape ProviderSession = new("ProviderSession") { TakesOthers = true };

    private static ArrayShape Currencies => new(Currency) { CountMin = 1 };

    private static ArrayShape Countries => new(Country) { CountMin = 1 };

    private static MapShape Profiles(ObjectShape profile) =>
        new(profile) { Key = Enums.CardScheme, IsValueNullable = true };

    private static Field[] Profile() =>
        [
            Must("merchant_acquirer_bin", Text(0, 11)),
            Must("merchant_acquirer_id", Text(0, 35)),
            Must("merchant_name", Text(0, 40)),
            Must("merchant_country_code", AnyText),
            Must("merchant_category_code", Text(4, 4)),
            Must("merchant_url", AnyText),
        ];
}
