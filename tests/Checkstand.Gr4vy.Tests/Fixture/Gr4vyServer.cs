using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Auth;
using Checkstand.Server;
using Checkstand.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>
/// The product's own server in this process, on a port that the system chose, with an empty store and a clock that
/// only tests move. Bearer tokens are checked against the real clock, as in production.
/// </summary>
public class Gr4vyServer : IAsyncLifetime
{
    public const string OtherAccount = "other";

    private readonly TemporaryDirectory files = new();
    private DataDirectory? directory;
    private WebApplication? app;
    private ApiClient? api;
    private TokenMint? tokens;

    public FakeClock Clock { get; } = new();

    internal IServiceProvider Services => app!.Services;

    internal MerchantDirectory Merchants => Services.GetRequiredService<MerchantDirectory>();

    /// <summary>Calls the server; with a token of every scope unless a test says otherwise.</summary>
    internal ApiClient Api => api!;

    /// <summary>Signs for every merchant account.</summary>
    internal TokenMint Tokens => tokens!;

    internal Uri Address => new(app!.Urls.First());

    public virtual async ValueTask InitializeAsync()
    {
        QuietLogs.Set();
        directory = DataDirectory.Hold(files.Path);
        var options = new CheckstandOptions { Urls = "http://127.0.0.1:0", Data = files.Path };
        Configure(options);
        app = Build(options, directory, KeyRing.Create(Clock.GetUtcNow()));
        await Merchants.LoadAsync(CancellationToken.None);
        await Merchants.AddAccountAsync(MerchantAccountId.Default, "Default", CancellationToken.None);
        await Merchants.AddAccountAsync(MerchantAccountId.Parse(OtherAccount), "Other", CancellationToken.None);
        tokens = await RegisterKeyAsync(SigningAlgorithm.ES512);
        await app.StartAsync();
        api = new ApiClient(Address, tokens);
    }

    public virtual async ValueTask DisposeAsync()
    {
        api?.Dispose();
        tokens?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        directory?.Dispose();
        files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a signing key, registers it, and hands out what signs with it.</summary>
    /// <param name="algorithm">Kind of key.</param>
    /// <param name="accounts">Merchant accounts that it may act for; none means all.</param>
    internal async Task<TokenMint> RegisterKeyAsync(SigningAlgorithm algorithm, params string[] accounts)
    {
        var (key, pem) = SigningKeyFactory.Create(
            algorithm,
            "test",
            [.. accounts.Select(MerchantAccountId.Parse)],
            Clock.GetUtcNow()
        );
        await RegisterAsync(key);
        return TokenMint.Of(pem, key.Thumbprint);
    }

    internal Task RegisterAsync(SigningKey key) => Merchants.AddKeyAsync(key, CancellationToken.None);

    /// <summary>Where a fixture changes the settings of its server.</summary>
    private protected virtual void Configure(CheckstandOptions options) { }

    private protected virtual WebApplication Build(CheckstandOptions options, DataDirectory held, KeyRing ring) =>
        ServerProcess.Build(options, held, ring, Clock, jsonLogs: false);
}
