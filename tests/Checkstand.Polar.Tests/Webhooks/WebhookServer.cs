using System.Diagnostics;
using Checkstand.Core.Webhooks;
using Checkstand.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Webhooks;

/// <summary>A server whose webhooks arrive in this process. Nothing is slept for: what is waited for is polled.</summary>
public abstract class WebhookServer : PolarServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private protected WebhookReceiver Receiver { get; } = new();

    private protected IWebhookStore Store => Services.GetRequiredService<IWebhookStore>();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Receiver.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes an endpoint of Acme.</summary>
    private protected async Task<(string Id, string Secret)> ListenAsync(
        Uri? url = null,
        string format = "raw",
        string events = """["product.created","product.updated"]"""
    )
    {
        var made = (
            await Api.PostAsync(
                "/v1/webhooks/endpoints",
                $$"""{"url":"{{url ?? Receiver.Url}}","format":"{{format}}","events":{{events}}}"""
            )
        ).Expect(201);
        return (made.TextAt("/id")!, made.TextAt("/secret")!);
    }

    /// <summary>Makes something happen: a product of Acme.</summary>
    private protected async Task<Answer> HappenAsync(string name = "Book") =>
        (
            await Api.PostAsync(
                "/v1/products/",
                $$"""{"name":"{{name}}","prices":[{"amount_type":"fixed","price_amount":1000,"price_currency":"usd"}]}"""
            )
        ).Expect(201);

    /// <summary>Moves the clock, and has the server look at once instead of within a second.</summary>
    private protected void Advance(TimeSpan by)
    {
        Clock.Advance(by);
        Store.Recorded.Raise();
    }

    /// <summary>Waits until the receiver has so many.</summary>
    private protected Task ReceiveAsync(int count) =>
        UntilAsync(() => Task.FromResult(Receiver.Received.Count >= count));

    /// <summary>Waits until so many tries are written down.</summary>
    /// <returns>The list, newest first.</returns>
    private protected async Task<Answer> TriedAsync(int count, string query = "")
    {
        Answer? listed = null;
        await UntilAsync(async () =>
        {
            listed = (await Api.GetAsync($"/v1/webhooks/deliveries?limit=100{query}")).Expect(200);
            return listed.NumberAt("/pagination/total_count") >= count;
        });
        return listed!;
    }

    private protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < Patience, "What was waited for did not come.");
            await Task.Delay(5);
        }
    }
}
