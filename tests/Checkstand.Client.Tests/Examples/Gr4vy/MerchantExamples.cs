using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class MerchantExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_merchant_account_is_added()
    {
        // example: gr4vy-merchant-accounts-create
        var account = await client.MerchantAccounts.CreateAsync(
            new MerchantAccountCreate { Id = "shop-2", DisplayName = "Second shop" }
        );
        // end

        Assert.Equal("shop-2", account.Id);
    }

    [Fact]
    public async Task Merchant_accounts_are_listed()
    {
        // example: gr4vy-merchant-accounts-list
        await foreach (var account in client.MerchantAccounts.ListAsync())
        {
            Console.WriteLine($"{account.Id}: {account.DisplayName}");
        }
        // end

        Assert.NotEmpty((await client.MerchantAccounts.ListPageAsync()).Items);
    }

    [Fact]
    public async Task A_merchant_account_is_read()
    {
        // example: gr4vy-merchant-accounts-get
        var account = await client.MerchantAccounts.GetAsync("default");
        // end

        Assert.Equal("default", account.Id);
    }

    [Fact]
    public async Task A_merchant_account_is_renamed()
    {
        // example: gr4vy-merchant-accounts-update
        var account = await client.MerchantAccounts.UpdateAsync(
            "default",
            new MerchantAccountUpdate { DisplayName = "First shop" }
        );
        // end

        Assert.Equal("First shop", account.DisplayName);
    }

    [Fact]
    public async Task A_key_is_made()
    {
        // example: gr4vy-api-key-pairs-create
        var pair = await client.ApiKeyPairs.CreateAsync(
            new ApiKeyPairCreate
            {
                DisplayName = "Shop",
                RoleIds = ["fe26475d-ec3e-4884-9553-f7356683f7f9"],
                MerchantAccountIds = ["default"],
            }
        );
        var auth = Auth.WithToken(pair.PrivateKey!); // shown once, kept by nobody else
        // end

        Assert.NotNull(auth);
    }

    [Fact]
    public async Task Keys_are_listed()
    {
        var apiKeyPairId = (
            await client.ApiKeyPairs.CreateAsync(
                new() { DisplayName = "Shop", RoleIds = ["fe26475d-ec3e-4884-9553-f7356683f7f9"] }
            )
        ).Id;

        // example: gr4vy-api-key-pairs-list
        await foreach (var pair in client.ApiKeyPairs.ListAsync())
        {
            Console.WriteLine($"{pair.Thumbprint} {(pair.Active ? "active" : "revoked")}");
        }
        // end

        Assert.NotEmpty(apiKeyPairId);
    }

    [Fact]
    public async Task A_key_is_read()
    {
        var apiKeyPairId = (
            await client.ApiKeyPairs.CreateAsync(
                new() { DisplayName = "Shop", RoleIds = ["fe26475d-ec3e-4884-9553-f7356683f7f9"] }
            )
        ).Id;

        // example: gr4vy-api-key-pairs-get
        var pair = await client.ApiKeyPairs.GetAsync(apiKeyPairId);
        // end

        Assert.Null(pair.PrivateKey);
    }

    [Fact]
    public async Task A_key_is_revoked()
    {
        var apiKeyPairId = (
            await client.ApiKeyPairs.CreateAsync(
                new() { DisplayName = "Shop", RoleIds = ["fe26475d-ec3e-4884-9553-f7356683f7f9"] }
            )
        ).Id;

        // example: gr4vy-api-key-pairs-update
        var pair = await client.ApiKeyPairs.UpdateAsync(apiKeyPairId, new ApiKeyPairUpdate { Active = false });
        // end

        Assert.False(pair.Active);
    }

    [Fact]
    public async Task A_key_is_removed()
    {
        var apiKeyPairId = (
            await client.ApiKeyPairs.CreateAsync(
                new() { DisplayName = "Shop", RoleIds = ["fe26475d-ec3e-4884-9553-f7356683f7f9"] }
            )
        ).Id;

        // example: gr4vy-api-key-pairs-delete
        await client.ApiKeyPairs.DeleteAsync(apiKeyPairId);
        // end

        Assert.IsType<NotFoundException>((await client.ApiKeyPairs.TryGetAsync(apiKeyPairId)).Error);
    }
}
