using System.Diagnostics;

namespace Checkstand.Server.Tests.Harness;

/// <summary>
/// The built program as a server: a child process on a port and a data directory that it keeps over restarts. What every
/// run of it wrote is kept.
/// </summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(30);

    private readonly string verb;
    private readonly string directory;
    private readonly HttpClient prober = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly List<ChildProcess> runs = [];

    private ServerProgram(string verb, string directory, IReadOnlyDictionary<string, string?>? environment)
    {
        this.verb = verb;
        this.directory = directory;
        Environment = environment;
        Address = new Uri($"http://127.0.0.1:{FreePort.Choose()}");
    }

    public Uri Address { get; private set; }

    /// <summary>What the next start finds in its environment.</summary>
    public IReadOnlyDictionary<string, string?>? Environment { get; set; }

    public string CredentialsPath => Path.Combine(directory, "dev-credentials.json");

    /// <summary>From the last start of the process until <c>/readyz</c> answered 200.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>The process that runs now, or ran last.</summary>
    public ChildProcess Process => runs[^1];

    /// <summary>Everything that every run wrote to its outputs.</summary>
    public IEnumerable<byte[]> Written => runs.SelectMany(run => new[] { run.Out.Bytes, run.Error.Bytes });

    public static Task<ServerProgram> StartSandboxAsync(
        string directory,
        IReadOnlyDictionary<string, string?>? environment = null
    ) => StartAsync("dev", directory, environment);

    public static Task<ServerProgram> StartProductionAsync(
        string directory,
        IReadOnlyDictionary<string, string?>? environment = null
    ) => StartAsync("serve", directory, environment);

    /// <summary>Starts it again, on the same directory and port.</summary>
    public async Task RestartAsync()
    {
        var watch = Stopwatch.StartNew();
        Launch();
        await Poll.UntilAsync("the server is ready", ReadyLimit, IsReadyAsync);
        ReadyAfter = watch.Elapsed;
    }

    /// <summary>Starts it again without waiting for it: for starts that are not survived.</summary>
    public void Launch() =>
        runs.Add(
            ChildProcess.Start(
                "dotnet",
                [Repository.Program, verb, "--urls", Address.ToString(), "--data", directory],
                Path.GetTempPath(),
                Environment
            )
        );

    /// <summary>Starts it again on another port.</summary>
    public Task RestartElsewhereAsync()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Choose()}");
        return RestartAsync();
    }

    /// <summary>Asks it to end, and asserts that it does so in order.</summary>
    public async Task EndAsync()
    {
        Process.AskToEnd();
        Assert.Equal(0, await Process.EndAsync(TimeSpan.FromSeconds(10)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in runs)
        {
            await run.DisposeAsync();
        }

        prober.Dispose();
    }

    private static async Task<ServerProgram> StartAsync(
        string verb,
        string directory,
        IReadOnlyDictionary<string, string?>? environment
    )
    {
        var server = new ServerProgram(verb, directory, environment);
        try
        {
            await server.RestartAsync();
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    private async Task<bool> IsReadyAsync()
    {
        if (Process.HasExited)
        {
            await Process.EndAsync(ReadyLimit);
            throw new InvalidOperationException($"The server ended.\n{Process.Out.Text}\n{Process.Error.Text}");
        }

        try
        {
            using var answer = await prober.GetAsync(new Uri(Address, "/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
