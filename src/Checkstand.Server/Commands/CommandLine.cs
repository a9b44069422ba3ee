using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Checkstand.Server.Commands;

/// <summary>The verbs of the program. Exit codes: 0 done, 1 refused or failed, with the reason on standard error.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(
            "Checkstand: a self-hosted checkout server. 'checkstand dev' starts a sandbox with everything it needs."
        )
        {
            ServerCommands.Dev(),
            ServerCommands.Serve(),
            AdminCommands.Keys(),
            AdminCommands.Merchants(),
            OrganizationCommands.Organizations(),
            OrganizationCommands.Tokens(),
            AdminCommands.Ledger(),
            AdminCommands.Migrate(),
        };
        var parsed = root.Parse(args);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    // The host has its own way to stop, with its own limit; a second one would cut it short.
                    ProcessTerminationTimeout = null,
                    // Help that nobody asked for is part of the complaint.
                    Output = parsed.Errors.Count > 0 ? Console.Error : Console.Out,
                }
            );
        }
        catch (Exception refused) when (Reason(refused) is not null)
        {
            await Console.Error.WriteLineAsync($"checkstand: {Reason(refused)}");
            return 1;
        }
    }

    // What the person at the terminal can do something about; anything else is a fault of ours and shows its trace.
    private static string? Reason(Exception failure) =>
        failure switch
        {
            UsageException or InvalidDataException => failure.Message,
            IOException { InnerException: AddressInUseException } => $"{failure.Message} Choose another with --urls.",
            SocketException or FormatException => $"Can't listen there: {failure.Message}",
            _ => null,
        };
}
