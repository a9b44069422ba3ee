using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Kinds of payment service.</summary>
internal static class DefinitionShapes
{
    public static readonly ObjectShape DefinitionField = new(
        "DefinitionField",
        Must("key", Text(1, 50)),
        Must("display_name", Text(1, 200)),
        Must("required", Forms.Boolean),
        Must(
            "format",
            Enums.Named("DefinitionFieldFormat", ["text", "multiline", "file", "number", "timezone", "boolean"])
        ),
        Must("secret", Forms.Boolean),
        Must("verifiable", Forms.Boolean)
    );

    public static readonly ObjectShape RequiredCheckoutFields = new(
        "RequiredCheckoutFields",
        Must("required_fields", new ArrayShape(AnyText)),
        Maybe("conditions", new ObjectShape("conditions") { TakesOthers = true })
    );

    public static readonly ObjectShape Configuration = new(
        "PaymentServiceConfiguration",
        Must("approval_ui_target", Enums.Named("ApprovalTarget", ["new_window", "any"])),
        Must("approval_ui_height", ShownAs(@"^\d+(?:vh|px)$")),
        Must("approval_ui_width", ShownAs(@"^\d+(?:vw|px)$")),
        Must("cart_items_limit", AnyInteger),
        Must("cart_items_required", Forms.Boolean),
        Must("cart_items_should_match_amount", Forms.Boolean)
    );

    public static readonly ObjectShape Definition = new(
        "PaymentServiceDefinition",
        Must("id", Text(1, 50)),
        Named("payment-service-definition"),
        Must("display_name", Text(1, 200)),
        Must("method", Methods.Any),
        Must("fields", new ArrayShape(DefinitionField)),
        Must("reporting_fields", new ArrayShape(DefinitionField)),
        Must("supported_currencies", new ArrayShape(Currency)),
        Must("supported_countries", new ArrayShape(Country)),
        Must("mode", Enums.Mode),
        Maybe("icon_url", AnyText),
        Must("supported_features", new MapShape(Forms.Boolean)),
        Must("required_checkout_fields", new ArrayShape(RequiredCheckoutFields)),
        Must("configuration", Configuration),
        new Field(
            "supported_integration_clients",
            new ArrayShape(Enums.Named("IntegrationClient", ["redirect", "web", "android", "ios"]))
        )
        {
            IsRequired = true,
        }
    );

    public static readonly ObjectShape Definitions = PageBody.Of("PaymentServiceDefinitions", Definition);

    public static readonly ObjectShape ListQuery = new("list_payment_service_definitions", PageBody.Parameters);

    // Forms of answers: nobody is held to them, so nothing matches.
    private static TextShape ShownAs(string pattern) =>
        new() { Pattern = new TextPattern(pattern, static _ => throw new System.Diagnostics.UnreachableException()) };
}
