using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Checkstand.Client.Polar;
using Checkstand.Client.Webhooks;
using Checkstand.Testing;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Webhook endpoints, and that what the server sends is believed and understood. Each test has a server of its own.</summary>
public sealed class WebhookTests : SandboxServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebhookReceiver receiver = new();

    private WebhookEndpoints Webhooks => Polar.Webhooks;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        receiver.Dispose();
    }

    [Fact]
    public async Task An_endpoint_is_made_read_listed_and_deleted()
    {
        var made = await Webhooks.CreateWebhookEndpointAsync(
            new WebhookEndpointCreate
            {
                Url = "https://example.com/hooks",
                Name = "Shop",
                Format = WebhookFormat.Slack,
                Events = [WebhookEventType.OrderPaid, WebhookEventType.CheckoutExpired],
            }
        );
        var read = await Webhooks.GetWebhookEndpointAsync(made.Id);
        var listed = await Webhooks.ListWebhookEndpointsAsync(organizationId: this.Id()).ToListAsync();
        await Webhooks.DeleteWebhookEndpointAsync(made.Id);

        Assert.Equal(Wire.Text(made), Wire.Text(read));
        Assert.Equal(("https://example.com/hooks", "Shop", true), (read.Url, read.Name, read.Enabled));
        Assert.Equal(WebhookFormat.Slack, read.Format);
        Assert.Equal(["order.paid", "checkout.expired"], read.Events.Select(name => name.Value));
        Assert.StartsWith("whsec_", read.Secret, StringComparison.Ordinal);
        Assert.Equal([made.Id], listed.Select(endpoint => endpoint.Id));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Webhooks.GetWebhookEndpointAsync(made.Id));
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var made = await ListenAsync(WebhookEventType.OrderPaid);

        var changed = await Webhooks.UpdateWebhookEndpointAsync(
            made.Id,
            new WebhookEndpointUpdate
            {
                Name = null,
                Enabled = false,
                Events = new List<WebhookEventType> { WebhookEventType.ProductCreated },
            }
        );
        var reset = await Webhooks.ResetWebhookEndpointSecretAsync(made.Id);

        Assert.Equal((null, false, made.Url), (changed.Name, changed.Enabled, changed.Url));
        Assert.Equal(WebhookEventType.ProductCreated, Assert.Single(changed.Events));
        Assert.NotEqual(made.Secret, reset.Secret);
    }

    [Fact]
    public async Task What_the_server_sends_is_believed_and_understood_by_its_kind()
    {
        var endpoint = await ListenAsync([.. EventsOfASale]);
        var product = await this.MonthlyAsync();
        await Polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Told",
                Duration = DiscountDuration.Once,
                BasisPoints = 100,
            }
        );
        await Polar.Organizations.UpdateAsync(this.Id(), new OrganizationUpdate { Website = "https://example.com/" });
        var order = await this.SellAsync(product.Id, "told@example.com");
        await UntilAsync(() =>
            Task.FromResult(
                Told(endpoint).Select(told => told.Type).Distinct().Count() == EventsOfASale.Length
                    // The customer's state is told before the subscription begins, and after.
                    && Told(endpoint)
                        .OfType<CustomerStateWebhookPayload>()
                        .Any(told => told.Data.ActiveSubscriptions.Count > 0)
                    && Told(endpoint)
                        .OfType<CheckoutWebhookPayload>()
                        .Any(told => told.Data.Status == CheckoutStatus.Succeeded)
            )
        );

        var told = Told(endpoint);

        Assert.Equal(product.Id, told.OfType<ProductWebhookPayload>().First().Data.Id);
        Assert.Equal("Told", Assert.Single(told.OfType<DiscountWebhookPayload>()).Data.Name);
        Assert.Equal("https://example.com/", Assert.Single(told.OfType<OrganizationWebhookPayload>()).Data.Website);
        Assert.Equal("told@example.com", Assert.Single(told.OfType<CustomerWebhookPayload>()).Data.Email);
        Assert.Contains(
            told.OfType<CustomerStateWebhookPayload>(),
            payload => payload.Data.ActiveSubscriptions is [{ } only] && only.Id == order.SubscriptionId
        );
        Assert.Equal(order.SubscriptionId, told.OfType<SubscriptionWebhookPayload>().First().Data.Id);
        Assert.All(told.OfType<OrderWebhookPayload>(), payload => Assert.Equal(order.Id, payload.Data.Id));
        Assert.Contains(
            CheckoutStatus.Succeeded,
            told.OfType<CheckoutWebhookPayload>().Select(payload => payload.Data.Status)
        );
        Assert.All(told, payload => Assert.Equal(Clock.GetUtcNow(), payload.Timestamp));
    }

    [Fact]
    public async Task What_somebody_changed_is_not_believed()
    {
        var endpoint = await ListenAsync(WebhookEventType.ProductCreated);
        await this.ProductAsync();
        await UntilAsync(() => Task.FromResult(receiver.Received.Count > 0));
        var sent = receiver.Received[0];
        var verifier = WebhookVerifier.Polar(endpoint.Secret);
        var changed = Encoding.UTF8.GetBytes(sent.Text.Replace("Tent", "Gold", StringComparison.Ordinal));

        var refusal = Assert.Throws<WebhookVerificationException>(() =>
            WebhookPayload.Read(verifier, changed, name => sent.Headers.GetValueOrDefault(name))
        );

        Assert.Equal(WebhookProblem.WrongSignature, refusal.Problem);
        Assert.IsType<ProductWebhookPayload>(
            WebhookPayload.Read(verifier, sent.Body, name => sent.Headers.GetValueOrDefault(name))
        );
    }

    [Fact]
    public async Task Deliveries_are_listed_and_an_event_is_delivered_once_more()
    {
        var endpoint = await ListenAsync(WebhookEventType.ProductCreated);
        await this.ProductAsync();
        await UntilAsync(async () => (await DeliveriesAsync()).Count == 1);

        var first = Assert.Single(await DeliveriesAsync());
        await Webhooks.RedeliverWebhookEventAsync(first.WebhookEvent.Id);
        await UntilAsync(async () => (await DeliveriesAsync()).Count == 2);
        var failed = await Webhooks
            .ListWebhookDeliveriesAsync(
                endpointId: endpoint.Id,
                succeeded: false,
                httpCodeClass: HttpCodeClass.ServerError
            )
            .ToListAsync();

        Assert.Equal((true, 200), (first.Succeeded, first.HttpCode!.Value));
        Assert.Equal(WebhookEventType.ProductCreated, first.WebhookEvent.Type);
        Assert.Equal("product.created", JsonElement.Parse(first.WebhookEvent.Payload!).GetProperty("type").GetString());
        Assert.Single(receiver.Received.Select(sent => sent.Id).Distinct());
        Assert.Empty(failed);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Webhooks.RedeliverWebhookEventAsync("0f0e0d0c-0b0a-4908-8706-050403020100")
        );

        Task<List<WebhookDelivery>> DeliveriesAsync() =>
            Webhooks
                .ListWebhookDeliveriesAsync(
                    endpointId: endpoint.Id,
                    eventType: [WebhookEventType.ProductCreated, WebhookEventType.ProductUpdated],
                    startTimestamp: Clock.GetUtcNow().AddDays(-1),
                    limit: 1
                )
                .ToListAsync();
    }

    [Theory]
    [InlineData("""{"type":"order.refunded","data":{"id":"o"}}""", typeof(OrderWebhookPayload))]
    [InlineData("""{"data":{"id":"o"},"type":"subscription.invented"}""", typeof(SubscriptionWebhookPayload))]
    [InlineData("""{"type":"benefit.created","data":{"id":"b"}}""", typeof(UnknownWebhookPayload))]
    [InlineData("""{"type":"customer_seat.claimed","data":7}""", typeof(UnknownWebhookPayload))]
    public void An_event_is_read_by_what_it_is_about(string body, Type expected) =>
        Assert.IsType(expected, WebhookPayload.Parse(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":"order.paid","data":7}""")]
    public void What_is_no_event_is_refused(string body) =>
        Assert.Throws<FormatException>(() => WebhookPayload.Parse(Encoding.UTF8.GetBytes(body)));

    private static WebhookEventType[] EventsOfASale =>
        [
            WebhookEventType.ProductCreated,
            WebhookEventType.DiscountCreated,
            WebhookEventType.OrganizationUpdated,
            WebhookEventType.CustomerCreated,
            WebhookEventType.CustomerStateChanged,
            WebhookEventType.SubscriptionActive,
            WebhookEventType.OrderPaid,
            WebhookEventType.CheckoutUpdated,
        ];

    private Task<WebhookEndpoint> ListenAsync(params List<WebhookEventType> events) =>
        Webhooks.CreateWebhookEndpointAsync(
            new WebhookEndpointCreate
            {
                Url = receiver.Url.ToString(),
                Name = "Here",
                Format = WebhookFormat.Raw,
                Events = events,
            }
        );

    private List<WebhookPayload> Told(WebhookEndpoint endpoint)
    {
        var verifier = WebhookVerifier.Polar(endpoint.Secret);
        return
        [
            .. receiver.Received.Select(sent =>
                WebhookPayload.Read(verifier, sent.Body, name => sent.Headers.GetValueOrDefault(name))
            ),
        ];
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < Patience, "What was waited for did not come.");
            await Task.Delay(5);
        }
    }
}
