using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Lifecycle;

/// <summary><c>checkstand dev</c>: its credentials file and its welcome.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_credentials_file_is_private_and_opens_a_session()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var file = await ReadCredentialsAsync(server);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(server.CredentialsPath));
        Assert.Equal(server.Address, new Uri(Text(file["base_url"])));
        Assert.Equal("default", Text(file["gr4vy"]!["merchant_account_id"]));
        var pem = Text(file["gr4vy"]!["private_key"]);
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----\n", pem, StringComparison.Ordinal);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", Text(file["gr4vy"]!["key_id"]));
        using var api = new ApiClient(server.Address, Tokens.Sign(pem, Text(file["gr4vy"]!["key_id"])));
        (await api.CreateAsync()).As(201);
    }

    [Fact]
    public async Task Another_start_on_the_same_directory_keeps_the_key_and_writes_the_new_address()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var before = await ReadCredentialsAsync(server);
        await server.Process.KillAsync();
        await server.RestartElsewhereAsync();
        var after = await ReadCredentialsAsync(server);

        Assert.Equal(server.Address, new Uri(Text(after["base_url"])));
        Assert.NotEqual(Text(before["base_url"]), Text(after["base_url"]));
        Assert.True(JsonNode.DeepEquals(before["gr4vy"], after["gr4vy"]));
        Assert.Single(await SigningKeys.ListAsync(data.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(server.CredentialsPath));
    }

    [Fact]
    public async Task The_account_default_can_be_paid_from_the_first_start_on_and_other_accounts_bring_their_own()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);

        var service = Assert.Single(await ServicesAsync(api))!;
        Assert.Equal("mock-card", Text(service["payment_service_definition_id"]));
        Assert.True(service["active"]!.GetValue<bool>());
        Assert.Contains("JPY", service["accepted_currencies"]!.AsArray().Select(Text));
        Assert.Contains("GB", service["accepted_countries"]!.AsArray().Select(Text));
        var account = """{"id":"shop-2","display_name":"Shop"}""";
        (await api.SendAsync(HttpMethod.Post, "/merchant-accounts", account)).As(201);
        Assert.Empty(await ServicesAsync(api, "shop-2"));
    }

    [Fact]
    public async Task Each_sample_product_answers_under_the_same_id_after_a_restart()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var before = (await ReadCredentialsAsync(server))["polar"]!;
        await server.Process.KillAsync();
        await server.RestartAsync();

        var after = (await ReadCredentialsAsync(server))["polar"]!;
        Assert.True(JsonNode.DeepEquals(before, after));
        Assert.Equal(1000, await AmountAsync(server, after, "product_id", "price_amount"));
        Assert.Equal(100, await AmountAsync(server, after, "custom_price_product_id", "minimum_amount"));
        Assert.Equal(0, await AmountAsync(server, after, "free_product_id", "price_amount"));
        Assert.Equal(1500, await AmountAsync(server, after, "recurring_product_id", "price_amount"));
        Assert.Equal(2500, await AmountAsync(server, after["other_organization"]!, "product_id", "price_amount"));
    }

    [Fact]
    public async Task A_payment_service_of_the_sandbox_that_was_deleted_does_not_come_back()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using (var api = await ApiClient.OfSandboxAsync(server))
        {
            var id = Text(Assert.Single(await ServicesAsync(api))!["id"]);
            await api.SendAsync(HttpMethod.Delete, $"/payment-services/{id}");
        }

        await server.Process.KillAsync();
        await server.RestartElsewhereAsync();

        using var later = await ApiClient.OfSandboxAsync(server);
        Assert.Empty(await ServicesAsync(later));
    }

    [Fact]
    public async Task A_damaged_credentials_file_is_refused_in_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(data.Path, "dev-credentials.json"), "{\"gr4vy\":");

        var refused = await Cli.RunAsync("dev", "--data", data.Path, "--urls", "http://127.0.0.1:0");
        Assert.Contains("dev-credentials.json can't be read", refused.RefusedInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_in_the_welcome_and_in_the_credentials_is_the_one_that_the_system_chose()
    {
        await using var process = ChildProcess.Start(
            "dotnet",
            [Repository.Program, "dev", "--urls", "http://127.0.0.1:0", "--data", data.Path],
            data.Path
        );
        var address = new Uri(await WelcomeLineAsync(process, "Listening on "));
        using var api = new ApiClient(address);

        Assert.NotEqual(0, address.Port);
        Assert.Equal(200, (await api.SendAsync(HttpMethod.Get, "/readyz")).Status);
        var credentials = await File.ReadAllTextAsync(Path.Combine(data.Path, "dev-credentials.json"));
        Assert.Equal(address, new Uri(Text(JsonNode.Parse(credentials)!["base_url"])));
    }

    [Fact]
    public async Task The_curl_line_of_the_welcome_opens_a_session_when_it_is_pasted()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var command = "curl " + await WelcomeLineAsync(server.Process, "curl ");

        var pasted = await Cli.RunAsync("bash", ["-c", command], data.Path, TimeSpan.FromSeconds(20));
        var session = JsonNode.Parse(pasted.Successful())!;
        Assert.Equal("checkout-session", Text(session["type"]));
        Assert.Equal(1299, session["amount"]!.GetValue<int>());
        using var api = await ApiClient.OfSandboxAsync(server);
        (await api.GetAsync(Text(session["id"]))).As(200);
    }

    [Fact]
    public async Task The_link_of_the_welcome_opens_a_page_that_can_be_paid()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var link = "/checkout/polar_c_" + await WelcomeLineAsync(server.Process, "/checkout/polar_c_");

        using var browser = new HttpClient { BaseAddress = server.Address };
        var page = await browser.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("name=\"card_number\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_the_environment_are_taken_and_the_command_line_wins_over_them()
    {
        using var other = new TemporaryDirectory();
        var address = $"http://127.0.0.1:{FreePort.Choose()}";
        await using var process = ChildProcess.Start(
            "dotnet",
            [Repository.Program, "dev", "--data", data.Path],
            other.Path,
            new Dictionary<string, string?> { ["Checkstand__Urls"] = address, ["Checkstand__Data"] = other.Path }
        );

        Assert.Equal(address, await WelcomeLineAsync(process, "Listening on "));
        Assert.True(File.Exists(Path.Combine(data.Path, "checkstand.db")));
        Assert.Empty(Directory.GetFiles(other.Path));
    }

    // The rest of the line after a text, as soon as the process has written it.
    private static async Task<string> WelcomeLineAsync(ChildProcess process, string before)
    {
        string? found = null;
        await Poll.UntilAsync(
            $"'{before}' is in the welcome",
            TimeSpan.FromSeconds(20),
            () =>
            {
                var lines = process.Out.Text.Split('\n')[..^1];
                var line = lines.FirstOrDefault(line => line.Contains(before, StringComparison.Ordinal));
                found = line?[(line.IndexOf(before, StringComparison.Ordinal) + before.Length)..];
                return found is not null;
            }
        );
        return found!;
    }

    private static async Task<JsonArray> ServicesAsync(ApiClient api, string account = "default")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/payment-services");
        request.Headers.Add("Authorization", $"Bearer {api.Token}");
        request.Headers.Add("x-gr4vy-merchant-account-id", account);
        return (await api.SendAsync(request)).As(200)["items"]!.AsArray();
    }

    private static async Task<int> AmountAsync(ServerProgram server, JsonNode polar, string product, string amount)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Text(polar["access_token"]));
        var answer = JsonNode.Parse(await http.GetStringAsync($"/v1/products/{Text(polar[product])}"))!;
        return Assert.Single(answer["prices"]!.AsArray())![amount]!.GetValue<int>();
    }

    private static async Task<JsonNode> ReadCredentialsAsync(ServerProgram server) =>
        JsonNode.Parse(await File.ReadAllTextAsync(server.CredentialsPath))!;

    private static string Text(JsonNode? value) => value!.GetValue<string>();
}
