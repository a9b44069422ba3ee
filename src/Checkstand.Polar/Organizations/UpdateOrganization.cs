using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Organizations;

/// <summary><c>organizations:update</c>: what the body names is changed, and nothing else.</summary>
internal static class UpdateOrganization
{
    // Replaced whole, and judged by nobody.
    private static readonly string[] CarriedWhole =
    [
        "socials",
        "details",
        "subscription_settings",
        "customer_email_settings",
        "customer_portal_settings",
    ];

    public static readonly Operation Operation = new()
    {
        Id = "organizations:update",
        Method = "PATCH",
        Path = "/v1/organizations/{id}",
        Scopes = ["organizations:write"],
        Request = OrganizationShapes.Update,
        Response = OrganizationShapes.Organization,
        Missing =
            "There are no disputes and no single sign-on: `auto_accept_below_amount` and `sso_enforced: true` answer as upstream does where they are not enabled.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        if (call.Id != call.Organization.Value)
        {
            await PolarErrors.WriteNotFoundAsync(call.Http);
        }
        else if (CarriedSettings.Read(body.Json("dispute_settings"))["auto_accept_below_amount"].HasValue)
        {
            await PolarErrors.WriteAsync(
                call.Http,
                StatusCodes.Status403Forbidden,
                "DisputeAutoAcceptNotEnabled",
                "Accepting disputes by itself isn't enabled for this organization."
            );
        }
        else if (body.Boolean("sso_enforced") == true)
        {
            await PolarErrors.WriteAsync(
                call.Http,
                StatusCodes.Status409Conflict,
                "SSOEnforcementRequiresConnection",
                "Single sign-on can't be enforced without a connection."
            );
        }
        else
        {
            var changed = await call.Services.Organizations.ChangeAsync(
                call.Organization,
                organization => Apply(body, organization, call.Now),
                call.Cancellation
            );
            await call.AnswerAsync(changed!, OrganizationBody.Write);
        }
    }

    private static Organization Apply(CheckedObject body, Organization organization, DateTimeOffset now)
    {
        var subscriptions = CarriedSettings.Read(body.Json("subscription_settings"));
        return organization with
        {
            Name = body.Text("name") ?? organization.Name,
            AvatarUrl = Said("avatar_url", organization.AvatarUrl),
            Email = Said("email", organization.Email),
            Website = Said("website", organization.Website),
            Country = Said("country", organization.Country),
            DefaultCurrency = body.Text("default_presentment_currency") ?? organization.DefaultCurrency,
            DefaultTaxBehavior = body.Text("default_tax_behavior") is { } word
                ? CatalogueWords.TaxBehaviorOf(word)
                : organization.DefaultTaxBehavior,
            AllowMultipleSubscriptions = subscriptions.Flag(
                "allow_multiple_subscriptions",
                organization.AllowMultipleSubscriptions
            ),
            PreventTrialAbuse = subscriptions.Flag("prevent_trial_abuse", organization.PreventTrialAbuse),
            EmbedHosts = body.Has("embed_hosts")
                ? [.. body.Texts("embed_hosts").Distinct(StringComparer.Ordinal)]
                : organization.EmbedHosts,
            Carried = Carry(body, organization.Carried, now),
        };

        // Null clears what may be null; of what may not, it says nothing.
        string? Said(string name, string? before) => body.Json(name).IsPresent ? body.Text(name) : before;
    }

    private static JsonText Carry(CheckedObject body, JsonText before, DateTimeOffset now)
    {
        var carried = CarriedSettings.Read(before);
        foreach (var name in CarriedWhole.Where(body.Has))
        {
            carried[name] = new JsonText(body.Json(name).Utf8.ToArray());
        }

        if (body.Has("feature_settings"))
        {
            var features = carried.Of("feature_settings");
            features.Add(CarriedSettings.Read(body.Json("feature_settings")));
            carried["feature_settings"] = features.ToJson();
        }

        if (body.Has("details") && !carried["details_submitted_at"].HasValue)
        {
            carried["details_submitted_at"] = InstantText(now);
        }

        return carried.ToJson();
    }

    private static JsonText InstantText(DateTimeOffset instant)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteInstantValue(instant);
        }

        return new JsonText(text.ToArray());
    }
}
