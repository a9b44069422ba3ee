using System.CommandLine;

namespace Checkstand.Server.Commands;

/// <summary>The verbs of the program. Exit codes: 0 done, 1 refused or failed, with the reason on standard error.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(
            "Checkstand: a self-hosted checkout-session server. 'checkstand dev' starts a sandbox with everything it needs."
        )
        {
            ServerCommands.Dev(),
            ServerCommands.Serve(),
            AdminCommands.Keys(),
            AdminCommands.Merchants(),
            AdminCommands.Migrate(),
        };
        try
        {
            return await root.Parse(args)
                .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException refused)
        {
            await Console.Error.WriteLineAsync($"checkstand: {refused.Message}");
            return 1;
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"checkstand: {busy.Message} Choose another with --urls.");
            return 1;
        }
        catch (InvalidDataException foreign)
        {
            await Console.Error.WriteLineAsync($"checkstand: {foreign.Message}");
            return 1;
        }
    }
}
