using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Checkstand.Server.Tests.Lifecycle;

/// <summary>Starting, sharing and ending: one process a directory, one line a refusal, an end in order.</summary>
[Collection(Alone.Name)]
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(5);

    // The server gives its clients four seconds, and then has to end.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_server_is_ready_soon_on_a_new_directory_and_on_a_used_one()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var first = server.ReadyAfter;
        await server.EndAsync();
        await server.RestartAsync();

        Figures.Report(
            $"ready after {first.TotalMilliseconds:0} ms on a new directory, {server.ReadyAfter.TotalMilliseconds:0} ms on a used one"
        );
        Assert.InRange(first, TimeSpan.Zero, StartLimit);
        Assert.InRange(server.ReadyAfter, TimeSpan.Zero, StartLimit);
    }

    [Fact]
    public async Task SIGTERM_ends_an_idle_server_in_order()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var id = await api.OpenAsync();

        await AssertEndsInOrderAsync(server);

        Assert.Empty(server.Process.Error.Text);
        Assert.False(File.Exists(Path.Combine(data.Path, "checkstand.sock")));
        Assert.False(File.Exists(Path.Combine(data.Path, "checkstand.db-wal")));
        await server.RestartAsync();
        (await api.GetAsync(id)).As(200);
    }

    [Fact]
    public async Task SIGTERM_ends_a_server_whose_clients_hang()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        using var silent = await ConnectAsync(server, "");
        using var halfway = await ConnectAsync(
            server,
            $"POST /checkout/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {api.Token}\r\nContent-Length: 100\r\n\r\n{{"
        );

        await AssertEndsInOrderAsync(server);
    }

    [Fact]
    public async Task SIGTERM_under_load_loses_no_acknowledged_session()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var load = Durability.Load.Start(server.Address, api.Token!, seed: 7);
        await Poll.UntilAsync(
            "there is load",
            TimeSpan.FromSeconds(20),
            () => load.Answers > 200 || load.Ended.IsCompleted
        );

        await AssertEndsInOrderAsync(server);
        await load.Ended;
        await server.RestartAsync();

        foreach (var session in load.Sessions)
        {
            Assert.Null(session.Compare(await api.GetAsync(session.Id)));
        }
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("serve")]
    public async Task A_second_process_on_the_same_directory_is_refused_and_the_first_goes_on(string verb)
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var second = await Cli.RunAsync(verb, "--data", data.Path);

        Assert.Contains($"{data.Path} is in use", second.RefusedInOneLine(), StringComparison.Ordinal);
        using var api = await ApiClient.OfSandboxAsync(server);
        (await api.CreateAsync()).As(201);
        Assert.Single(await SigningKeys.ListAsync(data.Path));
    }

    [Fact]
    public async Task A_migration_beside_a_running_server_is_refused_and_the_server_goes_on()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var migration = await Cli.RunAsync("migrate", "--data", data.Path);

        Assert.Contains("A server runs on this directory", migration.RefusedInOneLine(), StringComparison.Ordinal);
        using var api = await ApiClient.OfSandboxAsync(server);
        (await api.CreateAsync()).As(201);
        await server.EndAsync();
        (await Cli.RunAsync("migrate", "--data", data.Path)).Successful();
    }

    [Fact]
    public async Task Commands_on_a_directory_that_is_not_there_are_refused_and_make_none()
    {
        var nowhere = Path.Combine(data.Path, "nowhere");
        foreach (var command in (string[])["keys list", "keys revoke x", "keys rotate", "merchants list", "migrate"])
        {
            var refused = await Cli.RunAsync([.. command.Split(' '), "--data", nowhere]);

            Assert.Contains(nowhere, refused.RefusedInOneLine(), StringComparison.Ordinal);
            Assert.False(Directory.Exists(nowhere));
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_in_one_line_that_names_it()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var other = new TemporaryDirectory();
        var second = await Cli.RunAsync("dev", "--data", other.Path, "--urls", server.Address.ToString());

        var line = second.RefusedInOneLine();
        Assert.Contains($":{server.Address.Port}", line, StringComparison.Ordinal);
        Assert.Contains("in use", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_is_refused_in_one_line()
    {
        var file = Path.Combine(data.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var refused = await Cli.RunAsync("dev", "--data", Path.Combine(file, "data"));
        Assert.Contains("can't be made", refused.RefusedInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_data_directory_is_for_its_owner_only()
    {
        var path = Path.Combine(data.Path, "new");
        await using var server = await ServerProgram.StartSandboxAsync(path);

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(owner, File.GetUnixFileMode(path));
        foreach (
            var secret in Directory.GetFiles(path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        )
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
        }
    }

    private static async Task<Socket> ConnectAsync(ServerProgram server, string sent)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", server.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(sent));
        return socket;
    }

    private static async Task AssertEndsInOrderAsync(ServerProgram server)
    {
        var watch = Stopwatch.StartNew();
        server.Process.AskToEnd();
        var exitCode = await server.Process.EndAsync(TimeSpan.FromSeconds(20));
        Figures.Report($"ended {watch.ElapsedMilliseconds} ms after SIGTERM with exit code {exitCode}");
        Assert.Equal(0, exitCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, EndLimit);
    }
}
