using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

public sealed class OrganizationTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private Organizations Organizations => server.Polar.Organizations;

    [Fact]
    public async Task A_tokens_organization_is_listed_and_read()
    {
        var listed = Assert.Single(
            await Organizations.ListAsync(slug: "acme", sorting: OrganizationSortProperty.Name).ToListAsync()
        );
        var read = await Organizations.GetAsync(server.Id());

        Assert.Equal(Wire.Text(listed), Wire.Text(read));
        Assert.Equal("acme", read.Slug);
        Assert.True(read.Capabilities.ApiAccess);
        Assert.False(read.Capabilities.Payouts);
        Assert.Empty(await Organizations.ListAsync(slug: "umbrella").ToListAsync());
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Organizations.GetAsync(server.Umbrella.Id.ToString())
        );
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var set = await Organizations.UpdateAsync(
            server.Id(),
            new OrganizationUpdate
            {
                Website = "https://example.com/",
                Email = "help@example.com",
                Country = "DE",
                DefaultTaxBehavior = TaxBehaviorOption.Inclusive,
                Socials = new List<SocialLink>
                {
                    new() { Platform = SocialPlatform.Github, Url = "https://github.com/acme" },
                },
                EmbedHosts = new List<string> { "*.example.com" },
                FeatureSettings = new OrganizationFeatureSettings { CheckoutLocalizationEnabled = true },
                CustomerPortalSettings = new OrganizationCustomerPortalSettings
                {
                    Usage = new() { Show = false },
                    Subscription = new() { UpdatePlan = true },
                },
            }
        );
        var changed = await Organizations.UpdateAsync(
            server.Id(),
            new OrganizationUpdate { Website = null, Country = null }
        );

        Assert.Equal(("DE", TaxBehaviorOption.Inclusive), (set.Country, set.DefaultTaxBehavior));
        Assert.Equal(SocialPlatform.Github, Assert.Single(set.Socials).Platform);
        Assert.True(set.EmbedHostsEnforced && set.FeatureSettings!.CheckoutLocalizationEnabled!.Value);
        Assert.Equal(
            (false, true),
            (set.CustomerPortalSettings.Usage.Show, set.CustomerPortalSettings.Subscription.UpdatePlan)
        );
        Assert.Equal((null, null, "help@example.com"), (changed.Website, changed.Country, changed.Email));
        Assert.Equal(["*.example.com"], changed.EmbedHosts);
    }

    [Fact]
    public async Task What_is_not_enabled_is_told()
    {
        await Assert.ThrowsAsync<DisputeAutoAcceptNotEnabledException>(() =>
            Organizations.UpdateAsync(
                server.Id(),
                new() { DisputeSettings = new OrganizationDisputeSettings { AutoAcceptBelowAmount = 100 } }
            )
        );
        await Assert.ThrowsAsync<SsoEnforcementRequiresConnectionException>(() =>
            Organizations.UpdateAsync(server.Id(), new() { SsoEnforced = true })
        );
    }
}
