using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Checkstand.Server.Tests.Lifecycle;

/// <summary>Clients that send drop by drop, or break off: they harm nobody else and change nothing.</summary>
public sealed class SlowClientTests : IDisposable
{
    private const int SlowClients = 200;
    private static readonly TimeSpan Drop = TimeSpan.FromMilliseconds(100);

    // What the server grants before it cuts a client off (15 s for the headers, 5 s for a body), and some.
    private static readonly TimeSpan CutLimit = TimeSpan.FromSeconds(30);

    // Far more than an answer takes: other tests run beside this one.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Clients_that_send_drop_by_drop_are_cut_off_and_others_are_answered_meanwhile()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var session = (await api.CreateAsync("""{"metadata":{"a":"b"}}""")).As(201).ToJsonString();
        var id = (await api.CreateAsync()).As(201)["id"]!.GetValue<string>();
        var before = (await api.GetAsync(id)).Body;
        var body =
            $"PUT /checkout/sessions/{id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {api.Token}\r\nContent-Length: 5000\r\n\r\n";
        var slow = Task.WhenAll(
            Enumerable
                .Range(0, SlowClients)
                .Select(i =>
                    TrickleAsync(server, i % 2 == 0 ? "" : body, i % 2 == 0 ? "GET /readyz HTTP/1.1\r\nX-Slow: " : "{")
                )
        );

        var slowest = TimeSpan.Zero;
        var asked = 0;
        while (!slow.IsCompleted)
        {
            var watch = Stopwatch.StartNew();
            (await api.UpdateAsync((await api.CreateAsync()).As(201)["id"]!.GetValue<string>(), "{}")).As(200);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            asked++;
            await Task.WhenAny(slow, Task.Delay(Drop));
        }

        var lives = await slow;
        Figures.Report(
            $"{SlowClients} slow clients were cut off after at most {lives.Max().TotalSeconds:0.0} s; {asked} others were answered within {slowest.TotalMilliseconds:0} ms each"
        );
        Assert.All(lives, life => Assert.InRange(life, TimeSpan.Zero, CutLimit));
        Assert.InRange(slowest, TimeSpan.Zero, AnswerLimit);
        Assert.Equal(before, (await api.GetAsync(id)).Body);
        Assert.Contains("\"a\":\"b\"", session, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 5000", """{"amount":5,"currency":"USD"}""")]
    [InlineData("Transfer-Encoding: chunked", "1d\r\n{\"amount\":5,\"currency\":\"USD\"}\r\n")]
    [InlineData("Transfer-Encoding: chunked", "5000\r\n{\"amount\":5}")]
    [InlineData("Content-Length: 29", "")]
    public async Task A_client_that_breaks_off_in_its_body_changes_nothing(string framing, string sent)
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var id = await api.OpenAsync();
        var before = (await api.GetAsync(id)).Body;
        var sessions = Sessions();
        foreach (var (method, path) in new[] { ("PUT", $"/checkout/sessions/{id}"), ("POST", "/checkout/sessions") })
        {
            using var socket = await ConnectAsync(server);
            await SendAsync(
                socket,
                $"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {api.Token}\r\n{framing}\r\n\r\n{sent}"
            );
            socket.Shutdown(SocketShutdown.Send);
            // The end of the answer, whatever it is, says that the server is done with this one.
            Assert.Matches(@"^($|HTTP/1\.1 4)", await ReceiveAllAsync(socket));
        }

        Assert.Equal(before, (await api.GetAsync(id)).Body);
        Assert.Equal(sessions, Sessions());
    }

    [Fact]
    public async Task Clients_that_reset_their_connections_midway_leave_the_server_well_and_its_log_without_faults()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var id = await api.OpenAsync();
        var before = (await api.GetAsync(id)).Body;
        var request = Encoding.ASCII.GetBytes(
            $"PUT /checkout/sessions/{id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {api.Token}\r\nContent-Length: 13\r\n\r\n{{\"amount\":55}}"
        );

        await Parallel.ForEachAsync(
            Enumerable.Range(1, request.Length - 1),
            async (length, cancellation) =>
            {
                using var socket = await ConnectAsync(server);
                await socket.SendAsync(request.AsMemory(0, length), cancellation);
                // Closing with a zero linger sends RST in place of FIN.
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        );

        Assert.Equal(before, (await api.GetAsync(id)).Body);
        await server.EndAsync();
        Assert.Empty(server.Process.Error.Text);
        Assert.DoesNotContain("error:", server.Process.Out.Text, StringComparison.Ordinal);
    }

    private long Sessions() => Database.Ask<long>(data.Path, "SELECT COUNT(*) FROM sessions");

    // Sends a start, then one byte at a time until the server has had enough.
    private static async Task<TimeSpan> TrickleAsync(ServerProgram server, string start, string drops)
    {
        var watch = Stopwatch.StartNew();
        using var socket = await ConnectAsync(server);
        var answer = ReceiveAllAsync(socket);
        try
        {
            await SendAsync(socket, start);
            for (var i = 0; !answer.IsCompleted && watch.Elapsed < CutLimit * 2; i++)
            {
                await SendAsync(socket, i < drops.Length ? drops[i].ToString() : " ");
                // This is the client's own pace, not a wait for the server.
                await Task.WhenAny(answer, Task.Delay(Drop));
            }
        }
        catch (SocketException)
        {
            // Cut off.
        }

        Assert.DoesNotContain("HTTP/1.1 2", await answer, StringComparison.Ordinal);
        return watch.Elapsed;
    }

    private static async Task<Socket> ConnectAsync(ServerProgram server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", server.Address.Port);
        return socket;
    }

    private static async Task SendAsync(Socket socket, string text) =>
        await socket.SendAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<string> ReceiveAllAsync(Socket socket)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            using var limit = new CancellationTokenSource(CutLimit * 2);
            while (await socket.ReceiveAsync(buffer, limit.Token) is > 0 and var count)
            {
                received.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // Reset: as good an end as any.
        }

        return received.ToString();
    }
}
