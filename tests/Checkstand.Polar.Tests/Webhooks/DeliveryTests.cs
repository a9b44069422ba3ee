using System.Globalization;
using System.Text.Json;
using Checkstand.Core.Webhooks;
using Checkstand.Server.Keys;
using Checkstand.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Webhooks;

/// <summary>What arrives, and how often. Each test has a server and a receiver of its own.</summary>
public sealed class DeliveryTests : WebhookServer
{
    private static readonly TimeSpan[] Waits = [.. Enumerable.Range(0, 9).Select(i => TimeSpan.FromSeconds(2 << i))];

    [Fact]
    public async Task An_event_arrives_signed_with_the_whole_secret()
    {
        var (_, secret) = await ListenAsync();
        var product = await HappenAsync();

        await ReceiveAsync(1);

        var sent = Assert.Single(Receiver.Received);
        Assert.True(sent.IsSignedWith(secret));
        Assert.False(sent.IsSignedWith(secret["whsec_".Length..]));
        Assert.Equal("application/json", sent.Headers["content-type"]);
        Assert.Equal(4, Guid.ParseExact(sent.Id, "D").Version);
        var body = JsonElement.Parse(sent.Body);
        Assert.Equal(["type", "timestamp", "data"], body.EnumerateObject().Select(property => property.Name));
        Assert.Equal("product.created", body.GetProperty("type").GetString());
        Assert.Equal("2030-01-15T12:00:00.000Z", body.GetProperty("timestamp").GetString());
        Assert.Equal(product.Text, body.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Tries_are_dated_with_real_time_although_the_clock_was_moved()
    {
        await ListenAsync();
        await HappenAsync();
        await ReceiveAsync(1);

        var seconds = long.Parse(Receiver.Received[0].Headers["webhook-timestamp"], CultureInfo.InvariantCulture);

        var real = TimeProvider.System.GetUtcNow();
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(seconds), real.AddMinutes(-5), real.AddMinutes(5));
    }

    [Fact]
    public async Task What_failed_is_tried_again_with_its_id_and_its_body()
    {
        Receiver.AnswerWith(500, 404);
        var (_, secret) = await ListenAsync();
        var product = await HappenAsync();
        await TriedAsync(1);
        // Whatever the thing becomes meanwhile, the event tells how it was.
        await Api.PatchAsync($"/v1/products/{product.TextAt("/id")}", """{"name":"Another"}""");

        Advance(TimeSpan.FromSeconds(2.5));
        await TriedAsync(2);
        Advance(TimeSpan.FromSeconds(5));
        await ReceiveAsync(4);

        var created = Receiver.Received.Take(3).ToList();
        Assert.Single(created.Select(sent => sent.Id).Distinct());
        Assert.Single(created.Select(sent => sent.Text).Distinct());
        Assert.All(created, sent => Assert.True(sent.IsSignedWith(secret)));
        Assert.Contains("product.updated", Receiver.Received[3].Text, StringComparison.Ordinal);
        var tries = await TriedAsync(4);
        Assert.Equal(
            [200, 200, 404, 500],
            tries.At("/items").EnumerateArray().Select(item => item.GetProperty("http_code").GetInt32())
        );
    }

    [Fact]
    public async Task An_event_fails_for_good_after_the_tenth_try()
    {
        Receiver.AnswerWith([.. Enumerable.Repeat(500, 20)]);
        var (endpoint, _) = await ListenAsync();
        await HappenAsync();
        await TriedAsync(1);
        for (var i = 0; i < Waits.Length; i++)
        {
            // Not before its time.
            Advance(Waits[i] - TimeSpan.FromMilliseconds(100));
            await AssertNothingIsDueAsync(endpoint);
            Advance((Waits[i] * 0.25) + TimeSpan.FromMilliseconds(100));
            await TriedAsync(i + 2);
        }

        Advance(TimeSpan.FromDays(1));
        await AssertNothingIsDueAsync(endpoint);

        Assert.Equal(10, Receiver.Received.Count);
        var tries = await TriedAsync(10);
        Assert.Equal(10, tries.NumberAt("/pagination/total_count"));
        Assert.False(tries.At("/items/0/webhook_event/succeeded").GetBoolean());
        Assert.True((await Api.GetAsync($"/v1/webhooks/endpoints/{endpoint}")).At("/enabled").GetBoolean());
    }

    [Fact]
    public async Task Ten_events_that_fail_for_good_disable_the_endpoint()
    {
        Receiver.AnswerWith([.. Enumerable.Repeat(500, 1000)]);
        var (endpoint, _) = await ListenAsync();
        for (var i = 0; i < 11; i++)
        {
            await HappenAsync($"Book {i}");
        }

        await UntilAsync(async () =>
        {
            Advance(TimeSpan.FromMinutes(21));
            return !(await Api.GetAsync($"/v1/webhooks/endpoints/{endpoint}")).At("/enabled").GetBoolean();
        });
        await UntilAsync(async () =>
            (await Store.ListWaitedForAsync(Guid.Empty, 1, CancellationToken.None)).Count == 0
        );
        var before = Receiver.Received.Count;
        Assert.InRange(before, 100, 110);
        await HappenAsync("Unheard");

        Receiver.AnswerWith();
        (await Api.PatchAsync($"/v1/webhooks/endpoints/{endpoint}", """{"enabled":true}""")).Expect(200);
        await HappenAsync("Heard");
        await ReceiveAsync(before + 1);

        Assert.Contains("\"Heard\"", Receiver.Received[before].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_events_wait_for_an_earlier_one_for_a_minute_at_most()
    {
        Receiver.Answer = (sent, response) =>
        {
            response.StatusCode = sent.Text.Contains("First", StringComparison.Ordinal) ? 500 : 200;
            return Task.CompletedTask;
        };
        var (endpoint, _) = await ListenAsync();
        await HappenAsync("First");
        await HappenAsync("Second");
        await HappenAsync("Third");
        await TriedAsync(1);
        Advance(TimeSpan.FromSeconds(2.5));
        await TriedAsync(2);
        await AssertNothingIsDueAsync(endpoint);
        Assert.Equal(["First", "First"], Names());

        Advance(TimeSpan.FromSeconds(58));
        await ReceiveAsync(5);

        Assert.Equal(["First", "First", "Second", "Third"], Names().Order().Skip(1));
    }

    [Fact]
    public async Task Events_of_one_moment_arrive_in_their_order()
    {
        await ListenAsync();
        var names = Enumerable.Range(1, 30).Select(i => $"Book {i:00}").ToList();
        foreach (var name in names)
        {
            await HappenAsync(name);
        }

        await ReceiveAsync(30);

        Assert.Equal(names, Names());
    }

    [Fact]
    public async Task Each_endpoint_is_told_on_its_own()
    {
        using var other = new WebhookReceiver();
        Receiver.AnswerWith(500);
        await ListenAsync();
        await ListenAsync(other.Url);
        await ListenAsync(other.Url, events: """["product.updated"]""");
        await HappenAsync();
        await TriedAsync(2);

        Advance(TimeSpan.FromSeconds(2.5));
        await ReceiveAsync(2);

        Assert.Equal(Receiver.Received[0].Text, Assert.Single(other.Received).Text);
        Assert.NotEqual(Receiver.Received[0].Id, other.Received[0].Id);
    }

    [Fact]
    public async Task Another_organizations_events_do_not_arrive()
    {
        await ListenAsync();
        (
            await OtherApi.PostAsync(
                "/v1/products/",
                """{"name":"Secret","prices":[{"amount_type":"fixed","price_amount":1000,"price_currency":"usd"}]}"""
            )
        ).Expect(201);
        await HappenAsync();

        await ReceiveAsync(1);

        Assert.Equal(["Book"], Names());
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        using var other = new WebhookReceiver();
        Receiver.Answer = (_, response) =>
        {
            response.StatusCode = 307;
            response.RedirectLocation = other.Url.ToString();
            return Task.CompletedTask;
        };
        await ListenAsync();
        await HappenAsync();

        var tries = await TriedAsync(1);

        Assert.False(tries.At("/items/0/succeeded").GetBoolean());
        Assert.Equal(307, tries.NumberAt("/items/0/http_code"));
        Assert.Empty(other.Received);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_short()
    {
        Receiver.Answer = async (_, response) =>
        {
            response.SendChunked = true;
            var line = new byte[64 * 1024];
            Array.Fill(line, (byte)'x');
            while (true)
            {
                await response.OutputStream.WriteAsync(line);
            }
        };
        await ListenAsync();
        await HappenAsync();

        var tries = await TriedAsync(1);

        Assert.True(tries.At("/items/0/succeeded").GetBoolean());
        Assert.Equal(new string('x', 1024), tries.TextAt("/items/0/response"));
    }

    [Fact]
    public async Task Who_does_not_answer_keeps_nobody_else_waiting()
    {
        using var silent = new WebhookReceiver();
        var end = new TaskCompletionSource();
        silent.Answer = (_, _) => end.Task;
        for (var i = 0; i < 3; i++)
        {
            await ListenAsync(silent.Url);
        }

        await ListenAsync();
        await HappenAsync();

        await ReceiveAsync(1);

        end.SetResult();
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_failure_that_says_so()
    {
        using var gone = new WebhookReceiver();
        gone.Dispose();
        await ListenAsync(gone.Url);
        await HappenAsync();

        var tries = await TriedAsync(1);

        Assert.True(tries.IsNullAt("/items/0/http_code"));
        Assert.Equal("The host can't be reached, or refuses the connection.", tries.TextAt("/items/0/response"));
    }

    [Fact]
    public async Task Another_secret_signs_from_then_on_also_what_is_tried_again()
    {
        Receiver.AnswerWith(500);
        var (endpoint, before) = await ListenAsync();
        await HappenAsync();
        await TriedAsync(1);
        var after = (await Api.PatchAsync($"/v1/webhooks/endpoints/{endpoint}/secret", "{}")).TextAt("/secret")!;

        Advance(TimeSpan.FromSeconds(2.5));
        await ReceiveAsync(2);

        Assert.True(Receiver.Received[0].IsSignedWith(before));
        Assert.True(Receiver.Received[1].IsSignedWith(after));
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task A_rotation_of_keys_changes_no_secret()
    {
        var (endpoint, secret) = await ListenAsync();

        var (keyId, _) = await Services.GetRequiredService<KeyRotation>().RunAsync(CancellationToken.None);
        await HappenAsync();
        await ReceiveAsync(1);

        Assert.True(Receiver.Received[0].IsSignedWith(secret));
        Assert.Equal(0, await Store.RewrapSecretsAsync(keyId, (_, box) => box, 10, CancellationToken.None));
        Assert.Equal(secret, (await Api.GetAsync($"/v1/webhooks/endpoints/{endpoint}")).TextAt("/secret"));
    }

    [Theory]
    [InlineData("discord", """{"content":"product.created: Ö <b> & ({id})","allowed_mentions":{"parse":[]}}""")]
    [InlineData("slack", """{"text":"product.created: Ö &lt;b&gt; &amp; ({id})"}""")]
    public async Task A_channel_of_people_gets_a_line(string format, string expected)
    {
        await ListenAsync(format: format);
        var product = await HappenAsync("Ö <b> &");

        await ReceiveAsync(1);

        Assert.Equal(
            expected.Replace("{id}", product.TextAt("/id"), StringComparison.Ordinal),
            Receiver.Received[0].Text
        );
    }

    // What is not due is not sent: the dispatcher asks just this before it sends anything.
    private async Task AssertNothingIsDueAsync(string endpoint) =>
        Assert.Empty(
            await Services
                .GetRequiredService<WebhookDeliveries>()
                .ListDueAsync(Guid.Parse(endpoint), 10, CancellationToken.None)
        );

    private IEnumerable<string> Names() =>
        Receiver.Received.Select(sent =>
            JsonElement.Parse(sent.Body).GetProperty("data").GetProperty("name").GetString()!
        );
}
