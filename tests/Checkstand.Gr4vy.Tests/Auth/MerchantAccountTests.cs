using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.Auth;

public sealed class MerchantAccountTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_key_of_one_account_acts_for_that_account_only()
    {
        using var mint = await server.RegisterKeyAsync(SigningAlgorithm.ES512, Gr4vyServer.OtherAccount);
        var id = await api.OpenAsync("{}", Gr4vyServer.OtherAccount);
        var ask = new Ask("GET", ApiClient.PathOf(id)) { Authorization = mint.Bearer() };

        (await api.SendAsync(ask with { Merchant = Gr4vyServer.OtherAccount })).Expect(200);
        Envelope.Check(await api.SendAsync(ask), 403);
        Envelope.Check(await api.SendAsync(ask with { Merchant = "" }), 403);
        Envelope.Check(await api.SendAsync(ask with { Merchant = "default" }), 403);
    }

    [Fact]
    public async Task A_key_of_several_accounts_acts_for_each()
    {
        using var mint = await server.RegisterKeyAsync(SigningAlgorithm.ES512, "default", Gr4vyServer.OtherAccount);
        var ask = new Ask("POST", ApiClient.Sessions) { Authorization = mint.Bearer() };

        (await api.SendAsync(ask)).Expect(201);
        (await api.SendAsync(ask with { Merchant = Gr4vyServer.OtherAccount })).Expect(201);
    }

    // A merchant's key must not find out who the other merchants are.
    [Fact]
    public async Task An_account_of_others_and_one_that_is_not_there_answer_alike()
    {
        using var mint = await server.RegisterKeyAsync(SigningAlgorithm.ES512, "default");
        var ask = new Ask("POST", ApiClient.Sessions) { Authorization = mint.Bearer() };

        var foreign = await api.SendAsync(ask with { Merchant = Gr4vyServer.OtherAccount });
        var unknown = await api.SendAsync(ask with { Merchant = "nobody" });

        Envelope.Check(foreign, 403);
        Assert.Equal(foreign.Comparable, unknown.Comparable);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("DEFAULT")]
    [InlineData("Default")]
    [InlineData("defaul")]
    [InlineData("default2")]
    [InlineData("default,other")]
    [InlineData("default other")]
    [InlineData("*")]
    [InlineData("../default")]
    [InlineData("default\\0")]
    [InlineData("default' OR '1'='1")]
    [InlineData("null")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_name_that_is_no_account_is_403(string merchant)
    {
        var id = await api.OpenAsync();

        foreach (var operation in Vendor.Operations.Where(operation => operation.NeedsToken))
        {
            var ask = Requests.Of(api, operation, id) with { Merchant = merchant };
            Assert.Empty(Envelope.Check(await api.SendAsync(ask), 403));
        }

        (await api.GetAsync(id)).Expect(200);
    }

    [Fact]
    public async Task A_new_account_can_be_used_at_once()
    {
        var ask = api.Backend("POST", ApiClient.Sessions, "later");
        Envelope.Check(await api.SendAsync(ask), 403);

        await server.Merchants.AddAccountAsync(MerchantAccountId.Parse("later"), "Later", CancellationToken.None);

        (await api.SendAsync(ask)).Expect(201);
    }

    [Fact]
    public async Task A_restricted_key_is_said_before_what_is_wrong_with_the_request()
    {
        using var mint = await server.RegisterKeyAsync(SigningAlgorithm.ES512, Gr4vyServer.OtherAccount);
        var ask = new Ask("PUT", ApiClient.PathOf("nope")) { Authorization = mint.Bearer() };

        Envelope.Check(await api.SendAsync(ask.Json("{")), 403);
    }
}
