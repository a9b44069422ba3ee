using System.Text.Json;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>What a merchant sets up: accounts, keys, payment services.</summary>
public sealed class MerchantTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_merchant_account_is_added_read_and_renamed()
    {
        var account = await client.MerchantAccounts.CreateAsync(new() { Id = "m-1", DisplayName = "First" });
        var renamed = await client.MerchantAccounts.UpdateAsync("m-1", new() { DisplayName = "Second" });

        Assert.Equal(("merchant-account", "m-1", "First"), (account.Type, account.Id, account.DisplayName));
        Assert.False(account.AccountUpdaterEnabled);
        Assert.Equal("Second", renamed.DisplayName);
        Assert.Equivalent(renamed, await client.MerchantAccounts.GetAsync("m-1"), strict: true);
        await Assert.ThrowsAsync<ConflictException>(() =>
            client.MerchantAccounts.CreateAsync(new() { Id = "m-1", DisplayName = "Third" })
        );
    }

    [Fact]
    public async Task Merchant_accounts_are_listed_over_all_pages()
    {
        var ids = new List<string>();
        await foreach (var account in client.MerchantAccounts.ListAsync(limit: 1))
        {
            ids.Add(account.Id);
        }

        Assert.Contains("default", ids);
        Assert.Contains(SandboxServer.OtherAccount, ids);
        Assert.Equal("other", Assert.Single((await client.MerchantAccounts.ListPageAsync("othe")).Items).Id);
    }

    [Fact]
    public async Task A_key_is_made_signs_and_is_revoked()
    {
        var keys = client.ApiKeyPairs;
        var pair = await keys.CreateAsync(new() { DisplayName = "k-1", RoleIds = [Paying.UnknownId] });
        var signer = new Gr4vyClient(new() { BaseUrl = server.Address, Auth = Auth.WithToken(pair.PrivateKey!) });

        await signer.CheckoutSessions.CreateAsync();
        var renamed = await keys.UpdateAsync(pair.Id, new() { DisplayName = "k-2" });
        var read = await keys.GetAsync(pair.Id);
        await keys.DeleteAsync(pair.Id);

        Assert.Equal(("api-key-pair", CertificateAlgorithm.Ecdsa, true), (pair.Type, pair.Algorithm, pair.Active));
        Assert.Equal(("k-2", null), (renamed.DisplayName, renamed.PrivateKey));
        Assert.Equivalent(renamed, read, strict: true);
        await Assert.ThrowsAsync<UnauthorizedException>(() => signer.CheckoutSessions.CreateAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => keys.GetAsync(pair.Id));
    }

    [Fact]
    public async Task A_key_for_one_account_acts_for_no_other()
    {
        var pair = await client.ApiKeyPairs.CreateAsync(
            new()
            {
                DisplayName = "k-3",
                RoleIds = [Paying.UnknownId],
                MerchantAccountIds = [SandboxServer.OtherAccount],
            }
        );
        var signer = new Gr4vyClient(new() { BaseUrl = server.Address, Auth = Auth.WithToken(pair.PrivateKey!) });

        var error = await Assert.ThrowsAsync<ForbiddenException>(() =>
            signer.CheckoutSessions.CreateAsync(merchantAccountId: "default")
        );

        Assert.Equal("forbidden", error.Code);
        Assert.Equal(SandboxServer.OtherAccount, Assert.Single(pair.MerchantAccounts!).Id);
        Assert.NotNull(await signer.CheckoutSessions.CreateAsync(merchantAccountId: SandboxServer.OtherAccount));
    }

    [Fact]
    public async Task Keys_are_listed_over_all_pages()
    {
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var pair = await client.ApiKeyPairs.CreateAsync(
            new()
            {
                DisplayName = "k-4",
                RoleIds = [Paying.UnknownId],
                Active = true,
            }
        );

        var page = await client.ApiKeyPairs.ListPageAsync(limit: 1);
        var ids = new List<string>();
        await foreach (var key in client.ApiKeyPairs.ListAsync(limit: 1))
        {
            ids.Add(key.Id);
        }

        Assert.Equal(pair.Id, Assert.Single(page.Items).Id);
        Assert.True(ids.Count > 1);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task A_payment_service_is_added_changed_and_removed()
    {
        var services = client.PaymentServices;
        var service = await services.CreateAsync(
            new()
            {
                DisplayName = "Simulator",
                PaymentServiceDefinitionId = "mock-card",
                AcceptedCurrencies = ["USD"],
                AcceptedCountries = ["US"],
                Fields = [new() { Key = "merchant_id", Value = "1" }],
                Position = 7,
                Active = false,
                ThreeDSecureEnabled = true,
            },
            SandboxServer.OtherAccount
        );
        var changed = await services.UpdateAsync(
            service.Id,
            new()
            {
                DisplayName = "Renamed",
                AcceptedCurrencies = new List<string> { "EUR", "CHF" },
                Fields = new List<PaymentServiceField>
                {
                    new() { Key = "merchant_id", Value = "2" },
                },
                Position = 8,
            },
            SandboxServer.OtherAccount
        );

        Assert.Equal(("payment-service", Method.Card, false), (service.Type, service.Method, service.Active));
        Assert.Equal(
            (7, PaymentServiceStatus.Created, true),
            (service.Position, service.Status, service.ThreeDSecureEnabled)
        );
        Assert.Equal("1", Assert.Single(service.Fields!).Value);
        Assert.Equal(
            ("Renamed", 8, "2"),
            (changed.DisplayName, changed.Position, Assert.Single(changed.Fields!).Value)
        );
        Assert.Equal(["EUR", "CHF"], changed.AcceptedCurrencies);
        Assert.Equal(["US"], changed.AcceptedCountries);
        Assert.Equivalent(changed, await services.GetAsync(service.Id, SandboxServer.OtherAccount), strict: true);

        await services.DeleteAsync(service.Id, SandboxServer.OtherAccount);

        var deleted = await services.ListPageAsync(
            method: Method.Card,
            deleted: true,
            merchantAccountId: SandboxServer.OtherAccount
        );
        Assert.True(Assert.Single(deleted.Items).IsDeleted);
        await Assert.ThrowsAsync<NotFoundException>(() => services.GetAsync(service.Id, SandboxServer.OtherAccount));
    }

    [Fact]
    public async Task Payment_services_are_listed()
    {
        var listed = new List<PaymentService>();
        await foreach (var service in client.PaymentServices.ListAsync())
        {
            listed.Add(service);
        }

        Assert.Equal("mock-card", Assert.Single(listed).PaymentServiceDefinitionId);
    }

    [Fact]
    public async Task Kinds_of_payment_service_are_listed_and_read()
    {
        var definitions = new List<PaymentServiceDefinition>();
        await foreach (var definition in client.PaymentServiceDefinitions.ListAsync(limit: 1))
        {
            definitions.Add(definition);
        }

        var simulator = await client.PaymentServiceDefinitions.GetAsync("mock-card");

        Assert.Equal(["mock-card", "stripe-card"], definitions.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Equal((Method.Card, Mode.Card), (simulator.Method, simulator.Mode));
        Assert.Contains("USD", simulator.SupportedCurrencies);
        Assert.Equal(ApprovalTarget.Any, simulator.Configuration.ApprovalUiTarget);
        Assert.Equivalent(definitions.Single(one => one.Id == "mock-card"), simulator, strict: true);
    }

    [Fact]
    public async Task No_provider_here_verifies_or_opens_sessions()
    {
        var service = (await client.PaymentServices.ListPageAsync()).Items[0];
        var body = new Dictionary<string, JsonElement> { ["a"] = JsonElement.Parse("1") };

        var verify = await client.PaymentServices.TryVerifyAsync(
            new() { PaymentServiceDefinitionId = "mock-card", Fields = [new() { Key = "a", Value = "b" }] }
        );
        var session = await client.PaymentServices.TrySessionAsync(service.Id, body);
        var definition = await client.PaymentServiceDefinitions.TrySessionAsync("mock-card", body);

        Assert.StartsWith("No provider here can verify credentials", verify.Error?.Message, StringComparison.Ordinal);
        Assert.Equal("No payment service here offers sessions of its provider.", session.Error?.Message);
        Assert.IsType<BadRequestException>(definition.Error);
    }
}
