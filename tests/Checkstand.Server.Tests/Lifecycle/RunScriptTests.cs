using System.Diagnostics;

namespace Checkstand.Server.Tests.Lifecycle;

/// <summary><c>./run</c> and <c>./checkstand</c>: what a first user types.</summary>
[Collection(Alone.Name)]
public sealed class RunScriptTests : IDisposable
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_run_script_starts_the_sandbox_from_any_directory_and_ends_on_SIGTERM()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Choose()}");
        await using var script = ChildProcess.Start(
            Path.Combine(Repository.Root, "run"),
            ["--urls", address.ToString(), "--data", data.Path],
            data.Path
        );
        await Poll.UntilAsync(
            "the welcome is printed",
            BuildLimit,
            () =>
                script.HasExited
                    ? throw new InvalidOperationException(script.Out.Text + script.Error.Text)
                    : script.Out.Text.Contains("Ctrl-C stops.", StringComparison.Ordinal)
        );
        using var api = new ApiClient(address);
        api.Token = (await api.SendAsync(HttpMethod.Get, "/dev/token")).Body;
        (await api.CreateAsync()).As(201);

        var watch = Stopwatch.StartNew();
        script.AskToEnd();
        Assert.Equal(0, await script.EndAsync(TimeSpan.FromSeconds(20)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, EndLimit);
    }

    [Fact]
    public async Task The_program_script_passes_its_arguments_on_and_the_exit_code_back()
    {
        var script = Path.Combine(Repository.Root, "checkstand");
        var version = await Cli.RunAsync(script, ["--version"], data.Path, BuildLimit);
        var mistaken = await Cli.RunAsync(script, ["serve", "--data", data.Path], data.Path, BuildLimit);

        Assert.Equal((await Cli.RunAsync("--version")).Out, version.Successful());
        Assert.Contains("There are no keys", mistaken.RefusedInOneLine(), StringComparison.Ordinal);
    }
}
