using System.Security.Cryptography;
using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.ApiKeyPairs;

public sealed class ApiKeyPairTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Path = "/api-key-pairs";
    private const string Roles = $"""
        "role_ids":["{ApiClient.UnknownId}"]
        """;

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_key_is_made_and_its_private_half_shown_once()
    {
        var created = await CreateAsync();
        using var mint = TokenMint.Of(created.TextAt("/private_key")!, created.TextAt("/thumbprint")!);

        var read = await GetAsync(created);

        Assert.Equal("ECDSA", read.TextAt("/algorithm"));
        Assert.True(read.At("/active").GetBoolean());
        Assert.True(read.IsNullAt("/private_key"));
        Assert.Equal("[]", read.At("/merchant_accounts").GetRawText());
        Assert.Equal("[]", read.At("/roles").GetRawText());
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", created.TextAt("/private_key"), StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", (await ListAsync()).Text, StringComparison.Ordinal);
        (await TryAsync(mint)).Expect(201);
    }

    [Fact]
    public async Task An_RSA_key_is_made_when_asked_for()
    {
        var created = await CreateAsync(""","algorithm":"RSA" """);
        using var mint = TokenMint.Of(created.TextAt("/private_key")!, created.TextAt("/thumbprint")!);

        Assert.Equal("RSA", created.TextAt("/algorithm"));
        (await TryAsync(mint)).Expect(201);
    }

    // Version 8 from the thumbprint: the same wherever the key is registered.
    [Fact]
    public async Task The_id_follows_from_the_key()
    {
        var created = await CreateAsync();

        var hash = SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(created.TextAt("/thumbprint")!));

        var id = created.TextAt("/id")!;
        Assert.StartsWith(Convert.ToHexStringLower(hash)[..8], id, StringComparison.Ordinal);
        Assert.Equal('8', id[14]);
        Assert.Contains(id[19], "89ab");
    }

    [Fact]
    public async Task A_public_key_that_was_made_elsewhere_is_registered()
    {
        using var mint = TokenMint.Stranger("");
        var created = await CreateAsync($",\"public_key\":{Quoted(mint.PublicKeyPem)}");

        Assert.True(created.IsNullAt("/private_key"));
        var again = await PostAsync($",\"public_key\":{Quoted(mint.PublicKeyPem)}");
        Envelope.Check(again, 409);
        Assert.Equal(created.TextAt("/id"), again.TextAt("/resource_id"));
    }

    [Theory]
    [InlineData("nistP256")]
    [InlineData("text")]
    [InlineData("private")]
    public async Task A_key_that_can_not_sign_or_should_be_private_is_refused(string kind)
    {
        using var key = ECDsa.Create(kind == "nistP256" ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP521);
        var pem = kind switch
        {
            "text" => "no key",
            "private" => key.ExportPkcs8PrivateKeyPem(),
            _ => key.ExportSubjectPublicKeyInfoPem(),
        };

        var answer = await PostAsync($",\"public_key\":{Quoted(pem)}");

        Envelope.CheckViolation(answer, "body", "/public_key", "value_error");
    }

    [Fact]
    public async Task A_key_is_confined_to_the_accounts_that_it_is_made_for()
    {
        var created = await CreateAsync(""","merchant_account_ids":["other","other"]""");
        using var mint = TokenMint.Of(created.TextAt("/private_key")!, created.TextAt("/thumbprint")!);

        Assert.Equal("other", created.TextAt("/merchant_accounts/0/id"));
        Assert.Equal(1, created.At("/merchant_accounts").GetArrayLength());
        (await TryAsync(mint, Gr4vyServer.OtherAccount)).Expect(201);
        Envelope.Check(await TryAsync(mint), 403);
        Envelope.CheckViolation(
            await PostAsync(""","merchant_account_ids":["other","nobody"]"""),
            "body",
            "/merchant_account_ids/1",
            "not_found"
        );
    }

    // Tokens are remembered for up to an hour; what their key may do must not be.
    [Fact]
    public async Task Other_accounts_are_in_force_for_a_token_that_was_seen_before()
    {
        var created = await CreateAsync();
        using var mint = TokenMint.Of(created.TextAt("/private_key")!, created.TextAt("/thumbprint")!);
        var authorization = mint.Bearer();
        (await OpenAsync(authorization)).Expect(201);

        var updated = await UpdateAsync(created, """{"merchant_account_ids":["other"]}""");

        Assert.Equal("other", updated.TextAt("/merchant_accounts/0/id"));
        Envelope.Check(await OpenAsync(authorization), 403);
        (await OpenAsync(authorization, Gr4vyServer.OtherAccount)).Expect(201);
    }

    [Fact]
    public async Task A_key_can_be_renamed_and_a_silent_update_changes_nothing_that_is_shown_but_its_time()
    {
        var created = await CreateAsync(""","merchant_account_ids":["other"]""");
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        var updated = await UpdateAsync(
            created,
            $$"""{"display_name":"New","active":null,"merchant_account_ids":null,{{Roles}}}"""
        );

        Assert.Equal("New", updated.TextAt("/display_name"));
        Assert.Equal("other", updated.TextAt("/merchant_accounts/0/id"));
        Assert.True(updated.At("/active").GetBoolean());
        Assert.NotEqual(created.TextAt("/updated_at"), updated.TextAt("/updated_at"));
        Assert.Equal(updated.Text, (await GetAsync(created)).Text);
    }

    [Fact]
    public async Task A_key_that_is_not_active_is_revoked_for_good()
    {
        var created = await CreateAsync();
        using var mint = TokenMint.Of(created.TextAt("/private_key")!, created.TextAt("/thumbprint")!);
        (await TryAsync(mint)).Expect(201);

        var updated = await UpdateAsync(created, """{"active":false}""");

        Assert.False(updated.At("/active").GetBoolean());
        Envelope.Check(await TryAsync(mint), 401);
        var again = await api.SendAsync(api.Backend("PUT", Of(created)).Json("""{"active":true}"""));
        Envelope.CheckViolation(again, "body", "/active", "value_error");
        Envelope.Check(await TryAsync(mint), 401);
    }

    [Fact]
    public async Task A_key_may_be_made_inactive()
    {
        var created = await CreateAsync(""","active":false""");
        using var mint = TokenMint.Of(created.TextAt("/private_key")!, created.TextAt("/thumbprint")!);

        Assert.False(created.At("/active").GetBoolean());
        Envelope.Check(await TryAsync(mint), 401);
    }

    [Fact]
    public async Task A_deleted_key_is_revoked_and_not_shown_any_more()
    {
        var created = await CreateAsync();
        using var mint = TokenMint.Of(created.TextAt("/private_key")!, created.TextAt("/thumbprint")!);

        (await api.SendAsync(api.Backend("DELETE", Of(created)))).Expect(204);

        Envelope.Check(await TryAsync(mint), 401);
        Envelope.Check(await api.SendAsync(api.Backend("GET", Of(created))), 404);
        Envelope.Check(await api.SendAsync(api.Backend("PUT", Of(created)).Json("{}")), 404);
        Envelope.Check(await api.SendAsync(api.Backend("DELETE", Of(created))), 404);
        Assert.DoesNotContain(created.TextAt("/id")!, (await ListAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restricted_key_sees_makes_and_changes_lesser_keys_only()
    {
        var general = await CreateAsync();
        var lesser = await CreateAsync(""","merchant_account_ids":["other"]""");
        using var key = await server.RegisterKeyAsync(SigningAlgorithm.ES512, Gr4vyServer.OtherAccount);

        var list = (await SendAsync("GET", $"{Path}?limit=100")).Expect(200).Text;
        Assert.Contains(lesser.TextAt("/id")!, list, StringComparison.Ordinal);
        Assert.DoesNotContain(general.TextAt("/id")!, list, StringComparison.Ordinal);
        Assert.Equal(
            (await SendAsync("GET", $"{Path}/{ApiClient.UnknownId}")).Comparable,
            (await SendAsync("GET", Of(general))).Comparable
        );
        Envelope.Check(await SendAsync("DELETE", Of(general)), 404);
        Envelope.Check(await SendAsync("PUT", Of(general), "{}"), 404);
        Envelope.Check(await SendAsync("POST", Path, Body()), 403);
        Envelope.Check(await SendAsync("PUT", Of(lesser), """{"merchant_account_ids":[]}"""), 403);
        foreach (var account in new[] { "default", "nobody" })
        {
            Envelope.CheckViolation(
                await SendAsync("POST", Path, Body($",\"merchant_account_ids\":[\"{account}\"]")),
                "body",
                "/merchant_account_ids/0",
                "not_found"
            );
        }

        (await SendAsync("POST", Path, Body(""","merchant_account_ids":["other"]"""))).Expect(201);
        (await SendAsync("PUT", Of(lesser), """{"active":false}""")).Expect(200);
        (await GetAsync(general)).Expect(200);

        Task<Answer> SendAsync(string method, string path, string? body = null)
        {
            var ask = new Ask(method, path) { Authorization = key.Bearer() };
            return api.SendAsync(body is null ? ask : ask.Json(body));
        }
    }

    [Fact]
    public async Task Keys_are_listed_newest_first_in_pages()
    {
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var older = await CreateAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var newer = await CreateAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        var first = (await api.SendAsync(api.Backend("GET", $"{Path}?limit=1"))).Expect(200);
        var next = await api.SendAsync(api.Backend("GET", $"{Path}?limit=1&cursor={first.TextAt("/next_cursor")}"));

        Assert.Equal(newer.TextAt("/id"), first.TextAt("/items/0/id"));
        Assert.Equal(older.TextAt("/id"), next.Expect(200).TextAt("/items/0/id"));
    }

    private async Task<Answer> CreateAsync(string more = "") => (await PostAsync(more)).Expect(201);

    private Task<Answer> PostAsync(string more) => api.SendAsync(api.Backend("POST", Path).Json(Body(more)));

    private async Task<Answer> GetAsync(Answer key) => (await api.SendAsync(api.Backend("GET", Of(key)))).Expect(200);

    private async Task<Answer> UpdateAsync(Answer key, string json) =>
        (await api.SendAsync(api.Backend("PUT", Of(key)).Json(json))).Expect(200);

    private async Task<Answer> ListAsync() =>
        (await api.SendAsync(api.Backend("GET", $"{Path}?limit=100"))).Expect(200);

    private Task<Answer> TryAsync(TokenMint mint, string? merchant = null) => OpenAsync(mint.Bearer(), merchant);

    private Task<Answer> OpenAsync(string authorization, string? merchant = null) =>
        api.SendAsync(
            new Ask("POST", ApiClient.Sessions) { Authorization = authorization, Merchant = merchant }.Json("{}")
        );

    private static string Body(string more = "") => $$"""{"display_name":"Backend",{{Roles}}{{more}}}""";

    private static string Of(Answer key) => $"{Path}/{key.TextAt("/id")}";

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
