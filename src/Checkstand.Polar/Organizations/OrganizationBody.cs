using System.Text.Json;
using Checkstand.Core.Organizations;
using Checkstand.Wire;

namespace Checkstand.Polar.Organizations;

/// <summary>An organization in answers: as its own tokens see it, and as the public does.</summary>
internal static class OrganizationBody
{
    /// <summary>The mails that buyers may get.</summary>
    public static readonly string[] Emails =
    [
        "order_confirmation",
        "payment_method_expiration_reminder",
        "subscription_cancellation",
        "subscription_confirmation",
        "subscription_cycled",
        "subscription_cycled_after_trial",
        "subscription_past_due",
        "subscription_paused",
        "subscription_resumed",
        "subscription_renewal_reminder",
        "subscription_revoked",
        "subscription_trial_conversion_reminder",
        "subscription_uncanceled",
        "subscription_updated",
    ];

    /// <summary>What may be switched on.</summary>
    public static readonly string[] Features =
    [
        "issue_funding_enabled",
        "seat_based_pricing_enabled",
        "wallets_enabled",
        "member_model_enabled",
        "checkout_localization_enabled",
        "reset_proration_behavior_enabled",
        "off_session_charges_enabled",
        "meter_cycling_enabled",
        "slack_benefit_enabled",
        "preview_access_enabled",
        "disputes_enabled",
        "sso_enabled",
        "dispute_auto_accept_enabled",
        "compass_enabled",
        "merchant_migration_enabled",
    ];

    /// <summary>What it may do.</summary>
    public static readonly string[] Capabilities =
    [
        "checkout_payments",
        "subscription_renewals",
        "payouts",
        "refunds",
        "api_access",
        "dashboard_access",
    ];

