using Checkstand.Core.Checkouts;
using Checkstand.Polar.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>The stream of a checkout (contract section 1.4). Each test has a server of its own.</summary>
public sealed class StreamTests : WebhookServer
{
    private const string Updated = """checkout.updated {"status":"open"}""";
    private const string Delivered = """checkout.webhook_event_delivered {"status":"open"}""";

    private CheckoutFeed Feed => Services.GetRequiredService<CheckoutFeed>();

    [Fact]
    public async Task An_update_is_told_and_that_nobody_wants_a_webhook()
    {
        var (_, secret) = await CreateAsync();
        using var stream = await OpenAsync(secret);

        await UpdateAsync(secret);

        Assert.Equal(Updated, await stream.NextAsync());
        Assert.Equal(Delivered, await stream.NextAsync());
        Assert.Equal("text/event-stream", stream.MediaType);
        Assert.Equal("no-store, private", stream.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_delivery_of_the_webhook_is_told_when_it_arrived()
    {
        Receiver.AnswerWith(500);
        await ListenAsync(events: """["checkout.updated"]""");
        var (_, secret) = await CreateAsync();
        using var stream = await OpenAsync(secret);
        await UpdateAsync(secret);
        Assert.Equal(Updated, await stream.NextAsync());
        await TriedAsync(1);
        // Were a delivery told too soon, it would come before this.
        Feed.Publish(await IdAsync(secret), new CheckoutNews.OrderCreated());
        Assert.Equal("checkout.order_created {}", await stream.NextAsync());

        Advance(TimeSpan.FromSeconds(2.5));

        Assert.Equal(Delivered, await stream.NextAsync());
    }

    [Fact]
    public async Task Orders_and_subscriptions_are_told_without_more()
    {
        var (_, secret) = await CreateAsync();
        using var stream = await OpenAsync(secret);
        var id = await IdAsync(secret);

        Feed.Publish(id, new CheckoutNews.SubscriptionCreated());
        Feed.Publish(id, new CheckoutNews.OrderCreated());
        Feed.Publish(id, new CheckoutNews.Updated(CheckoutStatus.Succeeded));

        Assert.Equal("checkout.subscription_created {}", await stream.NextAsync());
        Assert.Equal("checkout.order_created {}", await stream.NextAsync());
        Assert.Equal("""checkout.updated {"status":"succeeded"}""", await stream.NextAsync());
        Assert.Equal("""checkout.webhook_event_delivered {"status":"succeeded"}""", await stream.NextAsync());
    }

    [Fact]
    public async Task A_comment_comes_every_15_seconds_and_the_end_after_10_minutes()
    {
        var (_, secret) = await CreateAsync();
        using var stream = await OpenAsync(secret);

        Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(": ping", await stream.LineAsync());
        Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(": ping", await stream.LineAsync());
        Clock.Advance(TimeSpan.FromMinutes(9.5));

        Assert.Equal("""data: {"type":"reconnect"}""", await stream.LineAsync());
        Assert.Null(await stream.LineAsync());
    }

    [Fact]
    public async Task A_server_that_stops_sends_its_listeners_elsewhere()
    {
        var (_, secret) = await CreateAsync();
        using var stream = await OpenAsync(secret);

        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("""data: {"type":"reconnect"}""", await stream.LineAsync());
        Assert.Null(await stream.LineAsync());
    }

    [Fact]
    public async Task Too_many_streams_of_one_checkout_are_refused_until_one_ends()
    {
        var (_, secret) = await CreateAsync();
        var streams = new List<EventStream>();
        for (var i = 0; i < 16; i++)
        {
            streams.Add(await OpenAsync(secret));
        }

        var refused = (await Public.GetAsync(PathOf(secret))).ExpectError(429, "TooManyStreams");
        Assert.Equal("10", refused.Header("retry-after"));

        streams[0].Dispose();
        await UntilAsync(async () =>
        {
            using var stream = await EventStream.OpenAsync(Address, PathOf(secret));
            return stream.Status == 200;
        });
        streams.ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task What_can_not_be_read_can_not_be_listened_to()
    {
        var (_, secret) = await CreateAsync();

        (await Public.GetAsync(PathOf("polar_c_unknown"))).ExpectError(404, "ResourceNotFound");
        (await Public.GetAsync(PathOf(secret), ("Authorization", "Bearer wrong"))).Expect(401);
        Clock.Advance(TimeSpan.FromDays(2));
        (await Public.GetAsync(PathOf(secret))).ExpectError(410, "ExpiredCheckoutError");
    }

    [Fact]
    public async Task Older_clients_listen_where_they_look_for_checkouts()
    {
        var (_, secret) = await CreateAsync();
        using var stream = await EventStream.OpenAsync(Address, $"/v1/checkouts/custom/client/{secret}/stream");

        await UpdateAsync(secret);

        Assert.Equal(Updated, await stream.NextAsync());
    }

    private static string PathOf(string secret) => $"/v1/checkouts/client/{secret}/stream";

    private async Task<EventStream> OpenAsync(string secret)
    {
        var stream = await EventStream.OpenAsync(Address, PathOf(secret));
        Assert.Equal(200, stream.Status);
        return stream;
    }

    private async Task<(string Id, string Secret)> CreateAsync()
    {
        var made = (await Api.PostAsync("/v1/checkouts/", $$"""{"products":["{{Acme.ProductId}}"]}""")).Expect(201);
        return (made.TextAt("/id")!, made.TextAt("/client_secret")!);
    }

    private async Task<CheckoutId> IdAsync(string secret) =>
        new((await Public.GetAsync($"/v1/checkouts/client/{secret}")).At("/id").GetGuid());

    private async Task UpdateAsync(string secret) =>
        (await Public.PatchAsync($"/v1/checkouts/client/{secret}", """{"customer_name":"Ada"}""")).Expect(200);
}
