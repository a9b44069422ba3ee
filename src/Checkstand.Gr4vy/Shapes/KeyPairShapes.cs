using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>The keys that sign bearer tokens (sections 4.3 and 6.6).</summary>
internal static class KeyPairShapes
{
    public static readonly TextShape Algorithm = Enums.Named("CertificateAlgorithm", ["ECDSA", "RSA"]);

    public static readonly ObjectShape Create = new(
        "APIKeyPairCreate",
        Must("display_name", Text(1, 200)),
        NotNull("algorithm", Algorithm) with
        {
            DocumentedDefault = "\"ECDSA\"",
        },
        NotNull("active", Forms.Boolean) with
        {
            DocumentedDefault = "true",
        },
        Must("role_ids", new ArrayShape(Uuid) { CountMin = 1 }),
        NotNull("merchant_account_ids", new ArrayShape(AnyText)),
        Maybe("public_key", AnyText)
    );

    public static readonly ObjectShape Update = new(
        "APIKeyPairUpdate",
        Maybe("display_name", Text(1, 200)),
        Maybe("active", Forms.Boolean),
        Maybe("role_ids", new ArrayShape(Uuid) { CountMin = 1 }),
        Maybe("merchant_account_ids", new ArrayShape(AnyText))
    );

    public static readonly ObjectShape Role = new(
        "Role",
        Named("role"),
        Must("id", Uuid),
        Must("name", AnyText),
        Must("slug", AnyText),
        Must("description", AnyText),
        Must("permissions", new ObjectShape("PermissionSet", Must("allow", new ArrayShape(AnyText)))),
        Must("assignable_to", new ArrayShape(Enums.Named("RoleAssigneeType", ["user", "api-key-pair"]))),
        Must("applies_to", new ArrayShape(AnyText)),
        Must("is_standalone_assignable", Forms.Boolean)
    );

    public static readonly ObjectShape Creator = new(
        "api__routers__api_key_pairs__schemas__Creator",
        Must("id", Uuid),
        Must("name", AnyText),
        Maybe("email_address", AnyText),
        Maybe("thumbprint", AnyText)
    );

    public static readonly ObjectShape KeyPair = new(
        "APIKeyPair",
        Named("api-key-pair"),
        Must("id", Uuid),
        Must("thumbprint", AnyText),
        Must("display_name", Text(1, 200)),
        Must("algorithm", Algorithm),
        Must("active", Forms.Boolean),
        Maybe("private_key", AnyText),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Maybe("last_used_at", Forms.DateTime),
        Maybe("creator", Creator),
        NotNull("merchant_accounts", new ArrayShape(MerchantShapes.Summary)),
        NotNull("roles", new ArrayShape(Role))
    );

    public static readonly ObjectShape KeyPairs = PageBody.Of("Collection_APIKeyPair_", KeyPair);

    public static readonly ObjectShape ListQuery = new("list_api_key_pairs", PageBody.Parameters);
}
