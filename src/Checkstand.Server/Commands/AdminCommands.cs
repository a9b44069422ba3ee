using System.CommandLine;
using System.Globalization;
using Checkstand.Core.Merchants;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments.Services;
using Checkstand.Server.Admin;
using Checkstand.Server.Dev;
using Checkstand.Server.Keys;
using Checkstand.Storage.Sqlite;

namespace Checkstand.Server.Commands;

/// <summary>The verbs that administer a data directory, with or without a server running on it.</summary>
internal static class AdminCommands
{
    public static Command Keys()
    {
        var name = new Option<string>("--name") { Description = "What people call the key." };
        var accounts = new Option<string[]>("--merchant-account")
        {
            Description = "A merchant account it may act for; repeat for several. Without it: all.",
        };
        var algorithm = new Option<string>("--algorithm")
        {
            Description = "ECDSA (ES512, the default) or RSA (RS512).",
        };
        algorithm.AcceptOnlyFromAmong("ECDSA", "RSA");
        var publicKey = new Option<FileInfo>("--public-key")
        {
            Description = "Register this public key (PEM) instead of making a pair.",
        };
        var keyId = new Argument<string>("key-id") { Description = "The key's id, as 'keys list' shows it." };
        return new Command("keys", "Keys that sign bearer tokens, and the vault's keys.")
        {
            Verb(
                "keys create",
                "Makes a signing key and prints its private half, once; makes the vault's keys when there are none.",
                [name, accounts, algorithm, publicKey],
                [],
                parsed => new Dictionary<string, string[]>
                {
                    ["name"] = One(parsed.GetValue(name)),
                    ["merchant-account"] = parsed.GetValue(accounts) ?? [],
                    ["algorithm"] = One(parsed.GetValue(algorithm)),
                    ["public-key"] = One(ReadPem(parsed.GetValue(publicKey))),
                }
            ),
            Verb("keys list", "Lists the signing keys.", [], [], _ => []),
            Verb(
                "keys revoke",
                "Revokes a signing key; its tokens are refused at once.",
                [],
                [keyId],
                parsed => new Dictionary<string, string[]> { ["key-id"] = One(parsed.GetValue(keyId)) }
            ),
            Verb(
                "keys rotate",
                "Gives the vault a fresh key and wraps every card with it, while requests go on.",
                [],
                [],
                _ => []
            ),
        };
    }

    public static Command Merchants()
    {
        var id = new Argument<string>("id") { Description = "1 to 50 letters, digits and dashes." };
        var name = new Option<string>("--name") { Description = "Its name for people." };
        return new Command("merchants", "Merchant accounts: tenants that are apart from each other.")
        {
            Verb(
                "merchants create",
                "Opens a merchant account.",
                [name],
                [id],
                parsed => new Dictionary<string, string[]>
                {
                    ["id"] = One(parsed.GetValue(id)),
                    ["name"] = One(parsed.GetValue(name)),
                }
            ),
            Verb("merchants list", "Lists the merchant accounts.", [], [], _ => []),
        };
    }

    public static Command Ledger()
    {
        var days = new Option<int?>("--since-days")
        {
            Description = "Compare the movements of so many days back. Without it: all.",
        };
        return new Command("ledger", "The record of every movement of money.")
        {
            Verb(
                "ledger check",
                "Compares our ledger with the payment providers' own books and prints differences; exit code 1 when there are any.",
                [days],
                [],
                parsed => new Dictionary<string, string[]>
                {
                    ["since-days"] = One(parsed.GetValue(days)?.ToString(CultureInfo.InvariantCulture)),
                }
            ),
        };
    }

    public static Command Migrate()
    {
        var command = new Command(
            "migrate",
            "Brings the database to this program's schema. Starting a server does the same."
        );
        var settings = new Settings();
        settings.AddTo(command, listens: false);
        command.SetAction(
            (parsed, _) =>
            {
                var options = settings.Read(parsed);
                options.Validate();
                using var directory =
                    DataDirectory.TryHoldExisting(options.Data)
                    ?? throw new UsageException("A server runs on this directory; it brought the database up to date.");
                using var database = SqliteDatabase.Open(directory.Path, TimeProvider.System);
                Console.WriteLine("The database is up to date.");
                return Task.CompletedTask;
            }
        );
        return command;
    }

    /// <summary>A verb that is carried out where the data directory is held.</summary>
    public static Command Verb(
        string verb,
        string description,
        Option[] options,
        Argument[] arguments,
        Func<ParseResult, Dictionary<string, string[]>> read
    )
    {
        var command = new Command(verb.Split(' ')[1], description);
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        foreach (var argument in arguments)
        {
            command.Arguments.Add(argument);
        }

        var settings = new Settings();
        settings.AddTo(command, listens: false);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var reply = await RunAsync(settings.Read(parsed), new AdminRequest(verb, read(parsed)), cancellation);
                await (reply.Failed ? Console.Error : Console.Out).WriteLineAsync(
                    reply.Failed ? $"checkstand: {reply.Output}" : reply.Output
                );
                return reply.Failed ? 1 : 0;
            }
        );
        return command;
    }

    private static async Task<AdminReply> RunAsync(
        CheckstandOptions options,
        AdminRequest request,
        CancellationToken cancellation
    )
    {
        options.Validate();
        using var directory = request.Verb.EndsWith(" create", StringComparison.Ordinal)
            ? DataDirectory.TryHold(options.Data)
            : DataDirectory.TryHoldExisting(options.Data);
        if (directory is null)
        {
            return await AdminSocket.SendAsync(Path.GetFullPath(options.Data), request, cancellation);
        }

        // No server runs here, so this process does the work itself.
        var ring = new KeyRingSource(options.KeyRing, directory.Path).ReadOrCreate(TimeProvider.System.GetUtcNow());
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCheckstand(options, directory, ring, TimeProvider.System);
        if (DevCredentials.Exist(directory.Path))
        {
            services.AddTestProvider(directory, TimeProvider.System);
        }

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<MerchantDirectory>().LoadAsync(cancellation);
        await provider.GetRequiredService<PaymentServiceDirectory>().LoadAsync(cancellation);
        await provider.GetRequiredService<OrganizationDirectory>().LoadAsync(cancellation);
        return await provider.GetRequiredService<Administration>().RunAsync(request, cancellation);
    }

    /// <summary>The values of an option that is given once or not.</summary>
    public static string[] One(string? value) => value is null ? [] : [value];

    private static string? ReadPem(FileInfo? file)
    {
        if (file is null)
        {
            return null;
        }

        return file.Exists ? File.ReadAllText(file.FullName) : throw new UsageException($"There is no file {file}.");
    }
}
