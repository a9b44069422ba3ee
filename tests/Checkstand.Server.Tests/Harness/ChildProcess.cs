using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Checkstand.Server.Tests.Harness;

/// <summary>A child process with its outputs captured; killed when it is disposed.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan DeathLimit = TimeSpan.FromSeconds(20);

    private readonly Process process;

    private ChildProcess(Process process)
    {
        this.process = process;
        Out = new CapturedOutput(process.StandardOutput.BaseStream);
        Error = new CapturedOutput(process.StandardError.BaseStream);
    }

    public CapturedOutput Out { get; }

    public CapturedOutput Error { get; }

    public bool HasExited => process.HasExited;

    /// <summary>Starts a program with no input.</summary>
    /// <param name="program">Its name on the path, or its file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="environment">What it finds beside this process's own environment; null removes a variable.</param>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        string directory,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Settings of whoever runs the tests are not the tests' settings.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        started.StandardInput.Close();
        return new ChildProcess(started);
    }

    /// <summary>SIGKILL: the process gets no chance to do anything more.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await EndAsync(DeathLimit);
    }

    /// <summary>SIGTERM: the process is asked to end.</summary>
    public void AskToEnd()
    {
        if (SendSignal(process.Id, SigTerm) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} can't be signalled.");
        }
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException(
                $"The process still runs after {limit.TotalSeconds} s.\n{Out.Text}\n{Error.Text}",
                late
            );
        }

        await Task.WhenAll(Out.EndAsync(), Error.EndAsync());
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("Checkstand", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Logging__", StringComparison.OrdinalIgnoreCase);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
