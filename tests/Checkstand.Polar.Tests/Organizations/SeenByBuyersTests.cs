using System.Text;
using System.Text.Json;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Organizations;

namespace Checkstand.Polar.Tests.Organizations;

/// <summary>What of an organization stands in the checkouts of the public.</summary>
public sealed class SeenByBuyersTests : PolarServer
{
    // Contract sections 2.8 and 6.4: the keys that some version of some client can't do without.
    [Fact]
    public void Buyers_see_every_key_that_any_client_reads()
    {
        var shown = SeenByBuyers(new OrganizationId(Acme.Id));

        Assert.Equal(
            [
                "created_at",
                "modified_at",
                "id",
                "name",
                "slug",
                "avatar_url",
                "proration_behavior",
                "allow_customer_updates",
                "email",
                "website",
                "socials",
                "bio",
                "company",
                "blog",
                "location",
                "twitter_username",
                "status",
                "details_submitted_at",
                "feature_settings",
                "subscription_settings",
                "customer_email_settings",
                "notification_settings",
                "pledge_minimum_amount",
                "pledge_badge_show_amount",
                "default_upfront_split_to_contributors",
                "profile_settings",
            ],
            shown.EnumerateObject().Select(key => key.Name)
        );
        Assert.Equal("active", shown.GetProperty("status").GetString());
        Assert.Equal(14, shown.GetProperty("customer_email_settings").EnumerateObject().Count());
        Assert.Equal(2, shown.GetProperty("notification_settings").EnumerateObject().Count());
        Assert.Equal(5, shown.GetProperty("subscription_settings").EnumerateObject().Count());
    }

    [Fact]
    public async Task Buyers_see_a_blocked_organization_by_an_older_word()
    {
        await Organizations.ChangeAsync(
            new OrganizationId(Acme.Id),
            organization => organization with { Status = OrganizationStatus.Blocked },
            CancellationToken.None
        );

        Assert.Equal("denied", SeenByBuyers(new OrganizationId(Acme.Id)).GetProperty("status").GetString());
        Assert.Equal("blocked", (await Api.GetAsync($"/v1/organizations/{Acme.Id}")).TextAt("/status"));
    }

    private JsonElement SeenByBuyers(OrganizationId id)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            OrganizationBody.WritePublic(writer, Organizations.Find(id)!);
        }

        return JsonElement.Parse(Encoding.UTF8.GetString(text.ToArray()));
    }
}
