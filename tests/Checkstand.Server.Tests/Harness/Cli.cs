namespace Checkstand.Server.Tests.Harness;

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Out, string Error)
{
    /// <summary>The lines on standard error that say something.</summary>
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What it printed; fails the test when the command failed.</summary>
    public string Successful()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        return Out;
    }

    /// <summary>Asserts that the command refused in one line on standard error, and returns the line.</summary>
    public string RefusedInOneLine()
    {
        Assert.Equal(1, ExitCode);
        Assert.Equal("", Out);
        return Assert.Single(ErrorLines);
    }
}

/// <summary>Runs commands of the program to their end.</summary>
internal static class Cli
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    public static async Task<CommandResult> RunAsync(
        IReadOnlyDictionary<string, string?>? environment,
        params string[] arguments
    )
    {
        // An empty directory of its own: no appsettings.json, and the default ./data is nobody else's.
        using var directory = new TemporaryDirectory();
        return await RunAsync("dotnet", [Repository.Program, .. arguments], directory.Path, Limit, environment);
    }

    /// <summary>Runs any program.</summary>
    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string directory,
        TimeSpan limit,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        await using var process = ChildProcess.Start(program, arguments, directory, environment);
        var exitCode = await process.EndAsync(limit);
        return new CommandResult(exitCode, process.Out.Text, process.Error.Text);
    }
}
