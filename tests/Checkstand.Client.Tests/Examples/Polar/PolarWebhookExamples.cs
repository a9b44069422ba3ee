using System.Diagnostics;
using Checkstand.Client.Polar;
using Checkstand.Client.Tests.Polar;
using Checkstand.Client.Webhooks;
using Checkstand.Testing;

namespace Checkstand.Client.Tests.Examples;

public sealed class PolarWebhookExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_webhook_is_verified_read_listed_and_delivered_once_more()
    {
        var polar = server.Polar;
        using var receiver = new WebhookReceiver();
        var endpoint = await polar.Webhooks.CreateWebhookEndpointAsync(
            new()
            {
                Url = receiver.Url.ToString(),
                Format = WebhookFormat.Raw,
                Events = [WebhookEventType.ProductCreated],
            }
        );
        await server.ProductAsync();
        var watch = Stopwatch.StartNew();
        Page<WebhookDelivery> tried;
        do
        {
            Assert.True(watch.Elapsed < Patience);
            tried = await polar.Webhooks.ListWebhookDeliveriesPageAsync(endpointId: endpoint.Id);
        } while (tried.Items.Count == 0);

        var (secret, endpointId, eventId) = (endpoint.Secret, endpoint.Id, tried.Items[0].WebhookEvent.Id);
        var (body, headers) = (receiver.Received[0].Body, receiver.Received[0].Headers);
        var shipped = "";

        // example: polar-webhooks-verify
        var verifier = WebhookVerifier.Polar(secret);

        var payload = WebhookPayload.Read(verifier, body, name => headers.GetValueOrDefault(name));
        switch (payload)
        {
            case OrderWebhookPayload { Type.Value: "order.paid" } paid:
                shipped = $"{paid.Data.Description} for {paid.Data.Customer.Email}";
                break;
            case ProductWebhookPayload product:
                shipped = $"nothing yet, but there is a {product.Data.Name}";
                break;
        }
        // end

        var failed = 0;

        // example: polar-webhooks-list-deliveries
        await foreach (
            var delivery in polar.Webhooks.ListWebhookDeliveriesAsync(endpointId: endpointId, succeeded: false)
        )
        {
            Console.WriteLine($"{delivery.WebhookEvent.Type}: {delivery.HttpCode}");
            failed++;
        }
        // end

        // example: polar-webhooks-redeliver
        await polar.Webhooks.RedeliverWebhookEventAsync(id: eventId);
        // end

        Assert.Equal("nothing yet, but there is a Tent", shipped);
        Assert.Equal(0, failed);
    }
}
