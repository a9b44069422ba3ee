using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Fixture;

/// <summary>
/// Speaks HTTP by hand on a port of this machine and does what a test tells it, request by request: answers, answers in
/// part, says nothing, hangs up.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ScriptedStep> script;
    private readonly ConcurrentQueue<ScriptedRequest> requests = new();
    private readonly ConcurrentBag<TcpClient> held = [];
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Task accepting;

    public ScriptedServer(params ScriptedStep[] script)
    {
        this.script = new ConcurrentQueue<ScriptedStep>(script);
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>What arrived, in order.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => [.. requests];

    public ScriptedRequest Request => Assert.Single(Requests);

    /// <summary>Waits until one more request arrived whole.</summary>
    public async Task ArrivedAsync() =>
        Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30)), "No request arrived.");

    public Gr4vyClient Gr4vy(Action<Gr4vyClientOptions>? change = null)
    {
        var options = new Gr4vyClientOptions { BaseUrl = Address, Auth = Auth.WithBearer("token-of-the-test") };
        change?.Invoke(options);
        return new Gr4vyClient(options);
    }

    public PolarClient Polar(Action<PolarClientOptions>? change = null)
    {
        var options = new PolarClientOptions { BaseUrl = Address, AccessToken = "polar_oat_of_the_test" };
        change?.Invoke(options);
        return new PolarClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        foreach (var client in held)
        {
            client.Dispose();
        }

        await accepting;
        arrived.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync();
                held.Add(client);
                _ = ServeAsync(client);
            }
            catch (Exception failure)
                when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            if (await ScriptedRequest.ReadAsync(stream) is not { } request)
            {
                return;
            }

            requests.Enqueue(request);
            arrived.Release();
            var step = script.TryDequeue(out var next)
                ? next
                : ScriptedStep.Answer(599, """{"message":"the script is over"}""");
            if (step.IsSilent)
            {
                return;
            }

            await stream.WriteAsync(step.Bytes);
            if (step.IsEndless)
            {
                return;
            }

            client.LingerState = step.IsReset ? new LingerOption(true, 0) : new LingerOption(false, 0);
            client.Close();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or SocketException)
        {
            // The client went away, as some tests want it to.
        }
    }
}

/// <summary>What arrived.</summary>
internal sealed record ScriptedRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    /// <summary>Null when the peer hung up before it was whole.</summary>
    public static async Task<ScriptedRequest?> ReadAsync(Stream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!bytes.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            bytes.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = lines[0].Split(' ');
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[
            headers.TryGetValue("content-length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0
        ];
        await stream.ReadExactlyAsync(body);
        return new ScriptedRequest(start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }
}

/// <summary>What to do with one request.</summary>
internal sealed class ScriptedStep
{
    private ScriptedStep(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    /// <summary>The connection stays open and nothing is said.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>The connection is torn down and not closed.</summary>
    public bool IsReset { get; private init; }

    /// <summary>The connection stays open after what was said.</summary>
    public bool IsEndless { get; private init; }

    public static ScriptedStep Silence { get; } = new([]) { IsSilent = true };

    public static ScriptedStep HangUp { get; } = new([]);

    public static ScriptedStep Reset { get; } = new([]) { IsReset = true };

    /// <summary>An answer; its content type is JSON unless another is given, or null for none.</summary>
    public static ScriptedStep Answer(
        int status,
        string body = "",
        string? contentType = "application/json",
        params string[] headers
    ) => Answer(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    public static ScriptedStep Answer(int status, byte[] body, string? contentType, params string[] headers) =>
        Raw(Head(status, contentType, [.. headers, $"content-length: {body.Length}"]), body);

    /// <summary>An answer that says it is longer than it is.</summary>
    public static ScriptedStep Cut(int status, string body) =>
        Raw(Head(status, "application/json", [$"content-length: {body.Length + 10}"]), Encoding.UTF8.GetBytes(body));

    /// <summary>An answer that begins and does not go on.</summary>
    public static ScriptedStep Endless(int status, string body) =>
        new([.. Cut(status, body).Bytes]) { IsEndless = true };

    /// <summary>An answer of no announced length, which ends with the connection.</summary>
    public static ScriptedStep Unmeasured(int status, byte[] body) => Raw(Head(status, "application/json", []), body);

    /// <summary>Anything at all.</summary>
    public static ScriptedStep Raw(string head, byte[] body) => new([.. Encoding.Latin1.GetBytes(head), .. body]);

    private static string Head(int status, string? contentType, string[] headers)
    {
        string[] lines =
        [
            $"HTTP/1.1 {status} Said",
            "connection: close",
            "x-request-id: req-of-the-script",
            .. contentType is null ? Array.Empty<string>() : [$"content-type: {contentType}"],
            .. headers,
        ];
        return string.Join("\r\n", lines) + "\r\n\r\n";
    }
}