    /// <summary>Writes what its own tokens see.</summary>
    public static void Write(Utf8JsonWriter writer, Organization organization)
    {
        var carried = CarriedSettings.Read(organization.Carried);
        writer.WriteStartObject();
        WriteCommon(writer, organization, carried);
        writer.WriteString("status"u8, WordOf(organization.Status));
        writer.WriteCarried("details_submitted_at", carried["details_submitted_at"]);
        writer.WriteNull("onboarding_resubmission_requested_at"u8);
        writer.WriteBoolean("sso_enforced"u8, false);
        writer.WriteString("default_presentment_currency"u8, organization.DefaultCurrency);
        writer.WriteString("default_tax_behavior"u8, CatalogueWords.Of(organization.DefaultTaxBehavior));
        WriteFeatures(writer, carried.Of("feature_settings"));
        WriteSubscriptionSettings(writer, organization, carried);
        WriteNotificationSettings(writer);
        WriteEmailSettings(writer, carried);
        WritePortalSettings(writer, carried.Of("customer_portal_settings"));
        writer.WriteStartObject("dispute_settings"u8);
        writer.WriteCarried("auto_accept_below_amount", carried.Of("dispute_settings")["auto_accept_below_amount"]);
        writer.WriteEndObject();
        writer.WriteStartArray("embed_hosts"u8);
        foreach (var host in organization.EmbedHosts)
        {
            writer.WriteStringValue(host);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("embed_hosts_enforced"u8, organization.EmbedHosts.Count > 0);
        writer.WriteString("country"u8, organization.Country);
        writer.WriteNull("account_id"u8);
        writer.WriteNull("payout_account_id"u8);
        writer.WriteStartObject("capabilities"u8);
        foreach (var capability in Capabilities)
        {
            writer.WriteBoolean(capability, Can(organization, capability));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes what buyers see inside a checkout, with the keys that only older clients read (contract sections 2.8, 6.4).
    /// </summary>
    public static void WritePublic(Utf8JsonWriter writer, Organization organization)
    {
        var carried = CarriedSettings.Read(organization.Carried);
        writer.WriteStartObject();
        WriteCommon(writer, organization, carried);
        writer.WriteNull("bio"u8);
        writer.WriteNull("company"u8);
        writer.WriteNull("blog"u8);
        writer.WriteNull("location"u8);
        writer.WriteNull("twitter_username"u8);
        writer.WriteString("status"u8, OlderWordOf(organization.Status));
        writer.WriteCarried("details_submitted_at", carried["details_submitted_at"]);
        // Which features it has is nothing to buyers, and no client needs more than the object.
        writer.WriteStartObject("feature_settings"u8);
        writer.WriteEndObject();
        WriteSubscriptionSettings(writer, organization, carried);
        WriteEmailSettings(writer, carried);
        WriteNotificationSettings(writer);
        writer.WriteNumber("pledge_minimum_amount"u8, 0);
        writer.WriteBoolean("pledge_badge_show_amount"u8, false);
        writer.WriteNull("default_upfront_split_to_contributors"u8);
        writer.WriteNull("profile_settings"u8);
        writer.WriteEndObject();
    }

    // Which mails sellers get: nothing sends them here, and no later client reads it, but older ones don't parse without.
    private static void WriteNotificationSettings(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("notification_settings"u8);
        writer.WriteBoolean("new_order"u8, true);
        writer.WriteBoolean("new_subscription"u8, true);
        writer.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter writer, Organization organization, CarriedSettings carried)
    {
        var subscriptions = carried.Of("subscription_settings");
        writer.WriteInstant("created_at", organization.CreatedAt);
        writer.WriteInstant("modified_at", organization.ModifiedAt);
        writer.WriteString("id"u8, organization.Id.Value);
        writer.WriteString("name"u8, organization.Name);
        writer.WriteString("slug"u8, organization.Slug);
        writer.WriteString("avatar_url"u8, organization.AvatarUrl);
        writer.WriteString("proration_behavior"u8, ProrationOf(subscriptions));
        writer.WriteBoolean("allow_customer_updates"u8, subscriptions.Flag("allow_customer_updates", true));
        writer.WriteString("email"u8, organization.Email);
        writer.WriteString("website"u8, organization.Website);
        writer.WritePropertyName("socials"u8);
        if (carried["socials"] is { HasValue: true } socials)
        {
            writer.WriteCarried(socials);
        }
        else
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
    }

    private static void WriteSubscriptionSettings(
        Utf8JsonWriter writer,
        Organization organization,
        CarriedSettings carried
    )
    {
        var settings = carried.Of("subscription_settings");
        writer.WriteStartObject("subscription_settings"u8);
        writer.WriteBoolean("allow_multiple_subscriptions"u8, organization.AllowMultipleSubscriptions);
        writer.WriteBoolean("allow_customer_updates"u8, settings.Flag("allow_customer_updates", true));
        writer.WriteString("proration_behavior"u8, ProrationOf(settings));
        writer.WriteNumber(
            "benefit_revocation_grace_period"u8,
            settings["benefit_revocation_grace_period"].AsInt64() ?? 0
        );
        writer.WriteBoolean("prevent_trial_abuse"u8, organization.PreventTrialAbuse);
        writer.WriteEndObject();
    }

    private static void WriteEmailSettings(Utf8JsonWriter writer, CarriedSettings carried)
    {
        var settings = carried.Of("customer_email_settings");
        writer.WriteStartObject("customer_email_settings"u8);
        foreach (var email in Emails)
        {
            writer.WriteBoolean(email, settings.Flag(email, true));
        }

        writer.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter writer, CarriedSettings settings)
    {
        writer.WriteStartObject("feature_settings"u8);
        foreach (var feature in Features)
        {
            writer.WriteBoolean(feature, settings.Flag(feature, false));
        }

        writer.WriteCarried("overview_metrics", settings["overview_metrics"]);
        writer.WriteEndObject();
    }

    private static void WritePortalSettings(Utf8JsonWriter writer, CarriedSettings settings)
    {
        var subscription = settings.Of("subscription");
        writer.WriteStartObject("customer_portal_settings"u8);
        writer.WriteStartObject("usage"u8);
        writer.WriteBoolean("show"u8, settings.Of("usage").Flag("show", true));
        writer.WriteEndObject();
        writer.WriteStartObject("subscription"u8);
        writer.WriteBoolean("update_seats"u8, subscription.Flag("update_seats", true));
        writer.WriteBoolean("update_plan"u8, subscription.Flag("update_plan", true));
        writer.WriteBoolean("pause"u8, subscription.Flag("pause", false));
        writer.WriteEndObject();
        writer.WriteStartObject("customer"u8);
        writer.WriteBoolean("allow_email_change"u8, settings.Of("customer").Flag("allow_email_change", false));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // No money waits with this server, nothing renews by itself, and there is no dashboard.
    private static bool Can(Organization organization, string capability) =>
        capability switch
        {
            "api_access" => true,
            "checkout_payments" or "refunds" => organization.Status == OrganizationStatus.Active,
            _ => false,
        };

    private static string ProrationOf(CarriedSettings subscriptions) =>
        subscriptions["proration_behavior"].AsText() ?? "prorate";

    private static string WordOf(OrganizationStatus status) =>
        status switch
        {
            OrganizationStatus.Created => "created",
            OrganizationStatus.Active => "active",
            OrganizationStatus.Blocked => "blocked",
            _ => throw new System.Diagnostics.UnreachableException($"No word for {status}."),
        };

    private static string OlderWordOf(OrganizationStatus status) =>
        status == OrganizationStatus.Blocked ? "denied" : WordOf(status);
}
