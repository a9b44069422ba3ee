using Checkstand.Polar.Organizations;
using Checkstand.Wire.Shapes;
using static Checkstand.Polar.Shapes.Forms;

namespace Checkstand.Polar.Shapes;

/// <summary>Organizations in requests and answers (contract section 2.9).</summary>
internal static class OrganizationShapes
{
    // What nobody needs more of: profiles of one seller, sites that embed it, figures on one page.
    private const int SocialsMax = 50;
    private const int HostsMax = 100;
    private const int MetricsMax = 100;

    private static readonly ObjectShape Social = Object(
        "OrganizationSocialLink",
        Must(
            "platform",
            OneOf(
                "OrganizationSocialPlatforms",
                "x",
                "github",
                "facebook",
                "instagram",
                "youtube",
                "tiktok",
                "linkedin",
                "threads",
                "discord",
                "other"
            )
        ),
        Must("url", Url)
    );

    private static readonly ObjectShape Details = Object(
        "OrganizationDetails",
        Maybe("about", AnyText),
        Maybe("product_description", AnyText),
        NotNull("selling_categories", new ArrayShape(AnyText)),
        NotNull("pricing_models", new ArrayShape(AnyText)),
        Maybe("intended_use", AnyText),
        NotNull("customer_acquisition", new ArrayShape(AnyText)),
        Maybe("future_annual_revenue", new IntegerShape(0, long.MaxValue)),
        Defaulted("switching", Forms.Boolean, "false"),
        Maybe(
            "switching_from",
            OneOf("OrganizationSwitchingFrom", "paddle", "lemon_squeezy", "gumroad", "stripe", "other")
        ),
        Maybe("previous_annual_revenue", new IntegerShape(0, long.MaxValue))
    );

    // Those that a seller may change itself; others are skipped, as upstream does.
    private static readonly ObjectShape FeaturesUpdate = Object(
        "OrganizationFeatureSettingsUpdate",
        NotNull("seat_based_pricing_enabled", Forms.Boolean),
        NotNull("member_model_enabled", Forms.Boolean),
        NotNull("checkout_localization_enabled", Forms.Boolean),
        Maybe("overview_metrics", new ArrayShape(AnyText, MetricsMax))
    );

    private static readonly ObjectShape Subscriptions = Object(
        "OrganizationSubscriptionSettings",
        Must("allow_multiple_subscriptions", Forms.Boolean),
        Must("proration_behavior", OneOf("OrganizationProrationBehavior", "invoice", "prorate", "next_period")),
        Must("benefit_revocation_grace_period", new IntegerShape(0, int.MaxValue)),
        Must("prevent_trial_abuse", Forms.Boolean),
        Must("allow_customer_updates", Forms.Boolean)
    );

    private static readonly ObjectShape EmailSettings = Object(
        "OrganizationCustomerEmailSettings",
        [.. OrganizationBody.Emails.Select(name => Must(name, Forms.Boolean))]
    );

    private static readonly ObjectShape Portal = Object(
        "OrganizationCustomerPortalSettings",
        Must("usage", Object("CustomerPortalUsageSettings", Must("show", Forms.Boolean))),
        Must(
            "subscription",
            Object(
                "CustomerPortalSubscriptionSettings",
                Must("update_seats", Forms.Boolean),
                Must("update_plan", Forms.Boolean),
                NotNull("pause", Forms.Boolean)
            )
        ),
        NotNull("customer", Object("CustomerPortalCustomerSettings", NotNull("allow_email_change", Forms.Boolean)))
    );

    private static readonly FormShape EmbedHost = new(
        "host",
        EmbedHosts.Normalize,
        "Input should be a host with an optional port, such as *.example.com or localhost:3000.",
        "value_error"
    );

    private static readonly TextShape TaxBehavior = OneOf("TaxBehaviorOption", CatalogueWords.TaxBehaviors);

    public static readonly ObjectShape Update = Object(
        "OrganizationUpdate",
        Maybe("name", new TextShape { LengthMin = Core.Organizations.Organization.NameLengthMin }),
        Maybe("avatar_url", Url),
        Maybe("email", Email),
        Maybe("website", Url),
        Maybe("socials", new ArrayShape(Social, SocialsMax)),
        Maybe("details", Details),
        Maybe("country", Codes.Country),
        Maybe("feature_settings", FeaturesUpdate),
        Maybe("subscription_settings", Subscriptions),
        Maybe("customer_email_settings", EmailSettings),
        Maybe("customer_portal_settings", Portal),
        Maybe(
            "dispute_settings",
            Object("OrganizationDisputeSettingsUpdate", Maybe("auto_accept_below_amount", new IntegerShape(1, 10_000)))
        ),
        Maybe("embed_hosts", new ArrayShape(EmbedHost, HostsMax)),
        Maybe("default_presentment_currency", Codes.Currency),
        Maybe("default_tax_behavior", TaxBehavior),
        Maybe("sso_enforced", Forms.Boolean)
    );

    // Answered with an error whatever it says, so only its outline is read.
    public static readonly ObjectShape Create = Object(
        "OrganizationCreate",
        Must("name", new TextShape { LengthMin = Core.Organizations.Organization.NameLengthMin }),
        Must("slug", Text(Core.Organizations.Organization.NameLengthMin, Core.Organizations.Organization.SlugLengthMax))
    );

    public static readonly ObjectShape Organization = Object(
        "Organization",
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        Must("id", Uuid4),
        Must("name", AnyText),
        Must("slug", AnyText),
        MustOrNull("avatar_url", AnyText),
        Must(
            "proration_behavior",
            OneOf("SubscriptionProrationBehavior", "invoice", "prorate", "next_period", "reset")
        ),
        Must("allow_customer_updates", Forms.Boolean),
        MustOrNull("email", AnyText),
        MustOrNull("website", AnyText),
        Must("socials", new ArrayShape(Social)),
        Must("status", OneOf("OrganizationStatus", "created", "active", "blocked")),
        MustOrNull("details_submitted_at", Forms.DateTime),
        MustOrNull("onboarding_resubmission_requested_at", Forms.DateTime),
        Must("sso_enforced", Forms.Boolean),
        Must("default_presentment_currency", AnyText),
        Must("default_tax_behavior", TaxBehavior),
        MustOrNull(
            "feature_settings",
            Object(
                "OrganizationFeatureSettings",
                [
                    .. OrganizationBody.Features.Select(name => NotNull(name, Forms.Boolean)),
                    Maybe("overview_metrics", new ArrayShape(AnyText)),
                ]
            )
        ),
        Must("subscription_settings", Subscriptions),
        Must(
            "notification_settings",
            Object(
                "OrganizationNotificationSettings",
                Must("new_order", Forms.Boolean),
                Must("new_subscription", Forms.Boolean)
            )
        ),
        Must("customer_email_settings", EmailSettings),
        Must("customer_portal_settings", Portal),
        Must(
            "dispute_settings",
            Object("OrganizationDisputeSettings", MustOrNull("auto_accept_below_amount", IntegerShape.Any))
        ),
        Must("embed_hosts", new ArrayShape(AnyText)),
        Must("embed_hosts_enforced", Forms.Boolean),
        MustOrNull("country", AnyText),
        MustOrNull("account_id", Uuid4),
        MustOrNull("payout_account_id", Uuid4),
        Must(
            "capabilities",
            Object(
                "OrganizationCapabilities",
                [.. OrganizationBody.Capabilities.Select(name => Must(name, Forms.Boolean))]
            )
        )
    );
}
