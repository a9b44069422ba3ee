using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;
using Checkstand.Core.Merchants;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Products;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Auth;
using Checkstand.Server;
using Checkstand.Server.Dev;
using Checkstand.Testing;
using Checkstand.TestProvider;
using Checkstand.TestProvider.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Client.Tests.Fixture;

/// <summary>
/// The sandbox's own server in this process, on a port that the system chose, with an empty store and a clock that only
/// tests move. Both dialects can be paid in: a merchant account with a card simulator and a key that signs for it, and
/// two organizations with sample products.
/// </summary>
public class SandboxServer : IAsyncLifetime
{
    public const string OtherAccount = "other";

    private readonly TemporaryDirectory files = new();
    private DataDirectory? directory;
    private WebApplication? app;

    public FakeClock Clock { get; } = new();

    public Uri Address => new(app!.Urls.First());

    /// <summary>PEM of a key that signs for every merchant account.</summary>
    public string PrivateKeyPem { get; private set; } = "";

    /// <summary>The organization that sells.</summary>
    internal DevOrganization Acme { get; } = DevOrganization.New("Acme", "acme");

    /// <summary>Its sample products, beside <see cref="DevOrganization.ProductId"/>.</summary>
    internal DevProductIds Products { get; } = DevProductIds.New();

    /// <summary>Another one.</summary>
    internal DevOrganization Umbrella { get; } = DevOrganization.New("Umbrella", "umbrella");

    internal IServiceProvider Services => app!.Services;

    /// <summary>Speaks the Gr4vy dialect with every scope, for the merchant account <c>default</c>.</summary>
    public Gr4vyClient Gr4vy { get; private set; } = null!;

    /// <summary>Speaks the Polar dialect with every scope, for <see cref="Acme"/>.</summary>
    public PolarClient Polar { get; private set; } = null!;

    /// <summary>A client of the Gr4vy dialect with tokens of these scopes.</summary>
    public Gr4vyClient Gr4vyWith(params string[] scopes) =>
        new(new Gr4vyClientOptions { BaseUrl = Address, Auth = Auth.WithToken(PrivateKeyPem, scopes) });

    /// <summary>A client of the Polar dialect with this token, or with none.</summary>
    public PolarClient PolarWith(string? accessToken) =>
        new(new PolarClientOptions { BaseUrl = Address, AccessToken = accessToken });

    public virtual async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Error");
        directory = DataDirectory.Hold(files.Path);
        var options = new CheckstandOptions { Urls = "http://127.0.0.1:0", Data = files.Path };
        Configure(options);
        app = ServerProcess.Build(
            options,
            directory,
            KeyRing.Create(Clock.GetUtcNow()),
            Clock,
            jsonLogs: false,
            isSandbox: true
        );
        app.MapTestProvider(
            Services.GetRequiredService<TestLedger>(),
            Clock,
            Services.GetRequiredService<TestProviderNotifications>(),
            context =>
            {
                context.Response.StatusCode = 400;
                return Task.CompletedTask;
            }
        );
        await SeedMerchantsAsync();
        await SeedOrganizationsAsync();
        await app.StartAsync();
        Gr4vy = new(
            new Gr4vyClientOptions
            {
                BaseUrl = Address,
                Auth = Auth.WithToken(PrivateKeyPem),
                MerchantAccountId = "default",
            }
        );
        Polar = PolarWith(Acme.AccessToken);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        directory?.Dispose();
        files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where a fixture changes the settings of its server.</summary>
    private protected virtual void Configure(CheckstandOptions options) { }

    private async Task SeedMerchantsAsync()
    {
        var merchants = Services.GetRequiredService<MerchantDirectory>();
        await merchants.LoadAsync(CancellationToken.None);
        await merchants.AddAccountAsync(MerchantAccountId.Default, "Default", CancellationToken.None);
        await merchants.AddAccountAsync(MerchantAccountId.Parse(OtherAccount), "Other", CancellationToken.None);
        (var key, PrivateKeyPem) = SigningKeyFactory.Create(SigningAlgorithm.ES512, "test", [], Clock.GetUtcNow());
        await merchants.AddKeyAsync(key, CancellationToken.None);
        await PayAsync(MerchantAccountId.Default);
    }

    private async Task SeedOrganizationsAsync()
    {
        await DevOrganizations.EnsureAsync(
            [Acme, Umbrella],
            Services.GetRequiredService<OrganizationDirectory>(),
            Clock,
            CancellationToken.None
        );
        await DevProducts.EnsureAsync(
            Acme,
            Products,
            Umbrella,
            Services.GetRequiredService<ProductCatalogue>(),
            CancellationToken.None
        );
        await PayAsync(new OrganizationId(Acme.Id).Merchant);
        await PayAsync(new OrganizationId(Umbrella.Id).Merchant);
    }

    // A card simulator that takes every currency and country.
    private Task PayAsync(MerchantAccountId account) =>
        DevPaymentService.EnsureAsync(
            account,
            Services.GetRequiredService<PaymentServiceDirectory>(),
            Clock,
            CancellationToken.None
        );
}
