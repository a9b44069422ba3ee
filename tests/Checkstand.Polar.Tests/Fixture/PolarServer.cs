using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Products;
using Checkstand.Core.Vault;
using Checkstand.Polar.Auth;
using Checkstand.Server;
using Checkstand.Server.Dev;
using Checkstand.Testing;
using Checkstand.TestProvider;
using Checkstand.TestProvider.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Fixture;

/// <summary>
/// The sandbox's own server in this process, on a port that the system chose, with an empty store, two organizations and
/// a clock that only tests move.
/// </summary>
public class PolarServer : IAsyncLifetime
{
    private readonly TemporaryDirectory files = new();
    private DataDirectory? directory;
    private WebApplication? app;

    public FakeClock Clock { get; } = new();

    internal IServiceProvider Services => app!.Services;

    internal OrganizationDirectory Organizations => Services.GetRequiredService<OrganizationDirectory>();

    internal CardPayments Payments => Services.GetRequiredService<CardPayments>();

    internal Uri Address => new(app!.Urls.First());

    /// <summary>The organization that sells.</summary>
    internal DevOrganization Acme { get; } = DevOrganization.New("Acme", "acme");

    /// <summary>Its sample products, beside <see cref="DevOrganization.ProductId"/>, as the sandbox makes them.</summary>
    internal DevProductIds Products { get; } = DevProductIds.New();

    /// <summary>Another one.</summary>
    internal DevOrganization Umbrella { get; } = DevOrganization.New("Umbrella", "umbrella");

    /// <summary>Calls with a token of Acme that has every scope.</summary>
    internal PolarClient Api { get; private set; } = null!;

    /// <summary>Calls with a token of Umbrella that has every scope.</summary>
    internal PolarClient OtherApi { get; private set; } = null!;

    /// <summary>Calls as a browser does: without a token.</summary>
    internal PolarClient Public { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        QuietLogs.Set();
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
            context => PolarErrors.WriteAsync(context, 400)
        );
        await DevOrganizations.EnsureAsync([Acme, Umbrella], Organizations, Clock, CancellationToken.None);
        await DevProducts.EnsureAsync(
            Acme,
            Products,
            Umbrella,
            Services.GetRequiredService<ProductCatalogue>(),
            CancellationToken.None
        );
        foreach (var organization in new[] { Acme, Umbrella })
        {
            await DevPaymentService.EnsureAsync(
                new OrganizationId(organization.Id).Merchant,
                Services.GetRequiredService<PaymentServiceDirectory>(),
                Clock,
                CancellationToken.None
            );
        }

        await app.StartAsync();
        Api = new PolarClient(Address, Acme.AccessToken);
        OtherApi = new PolarClient(Address, Umbrella.AccessToken);
        Public = new PolarClient(Address, null);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        OtherApi?.Dispose();
        Public?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        directory?.Dispose();
        files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client with a new token of Acme that has these scopes only.</summary>
    internal async Task<PolarClient> WithScopesAsync(params string[] scopes)
    {
        var secret = SecretText.New(AccessScopes.TokenPrefix);
        await Organizations.AddTokenAsync(
            secret,
            new OrganizationId(Acme.Id),
            "test",
            scopes,
            expiresAt: null,
            CancellationToken.None
        );
        return new PolarClient(Address, secret);
    }

    /// <summary>Where a fixture changes the settings of its server.</summary>
    private protected virtual void Configure(CheckstandOptions options) { }
}
