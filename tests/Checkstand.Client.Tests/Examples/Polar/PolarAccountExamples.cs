using Checkstand.Client.Polar;
using Checkstand.Client.Tests.Polar;

namespace Checkstand.Client.Tests.Examples;

public sealed class PolarAccountExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PolarClient polar = server.Polar;

    [Fact]
    public async Task Organizations_are_listed_read_and_changed()
    {
        // example: polar-organizations-list
        var page = await polar.Organizations.ListPageAsync(slug: "acme");
        // end

        var id = page.Items[0].Id;

        // example: polar-organizations-get
        var organization = await polar.Organizations.GetAsync(id: id);

        Console.WriteLine(organization.Capabilities.CheckoutPayments ? "can sell" : "cannot sell yet");
        // end

        // example: polar-organizations-update
        var changed = await polar.Organizations.UpdateAsync(
            id: id,
            organizationUpdate: new OrganizationUpdate
            {
                Website = "https://example.com/",
                DefaultPresentmentCurrency = "usd",
                SubscriptionSettings = new OrganizationSubscriptionSettings
                {
                    AllowMultipleSubscriptions = true,
                    AllowCustomerUpdates = true,
                    PreventTrialAbuse = true,
                    ProrationBehavior = SubscriptionProrationBehavior.Prorate,
                },
            }
        );
        // end

        Assert.True(organization.Capabilities.CheckoutPayments);
        Assert.Equal(("https://example.com/", true), (changed.Website, changed.SubscriptionSettings.PreventTrialAbuse));
    }

    [Fact]
    public async Task Access_tokens_are_made_listed_changed_and_deleted()
    {
        // example: polar-organization-access-tokens-create
        var made = await polar.OrganizationAccessTokens.CreateAsync(
            new OrganizationAccessTokenCreate
            {
                Comment = "shop",
                Scopes = [Scope.CheckoutsWrite, Scope.ProductsRead],
                ExpiresIn = "P90D",
            }
        );

        var accessToken = made.Token; // shown this once: keep it secret
        // end

        var id = made.OrganizationAccessToken.Id;

        // example: polar-organization-access-tokens-list
        await foreach (var token in polar.OrganizationAccessTokens.ListAsync())
        {
            Console.WriteLine($"{token.Comment} ends at {token.ExpiresAt:O}");
        }
        // end

        // example: polar-organization-access-tokens-update
        var changed = await polar.OrganizationAccessTokens.UpdateAsync(
            id: id,
            organizationAccessTokenUpdate: new OrganizationAccessTokenUpdate
            {
                Scopes = new List<Scope> { Scope.CheckoutsWrite },
            }
        );
        // end

        // example: polar-organization-access-tokens-delete
        await polar.OrganizationAccessTokens.DeleteAsync(id: id);
        // end

        Assert.StartsWith("polar_oat_", accessToken, StringComparison.Ordinal);
        Assert.Equal([Scope.CheckoutsWrite], changed.Scopes);
    }

    [Fact]
    public async Task Webhook_endpoints_are_made_listed_read_changed_and_deleted()
    {
        // example: polar-webhooks-create
        var endpoint = await polar.Webhooks.CreateWebhookEndpointAsync(
            new WebhookEndpointCreate
            {
                Url = "https://example.com/webhooks",
                Format = WebhookFormat.Raw,
                Events = [WebhookEventType.OrderPaid, WebhookEventType.SubscriptionRevoked],
            }
        );

        var secret = endpoint.Secret; // what deliveries are signed with
        // end

        var id = endpoint.Id;

        // example: polar-webhooks-list
        await foreach (var found in polar.Webhooks.ListWebhookEndpointsAsync())
        {
            Console.WriteLine($"{found.Url} {(found.Enabled ? "listens" : "is disabled")}");
        }
        // end

        // example: polar-webhooks-get
        var read = await polar.Webhooks.GetWebhookEndpointAsync(id: id);
        // end

        // example: polar-webhooks-update
        var changed = await polar.Webhooks.UpdateWebhookEndpointAsync(
            id: id,
            webhookEndpointUpdate: new WebhookEndpointUpdate { Name = "Shop", Enabled = false }
        );
        // end

        // example: polar-webhooks-reset-secret
        var reset = await polar.Webhooks.ResetWebhookEndpointSecretAsync(id: id);
        // end

        // example: polar-webhooks-delete
        await polar.Webhooks.DeleteWebhookEndpointAsync(id: id);
        // end

        Assert.Equal(secret, read.Secret);
        Assert.NotEqual(secret, reset.Secret);
        Assert.False(changed.Enabled);
    }
}
