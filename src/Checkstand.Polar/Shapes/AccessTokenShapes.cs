using Checkstand.Polar.AccessTokens;
using Checkstand.Polar.Auth;
using Checkstand.Wire.Shapes;
using static Checkstand.Polar.Shapes.Forms;

namespace Checkstand.Polar.Shapes;

/// <summary>Organization access tokens in requests and answers.</summary>
internal static class AccessTokenShapes
{
    private static readonly ArrayShape Scopes = new(OneOf("AvailableScope", [.. AccessScopes.All]), 200);

    private static readonly FormShape Duration = new(
        "duration",
        Durations.Normalize,
        "Input should be an ISO 8601 duration of at most 100 years, such as P30D.",
        "time_delta_parsing"
    );

    public static readonly ObjectShape Create = Object(
        "OrganizationAccessTokenCreate",
        OwnOrganization.Body,
        Must("comment", AnyText),
        Maybe("expires_in", Duration),
        Must("scopes", Scopes)
    );

    public static readonly ObjectShape Update = Object(
        "OrganizationAccessTokenUpdate",
        Maybe("comment", AnyText),
        Maybe("scopes", Scopes)
    );

    public static readonly ObjectShape Token = Object(
        "OrganizationAccessToken",
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        Must("id", Uuid4),
        Must("scopes", new ArrayShape(AnyText)),
        MustOrNull("expires_at", Forms.DateTime),
        Must("comment", AnyText),
        MustOrNull("last_used_at", Forms.DateTime),
        Must("organization_id", Uuid4)
    );

    public static readonly ObjectShape Created = Object(
        "OrganizationAccessTokenCreateResponse",
        Must("organization_access_token", Token),
        Must("token", AnyText)
    );
}
