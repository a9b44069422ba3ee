namespace Checkstand.Server.Tests.Lifecycle;

/// <summary><c>checkstand serve</c>: needs keys that somebody made on purpose, and has nothing of the sandbox.</summary>
public sealed class ProductionTests : IDisposable
{
    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Without_keys_it_refuses_to_start_and_says_how_to_make_them()
    {
        var refused = await Cli.RunAsync("serve", "--data", data.Path, "--urls", "http://127.0.0.1:0");

        Assert.Contains(
            $"checkstand keys create --data {data.Path}",
            refused.RefusedInOneLine(),
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Path.Combine(data.Path, "keyring.json")));
        Assert.False(File.Exists(Path.Combine(data.Path, "checkstand.db")));
    }

    [Fact]
    public async Task Without_an_active_signing_key_it_refuses_to_start()
    {
        var (key, _) = await SigningKeys.CreateAsync(data.Path);
        (await Cli.RunAsync("keys", "revoke", key.Id, "--data", data.Path)).Successful();

        var refused = await Cli.RunAsync("serve", "--data", data.Path, "--urls", "http://127.0.0.1:0");
        Assert.Contains("No signing key is active", refused.RefusedInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_no_routes_of_the_sandbox_and_writes_no_credentials()
    {
        var (key, pem) = await SigningKeys.CreateAsync(data.Path);
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        using var api = new ApiClient(server.Address, Tokens.Sign(pem, key.Id));
        foreach (var path in (string[])["/dev/clock", "/dev/token", "/dev/charges?session_id=x", "/dev"])
        {
            (await api.SendAsync(HttpMethod.Get, path)).IsError(404);
        }

        (await api.AdvanceClockAsync(TimeSpan.FromHours(1))).IsError(404);
        (await api.CreateAsync()).As(201);
        Assert.False(File.Exists(server.CredentialsPath));
        Assert.DoesNotContain("sandbox", server.Process.Out.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_logs_one_JSON_object_a_line()
    {
        await SigningKeys.CreateAsync(data.Path);
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        using var api = new ApiClient(server.Address, "no token");
        (await api.CreateAsync()).IsError(401);
        await server.EndAsync();

        var lines = server.Process.Out.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(server.Address.Authority, lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(line)!["message"]));
        Assert.Empty(server.Process.Error.Text);
    }

    [Fact]
    public async Task A_sandbox_directory_served_as_production_keeps_its_sessions_and_loses_its_clock()
    {
        string id;
        await using (var sandbox = await ServerProgram.StartSandboxAsync(data.Path))
        {
            using var api = await ApiClient.OfSandboxAsync(sandbox);
            id = await api.OpenAsync();
            await sandbox.EndAsync();
        }

        var (key, pem) = await SigningKeys.CreateAsync(data.Path);
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        using var production = new ApiClient(server.Address, Tokens.Sign(pem, key.Id));
        (await production.GetAsync(id)).As(200);
        (await production.SendAsync(HttpMethod.Get, "/dev/clock")).IsError(404);
        Assert.Contains("dev-credentials.json is good here too", server.Process.Out.Text, StringComparison.Ordinal);
    }
}
