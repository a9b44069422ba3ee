using System.Security.Cryptography;

namespace Checkstand.Server.Tests.Keys;

/// <summary><c>checkstand keys</c> and <c>checkstand merchants</c>, with a server running on the directory and without.</summary>
public sealed class SigningKeyTests : IDisposable
{
    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_key_that_was_made_before_the_start_opens_a_session_in_production()
    {
        var (key, pem) = await SigningKeys.CreateAsync(data.Path, "--name", "shop");
        Assert.Equal(("ES512", "active", "all", "shop"), (key.Algorithm, key.Status, key.MerchantAccounts, key.Name));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", pem, StringComparison.Ordinal);

        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        using var api = new ApiClient(server.Address, Tokens.Sign(pem, key.Id));
        (await api.GetAsync(await api.OpenAsync())).As(200);
    }

    [Fact]
    public async Task A_key_that_was_made_while_the_server_runs_is_good_for_the_next_request()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var (key, pem) = await SigningKeys.CreateAsync(data.Path);
        using var api = new ApiClient(server.Address, Tokens.Sign(pem, key.Id));

        (await api.CreateAsync()).As(201);
        Assert.Equal(2, (await SigningKeys.ListAsync(data.Path)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_revoked_key_is_refused_on_the_very_next_request(bool isTokenUsedBefore)
    {
        var (good, goodPem) = await SigningKeys.CreateAsync(data.Path);
        var (bad, badPem) = await SigningKeys.CreateAsync(data.Path);
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        using var api = new ApiClient(server.Address, Tokens.Sign(badPem, bad.Id));
        if (isTokenUsedBefore)
        {
            (await api.CreateAsync()).As(201);
        }

        (await Cli.RunAsync("keys", "revoke", bad.Id, "--data", data.Path)).Successful();

        (await api.CreateAsync()).IsError(401);
        api.Token = Tokens.Sign(badPem, bad.Id);
        (await api.CreateAsync()).IsError(401);
        api.Token = Tokens.Sign(goodPem, good.Id);
        (await api.CreateAsync()).As(201);
        await server.Process.KillAsync();
        await server.RestartAsync();
        api.Token = Tokens.Sign(badPem, bad.Id);
        (await api.CreateAsync()).IsError(401);
    }

    [Fact]
    public async Task A_key_that_was_revoked_while_no_server_ran_is_refused_after_the_start()
    {
        var (good, _) = await SigningKeys.CreateAsync(data.Path);
        var (bad, badPem) = await SigningKeys.CreateAsync(data.Path);
        var revoked = await Cli.RunAsync("keys", "revoke", bad.Id, "--data", data.Path);
        Assert.Contains(bad.Id, revoked.Successful(), StringComparison.Ordinal);

        var listed = await SigningKeys.ListAsync(data.Path);
        Assert.Equal("revoked", listed.Single(key => key.Id == bad.Id).Status);
        Assert.Equal("active", listed.Single(key => key.Id == good.Id).Status);
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        using var api = new ApiClient(server.Address, Tokens.Sign(badPem, bad.Id));
        (await api.CreateAsync()).IsError(401);
    }

    [Fact]
    public async Task A_key_of_one_merchant_account_acts_for_no_other()
    {
        (await Cli.RunAsync("merchants", "create", "north", "--data", data.Path)).Successful();
        var (key, pem) = await SigningKeys.CreateAsync(data.Path, "--merchant-account", "north");
        Assert.Equal("north", key.MerchantAccounts);
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        using var api = new ApiClient(server.Address, Tokens.Sign(pem, key.Id));

        (await api.CreateAsync()).IsError(403);
        (await CreateForAsync(api, "default")).IsError(403);
        (await CreateForAsync(api, "nobody")).IsError(403);
        (await CreateForAsync(api, "north")).As(201);
    }

    [Fact]
    public async Task A_merchant_account_that_was_made_while_the_server_runs_is_apart_from_the_others()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        (await CreateForAsync(api, "south")).IsError(403);

        (await Cli.RunAsync("merchants", "create", "south", "--data", data.Path)).Successful();

        var id = (await CreateForAsync(api, "south")).As(201)["id"]!.GetValue<string>();
        (await api.GetAsync(id)).IsError(404);
        var listed = (await Cli.RunAsync("merchants", "list", "--data", data.Path)).Successful();
        Assert.Matches("(?m)^default +Default$", listed);
        Assert.Matches("(?m)^south +south$", listed);
    }

    [Theory]
    [InlineData("ES512")]
    [InlineData("RS512")]
    public async Task The_public_half_of_a_key_can_be_registered(string algorithm)
    {
        using AsymmetricAlgorithm pair =
            algorithm == "ES512" ? ECDsa.Create(ECCurve.NamedCurves.nistP521) : RSA.Create(2048);
        using var files = new TemporaryDirectory();
        var pem = Path.Combine(files.Path, "public.pem");
        await File.WriteAllTextAsync(pem, pair.ExportSubjectPublicKeyInfoPem());

        var registered = await Cli.RunAsync("keys", "create", "--public-key", pem, "--data", data.Path);
        var key = Assert.Single(await SigningKeys.ListAsync(data.Path));
        Assert.Equal($"Registered key {key.Id}\n", registered.Successful());
        Assert.Equal(algorithm, key.Algorithm);
        if (pair is ECDsa curve)
        {
            await using var server = await ServerProgram.StartProductionAsync(data.Path);
            using var api = new ApiClient(server.Address, Tokens.Sign(curve.ExportPkcs8PrivateKeyPem(), key.Id));
            (await api.CreateAsync()).As(201);
        }

        var again = await Cli.RunAsync("keys", "create", "--public-key", pem, "--data", data.Path);
        Assert.Contains("is registered already", again.RefusedInOneLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no key at all", "no EC or RSA key")]
    [InlineData("P-256", "P-521")]
    [InlineData("RSA 1024", "1024 bits")]
    public async Task A_public_key_that_cannot_sign_tokens_is_refused_in_one_line(string kind, string reason)
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(1024);
        using var files = new TemporaryDirectory();
        var pem = Path.Combine(files.Path, "public.pem");
        await File.WriteAllTextAsync(
            pem,
            kind switch
            {
                "P-256" => curve.ExportSubjectPublicKeyInfoPem(),
                "RSA 1024" => rsa.ExportSubjectPublicKeyInfoPem(),
                _ => kind,
            }
        );

        var refused = await Cli.RunAsync("keys", "create", "--public-key", pem, "--data", data.Path);
        Assert.Contains(reason, refused.RefusedInOneLine(), StringComparison.Ordinal);
        Assert.Empty(await SigningKeys.ListAsync(data.Path));
    }

    [Fact]
    public async Task Commands_about_what_is_not_there_are_refused_in_one_line_with_a_server_and_without()
    {
        await using (await ServerProgram.StartSandboxAsync(data.Path))
        {
            await AssertRefusedAsync();
        }

        await AssertRefusedAsync();

        async Task AssertRefusedAsync()
        {
            string[][] commands =
            [
                ["keys", "revoke", "no-such-key"],
                ["keys", "create", "--merchant-account", "nobody"],
                ["keys", "create", "--merchant-account", "not an id"],
                ["keys", "create", "--public-key", "/nowhere/public.pem"],
                ["merchants", "create", "default"],
                ["merchants", "create", "not an id"],
            ];
            foreach (var command in commands)
            {
                var refused = await Cli.RunAsync([.. command, "--data", data.Path]);
                Assert.StartsWith("checkstand: ", refused.RefusedInOneLine(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_data_directory_too_deep_for_a_socket_takes_commands_while_its_server_runs()
    {
        var deep = Path.Combine(data.Path, new string('d', 100), new string('e', 100));
        await using var server = await ServerProgram.StartSandboxAsync(deep);
        var (key, pem) = await SigningKeys.CreateAsync(deep);
        using var api = new ApiClient(server.Address, Tokens.Sign(pem, key.Id));

        (await api.CreateAsync()).As(201);
        // Its socket is in the temporary directory; an end in order takes it away.
        await server.EndAsync();
    }

    private static async Task<Answer> CreateForAsync(ApiClient api, string merchant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/checkout/sessions");
        request.Headers.Add("Authorization", $"Bearer {api.Token}");
        request.Headers.Add("x-gr4vy-merchant-account-id", merchant);
        return await api.SendAsync(request);
    }
}
