using System.CommandLine;

namespace Checkstand.Server.Commands;

/// <summary>The verbs that start a server.</summary>
internal static class ServerCommands
{
    public static Command Dev() =>
        Server(
            "dev",
            "Starts the sandbox: keys, credentials and a movable clock included. Not for production.",
            ServerProcess.RunSandboxAsync
        );

    public static Command Serve() =>
        Server(
            "serve",
            "Starts the server for production. Needs keys or tokens: see 'checkstand keys create' and 'checkstand tokens create'.",
            ServerProcess.RunProductionAsync
        );

    private static Command Server(string name, string description, Func<CheckstandOptions, CancellationToken, Task> run)
    {
        var command = new Command(name, description);
        var settings = new Settings();
        settings.AddTo(command, listens: true);
        command.SetAction((parsed, cancellation) => run(settings.Read(parsed), cancellation));
        return command;
    }
}
