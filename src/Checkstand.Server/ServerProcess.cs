using Checkstand.Core.Checkouts;
using Checkstand.Core.Merchants;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Products;
using Checkstand.Core.Vault;
using Checkstand.Polar;
using Checkstand.Server.Dev;
using Checkstand.Server.Http;
using Checkstand.Server.Keys;
using Checkstand.Server.Logs;
using Checkstand.Storage.Sqlite;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Checkstand.Server;

/// <summary>The life of a server: hold the directory, check the settings, start, report ready, run, stop.</summary>
internal static class ServerProcess
{
    /// <summary><c>checkstand serve</c>: production. Refuses to start without keys that somebody made on purpose.</summary>
    public static async Task RunProductionAsync(CheckstandOptions options, CancellationToken cancellation)
    {
        using var directory = Prepare(options);
        if (options.Dev.KillAt is not null)
        {
            throw new UsageException("Dev:KillAt is a setting of the sandbox: production does not start with it.");
        }

        if (SqliteEngine.Version < SqliteEngine.ProductionMin)
        {
            throw new UsageException(
                $"SQLite {SqliteEngine.Version} is older than {SqliteEngine.ProductionMin}: install the system's libsqlite3 (Debian: libsqlite3-0)."
            );
        }

        var ring =
            new KeyRingSource(options.KeyRing, directory.Path).Read()
            ?? throw new UsageException(
                $"There are no keys in {options.Data}: make them with 'checkstand keys create --data {options.Data}' or 'checkstand organizations create --data {options.Data}'."
            );
        await using var app = Build(options, directory, ring, TimeProvider.System, jsonLogs: true);
        await LoadAsync(app, cancellation);
        if (!CanBeCalled(app.Services))
        {
            throw new UsageException(
                $"No signing key is active and no access token is good, so nobody could call: make one with 'checkstand keys create --data {options.Data}' or 'checkstand tokens create --data {options.Data}'."
            );
        }

        await app.StartAsync(cancellation);
        app.Services.GetRequiredService<Readiness>().Ready();
        var log = new ServerLog(app.Logger);
        if (DevCredentials.Exist(directory.Path))
        {
            log.WasSandbox();
        }

        log.Listening(ProgramVersion.Text, BaseUrl(app));
        await app.WaitForShutdownAsync(cancellation);
    }

    /// <summary><c>checkstand dev</c>: the same server with a key of its own, a clock that can be moved, and a welcome.</summary>
    public static async Task RunSandboxAsync(CheckstandOptions options, CancellationToken cancellation)
    {
        using var directory = Prepare(options);
        var clock = new MovableClock(directory.Path);
        var ring = new KeyRingSource(options.KeyRing, directory.Path).ReadOrCreate(clock.GetUtcNow());
        await using var app = Build(options, directory, ring, clock, jsonLogs: false, isSandbox: true);
        var merchants = await LoadAsync(app, cancellation);
        var credentials = await DevCredentials.EnsureAsync(directory.Path, merchants, clock, cancellation);
        await SeedAsync(app, credentials, clock, cancellation);
        app.MapDev(clock, new DevTokens(credentials));

        await app.StartAsync(cancellation);
        var baseUrl = BaseUrl(app);
        credentials.Write(directory.Path, baseUrl);
        app.Services.GetRequiredService<Readiness>().Ready();
        var secret = await DevCheckout.OpenAsync(
            credentials.Organization,
            app.Services.GetRequiredService<OpenCheckouts>(),
            cancellation
        );
        Welcome.Print(baseUrl, directory.Path, secret is null ? null : $"{baseUrl}/checkout/{secret}");
        await app.WaitForShutdownAsync(cancellation);
    }

    private static async Task SeedAsync(
        WebApplication app,
        DevCredentials credentials,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        DevOrganization[] organizations = [credentials.Organization, credentials.OtherOrganization];
        await DevOrganizations.EnsureAsync(
            organizations,
            app.Services.GetRequiredService<OrganizationDirectory>(),
            clock,
            cancellation
        );
        await DevProducts.EnsureAsync(
            credentials.Organization,
            credentials.Products,
            credentials.OtherOrganization,
            app.Services.GetRequiredService<ProductCatalogue>(),
            cancellation
        );
        // Each organization came with a merchant account.
        await app.Services.GetRequiredService<MerchantDirectory>().ReloadAsync(cancellation);
        var accounts = organizations.Select(organization => new OrganizationId(organization.Id).Merchant);
        foreach (var account in accounts.Prepend(MerchantAccountId.Default))
        {
            await DevPaymentService.EnsureAsync(
                account,
                app.Services.GetRequiredService<PaymentServiceDirectory>(),
                clock,
                cancellation
            );
        }
    }

    // Of two dialects one may go unused: the keys of either will do.
    private static bool CanBeCalled(IServiceProvider services) =>
        services.GetRequiredService<MerchantDirectory>().Keys.Any(key => key.RevokedAt is null)
        || services
            .GetRequiredService<OrganizationDirectory>()
            .Tokens.Any(token => token.IsGoodAt(TimeProvider.System.GetUtcNow()));

    private static DataDirectory Prepare(CheckstandOptions options)
    {
        options.Validate();
        return DataDirectory.Hold(options.Data);
    }

    /// <summary>Puts a server together without starting it.</summary>
    internal static WebApplication Build(
        CheckstandOptions options,
        DataDirectory directory,
        KeyRing ring,
        TimeProvider clock,
        bool jsonLogs,
        bool isSandbox = false
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddCheckstand(options, directory, ring, clock);
        if (isSandbox)
        {
            builder.Services.AddTestProvider(directory, clock);
            builder.AddSandbox(options.Dev);
        }

        builder.AddServer(options, jsonLogs, isSandbox);
        var app = builder.Build();
        app.UseCheckstand();
        var readiness = app.Services.GetRequiredService<Readiness>();
        var polar = app.Services.GetRequiredService<PolarOptions>();
        app.Lifetime.ApplicationStarted.Register(() => polar.ListensAt = BaseUrl(app));
        app.Lifetime.ApplicationStopping.Register(() => readiness.NotReady("stopping"));
        return app;
    }

    private static async Task<MerchantDirectory> LoadAsync(WebApplication app, CancellationToken cancellation)
    {
        var merchants = app.Services.GetRequiredService<MerchantDirectory>();
        await merchants.LoadAsync(cancellation);
        await app.Services.GetRequiredService<PaymentServiceDirectory>().LoadAsync(cancellation);
        await app.Services.GetRequiredService<OrganizationDirectory>().LoadAsync(cancellation);
        return merchants;
    }

    // With port 0 the system chose one, which only the running server knows.
    private static string BaseUrl(WebApplication app) =>
        app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First()
            .Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
}
