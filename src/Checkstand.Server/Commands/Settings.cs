using System.CommandLine;
using Checkstand.Connectors.Stripe;

namespace Checkstand.Server.Commands;

/// <summary>The options that every verb takes, and how they meet the other sources of settings.</summary>
internal sealed class Settings
{
    private readonly Option<string> urls = new("--urls")
    {
        Description = "Where to listen; several separated by semicolons. Default http://127.0.0.1:8080.",
    };

    private readonly Option<string> data = new("--data")
    {
        Description = "The data directory: database, keys, credentials. Default ./data.",
    };

    private readonly Option<string> database = new("--database")
    {
        Description = "A PostgreSQL connection; without it the embedded database in the data directory is used.",
    };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command, bool listens)
    {
        if (listens)
        {
            command.Options.Add(urls);
        }

        command.Options.Add(data);
        command.Options.Add(database);
    }

    /// <summary>Reads the settings: appsettings.json, then environment, then the command line.</summary>
    public CheckstandOptions Read(ParseResult parsed)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Given(parsed))
            .Build();
        var options = new CheckstandOptions();
        try
        {
            configuration.GetSection("Checkstand").Bind(options);
        }
        catch (InvalidOperationException unfit)
        {
            throw new UsageException($"A setting can't be read: {unfit.Message}");
        }

        options.Stripe = StripeOptions.Read(configuration.GetSection(StripeOptions.Section));
        return options;
    }

    private IEnumerable<KeyValuePair<string, string?>> Given(ParseResult parsed) =>
        new (string Key, Option<string> Option)[]
        {
            ("Checkstand:Urls", urls),
            ("Checkstand:Data", data),
            ("Checkstand:Database", database),
        }
            .Where(setting => parsed.GetResult(setting.Option) is not null)
            .Select(setting => KeyValuePair.Create(setting.Key, parsed.GetValue(setting.Option)));
}
