using System.Net;
using System.Text;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>What a checkout's stream tells.</summary>
public sealed class CheckoutStreamTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Updated = """{"id":"1","key":"checkout.updated","payload":{"status":"open"}}""";
    private const string Created = """{"id":"2","key":"checkout.order_created","payload":{}}""";
    private const string Reconnect = """{"type":"reconnect"}""";

    [Fact]
    public async Task A_sale_is_told_as_it_happens()
    {
        var made = await server.OpenAsync();
        List<CheckoutEvent> told = [];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var events = server.Polar.Checkouts.ClientStreamAsync(made.ClientSecret).GetAsyncEnumerator(patience.Token);
        var first = events.MoveNextAsync();
        // Nobody knows when the server listens, so it is told until it does.
        while (!first.IsCompleted)
        {
            await server.Polar.Checkouts.UpdateAsync(made.Id, new CheckoutUpdate { CustomerName = "Ada" });
        }

        Assert.True(await first);
        Assert.Equal(CheckoutEventKey.Updated, events.Current.Key);
        Assert.Equal(CheckoutStatus.Open, events.Current.Payload.Status);
        await server.PayAsync(made);
        while (await events.MoveNextAsync())
        {
            told.Add(events.Current);
            if (
                events.Current.Key == CheckoutEventKey.WebhookEventDelivered
                && events.Current.Payload.Status == CheckoutStatus.Succeeded
            )
            {
                break;
            }
        }

        await events.DisposeAsync();
        Assert.Contains(CheckoutEventKey.OrderCreated, told.Select(happened => happened.Key));
        Assert.Contains(
            (CheckoutEventKey.Updated, CheckoutStatus.Succeeded),
            told.Where(happened => happened.Payload.Status is not null)
                .Select(happened => (happened.Key, happened.Payload.Status!.Value))
        );
        Assert.All(told, happened => Assert.NotEmpty(happened.Id));
    }

    [Fact]
    public async Task A_checkout_that_is_not_there_or_over_is_told()
    {
        var made = await server.OpenAsync();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            server.Polar.Checkouts.ClientStreamAsync("polar_c_nothing").ToListAsync()
        );
        server.Clock.Advance(TimeSpan.FromHours(25));
        await Assert.ThrowsAsync<ExpiredCheckoutException>(() =>
            server.Polar.Checkouts.ClientStreamAsync(made.ClientSecret).ToListAsync()
        );
    }

    [Fact]
    public async Task A_server_that_wants_to_be_called_again_is()
    {
        using var streams = new Streams(
            $": ping\n\ndata: {Updated}\n\ndata: {Reconnect}\n\n",
            $"data:{Created}\r\n\r\n"
        );

        var told = await streams.TakeAsync(2);

        Assert.Equal(["1", "2"], told.Select(happened => happened.Id));
        Assert.Equal(["text/event-stream", "text/event-stream"], streams.Accepted);
    }

    [Fact]
    public async Task An_event_of_several_lines_with_names_and_comments_is_one()
    {
        using var streams = new Streams(
            $": hello\nevent: x\nid: 7\ndata: {{\"id\":\"1\",\ndata: \"key\":\"later.invented\"}}\n\n\n\ndata: {Updated}\n\n"
        );

        var told = await streams.TakeAsync(2);

        Assert.Equal(["later.invented", "checkout.updated"], told.Select(happened => happened.Key.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Events_come_whole_however_they_are_cut(int size)
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"data: {{\"id\":\"{i}\",\"key\":\"ü\"}}\n\n"));
        var stream = new EventStream(new CutStream(Encoding.UTF8.GetBytes(text), size));
        List<string> seen = [];

        while (await stream.ReadAsync(CancellationToken.None))
        {
            while (stream.TryTake(out var data))
            {
                seen.Add(Encoding.UTF8.GetString(data));
            }
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{{\"id\":\"{i}\",\"key\":\"ü\"}}"), seen);
    }

    [Fact]
    public async Task A_stream_that_ends_by_itself_is_a_lost_connection()
    {
        using var streams = new Streams($"data: {Updated}\n\ndata: {Created}");
        List<string> seen = [];

        await Assert.ThrowsAsync<ConnectionException>(async () =>
        {
            await foreach (var happened in streams.Polar.Checkouts.ClientStreamAsync("s"))
            {
                seen.Add(happened.Id);
            }
        });

        // What was cut is not told.
        Assert.Equal(["1"], seen);
    }

    [Fact]
    public async Task What_has_no_end_is_no_event()
    {
        using var streams = new Streams("data: " + new string('x', EventStream.BytesMax + 1));

        await Assert.ThrowsAsync<ConnectionException>(() => streams.TakeAsync(1));
    }

    [Theory]
    [InlineData("data: {\n\n", "{")]
    [InlineData("data: null\n\n", "null")]
    [InlineData("data: 7\n\n", "7")]
    public async Task What_is_no_event_is_told_with_its_text(string text, string body)
    {
        using var streams = new Streams(text);

        var failure = await Assert.ThrowsAsync<ResponseParseException>(() => streams.TakeAsync(1));

        Assert.Equal(body, failure.Body);
    }

    [Fact]
    public async Task An_answer_that_is_no_stream_is_told_with_its_body()
    {
        using var streams = new Streams("{}") { Type = "application/json" };

        var failure = await Assert.ThrowsAsync<ResponseParseException>(() => streams.TakeAsync(1));

        Assert.Equal("{}", failure.Body);
    }

    [Fact]
    public void A_secret_that_is_none_is_refused_before_anybody_listens() =>
        Assert.Throws<ArgumentException>("clientSecret", () => server.Polar.Checkouts.ClientStreamAsync(""));

    /// <summary>Answers with one stream after the other, each of which ends.</summary>
    private sealed class Streams : HttpMessageHandler
    {
        private readonly Queue<string> left;

        public Streams(params string[] texts)
        {
            left = new(texts);
            Polar = new(
                new PolarClientOptions
                {
                    BaseUrl = new Uri("http://localhost"),
                    HttpClient = new HttpClient(this, disposeHandler: false),
                }
            );
        }

        public PolarClient Polar { get; }

        public string Type { get; init; } = "text/event-stream";

        public List<string> Accepted { get; } = [];

        public async Task<List<CheckoutEvent>> TakeAsync(int count)
        {
            List<CheckoutEvent> taken = [];
            await foreach (var happened in Polar.Checkouts.ClientStreamAsync("s"))
            {
                taken.Add(happened);
                if (taken.Count == count)
                {
                    break;
                }
            }

            return taken;
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Accepted.Add(request.Headers.Accept.ToString());
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(left.Dequeue(), Encoding.UTF8, Type),
                }
            );
        }
    }

    /// <summary>Gives no more than so many bytes at once.</summary>
    private sealed class CutStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
