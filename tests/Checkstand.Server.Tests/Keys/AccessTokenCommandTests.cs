using System.Net.Http.Headers;
using Checkstand.Server.Tests.Checkouts;
using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Keys;

/// <summary><c>checkstand organizations</c> and <c>checkstand tokens</c>, with a server running on the directory and without.</summary>
public sealed class AccessTokenCommandTests : IDisposable
{
    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    // Who uses one dialect only needs nothing of the other.
    [Fact]
    public async Task Production_starts_with_an_access_token_and_no_signing_key()
    {
        var created = await RunAsync("organizations", "create", "acme", "--name", "Acme Inc");
        Assert.Matches("^Created organization [0-9a-f-]{36}\n$", created.Successful());
        Assert.Contains("no access token is good", await RefusedStartAsync(), StringComparison.Ordinal);

        var token = (await RunAsync("tokens", "create", "--comment", "backend")).Successful().TrimEnd();
        Assert.Matches("^polar_oat_[A-Za-z0-9]{43}$", token);
        await using var server = await ServerProgram.StartProductionAsync(data.Path);

        Assert.Equal(200, await CallAsync(server, token));
    }

    [Fact]
    public async Task A_token_that_was_revoked_while_the_server_runs_is_refused_on_the_very_next_request()
    {
        (await RunAsync("organizations", "create", "acme")).Successful();
        (await RunAsync("tokens", "create", "--comment", "other")).Successful();
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        var token = (await RunAsync("tokens", "create", "--comment", "leaked")).Successful().TrimEnd();
        Assert.Equal(200, await CallAsync(server, token));
        var id = await IdOfAsync("leaked");

        Assert.Equal($"Revoked token {id}\n", (await RunAsync("tokens", "revoke", id)).Successful());

        Assert.Equal(401, await CallAsync(server, token));
        Assert.Contains("already", (await RunAsync("tokens", "revoke", id)).Successful(), StringComparison.Ordinal);
        Assert.Matches($"(?m)^{id} +acme +revoked ", (await RunAsync("tokens", "list")).Successful());
    }

    [Fact]
    public async Task A_token_has_the_scopes_and_the_end_that_it_was_given()
    {
        (await RunAsync("organizations", "create", "acme")).Successful();
        (await RunAsync("organizations", "create", "umbrella")).Successful();
        var weak = (
            await RunAsync("tokens", "create", "--organization", "acme", "--scope", "openid", "--scope", "email")
        ).Successful();
        (await RunAsync("tokens", "create", "--organization", "umbrella", "--expires-in-days", "1")).Successful();

        var listed = (await RunAsync("tokens", "list")).Successful();
        Assert.Matches("(?m)^[0-9a-f-]{36} +acme +active +2 .+ never +unnamed$", listed);
        Assert.Matches("(?m)^[0-9a-f-]{36} +umbrella +active +all .+Z +unnamed$", listed);
        Assert.DoesNotContain("umbrella", (await RunAsync("tokens", "list", "--organization", "acme")).Successful());
        await using var server = await ServerProgram.StartProductionAsync(data.Path);
        Assert.Equal(403, await CallAsync(server, weak.TrimEnd()));
    }

    [Fact]
    public async Task A_blocked_organization_sells_nothing_from_the_very_next_request_on_until_it_is_unblocked()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var (api, polar) = CheckoutCalls.ClientOf(server);
        using var _ = api;
        var (product, id) = (polar.Text("product_id"), polar.Text("organization_id"));
        var checkout = await api.OpenCheckoutAsync(product);

        Assert.Equal("Blocked organization acme\n", (await RunAsync("organizations", "block", id)).Successful());

        Assert.Equal(403, (await api.ConfirmAsync(checkout)).Status);
        Assert.Equal(403, (await api.SendAsync(HttpMethod.Get, $"/checkout/{checkout.Secret}")).Status);
        Assert.Empty(await api.ChargedAsync(checkout));
        Assert.Matches($"(?m)^{id} +acme +blocked ", (await RunAsync("organizations", "list")).Successful());
        Assert.Contains("already", (await RunAsync("organizations", "block", "acme")).Successful());

        Assert.Equal(
            "Unblocked organization acme\n",
            (await RunAsync("organizations", "unblock", "acme")).Successful()
        );

        Assert.Equal(200, (await api.ConfirmAsync(checkout)).Status);
        Assert.Contains("is not blocked", (await RunAsync("organizations", "unblock", "acme")).Successful());
    }

    [Fact]
    public async Task When_a_token_was_last_used_is_known_after_a_restart()
    {
        (await RunAsync("organizations", "create", "acme")).Successful();
        (await RunAsync("tokens", "create", "--comment", "idle")).Successful();
        var token = (await RunAsync("tokens", "create", "--comment", "busy")).Successful().TrimEnd();
        await using (var server = await ServerProgram.StartProductionAsync(data.Path))
        {
            Assert.Equal(200, await CallAsync(server, token));
            await Poll.UntilAsync(
                "the use is stored",
                TimeSpan.FromSeconds(20),
                () =>
                    Database.Ask<long>(
                        data.Path,
                        "SELECT COUNT(*) FROM access_tokens WHERE last_used_at_ms IS NOT NULL"
                    ) == 1
            );
        }

        var listed = (await RunAsync("tokens", "list")).Successful();

        Assert.Matches(@"(?m) 20\d\d-\d\d-\d\d [0-9:]{8}Z  never +busy$", listed);
        Assert.Matches("(?m)Z  never +never +idle$", listed);
    }

    [Fact]
    public async Task Commands_that_make_no_sense_are_refused_in_one_line()
    {
        (await RunAsync("organizations", "create", "acme")).Successful();
        (await RunAsync("organizations", "create", "umbrella")).Successful();
        string[][] commands =
        [
            ["organizations", "create", "acme"],
            ["organizations", "create", "Not a slug"],
            ["organizations", "create", "third", "--name", "3"],
            ["organizations", "block", "nobody"],
            ["organizations", "unblock", "nobody"],
            ["tokens", "create"],
            ["tokens", "create", "--organization", "nobody"],
            ["tokens", "create", "--organization", "acme", "--scope", "everything"],
            ["tokens", "list", "--organization", "nobody"],
            ["tokens", "revoke", "5b0fbd7c-0f1a-4a4b-8a43-000000000000"],
            ["tokens", "revoke", "polar_oat_of_somebody"],
        ];
        foreach (var command in commands)
        {
            var line = (await RunAsync(command)).RefusedInOneLine();
            Assert.StartsWith("checkstand: ", line, StringComparison.Ordinal);
            Assert.DoesNotContain("polar_oat_", line, StringComparison.Ordinal);
        }
    }

    private Task<CommandResult> RunAsync(params string[] command) => Cli.RunAsync([.. command, "--data", data.Path]);

    private async Task<string> RefusedStartAsync() =>
        (await RunAsync("serve", "--urls", "http://127.0.0.1:0")).RefusedInOneLine();

    private async Task<string> IdOfAsync(string comment) =>
        (await RunAsync("tokens", "list"))
            .Successful()
            .Split('\n')
            .Single(line => line.EndsWith(comment, StringComparison.Ordinal))
            .Split(' ')[0];

    private static async Task<int> CallAsync(ServerProgram server, string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/v1/organizations/"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
