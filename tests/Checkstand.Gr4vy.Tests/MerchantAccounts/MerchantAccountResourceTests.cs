using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.MerchantAccounts;

public sealed class MerchantAccountResourceTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Path = "/merchant-accounts";

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task An_account_is_answered_as_it_will_be_read_and_can_be_used_at_once()
    {
        var id = Unique();

        var created = await CreateAsync(id, "Łódź 🛒");

        var read = (await api.SendAsync(api.Backend("GET", $"{Path}/{id}"))).Expect(200);
        Assert.Equal(created.Text, read.Text);
        Assert.Equal("merchant-account", read.TextAt("/type"));
        Assert.Equal(id, read.TextAt("/id"));
        Assert.Equal("Łódź 🛒", read.TextAt("/display_name"));
        await api.OpenAsync("{}", id);
    }

    // Nothing here acts on them, so nothing pretends to have them; secrets among them are not kept at all.
    [Fact]
    public async Task Settings_without_a_use_are_taken_and_shown_as_off()
    {
        var id = Unique();
        var body =
            $$"""{"id":"{{id}}","display_name":"A","account_updater_enabled":true,"over_capture_percentage":25,"loon_secret_key":"s3cret","loon_accepted_schemes":["visa"],"async_network_tokens_enabled":true}""";

        var created = (await api.SendAsync(api.Backend("POST", Path).Json(body))).Expect(201);

        Assert.False(created.At("/account_updater_enabled").GetBoolean());
        Assert.False(created.At("/async_network_tokens_enabled").GetBoolean());
        Assert.True(created.IsNullAt("/over_capture_percentage"));
        Assert.True(created.IsNullAt("/loon_accepted_schemes"));
        Assert.DoesNotContain("s3cret", created.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_a_conflict_and_changes_nothing()
    {
        var id = Unique();
        await CreateAsync(id, "First");

        var again = await api.SendAsync(api.Backend("POST", Path).Json(Body(id, "Second")));
        Envelope.Check(again, 409);
        Assert.Equal(id, again.TextAt("/resource_id"));

        Assert.Equal("First", (await api.SendAsync(api.Backend("GET", $"{Path}/{id}"))).TextAt("/display_name"));
    }

    [Fact]
    public async Task An_account_can_be_renamed_and_a_silent_update_changes_nothing()
    {
        var id = Unique();
        var created = await CreateAsync(id, "Before");
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var silent in new[] { "{}", """{"display_name":null}""", """{"over_capture_amount":5}""" })
        {
            Assert.Equal(created.Text, (await UpdateAsync(id, silent)).Text);
        }

        var renamed = await UpdateAsync(id, """{"display_name":"After"}""");
        Assert.Equal("After", renamed.TextAt("/display_name"));
        Assert.Equal(created.TextAt("/created_at"), renamed.TextAt("/created_at"));
        Assert.NotEqual(created.TextAt("/updated_at"), renamed.TextAt("/updated_at"));
        Assert.Equal(renamed.Text, (await api.SendAsync(api.Backend("GET", $"{Path}/{id}"))).Text);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("no_id")]
    [InlineData("%20")]
    [InlineData("x%2Fy")]
    public async Task An_unknown_account_is_not_found_whatever_its_name(string id)
    {
        Envelope.Check(await api.SendAsync(api.Backend("GET", $"{Path}/{id}")), 404);
        Envelope.Check(await api.SendAsync(api.Backend("PUT", $"{Path}/{id}").Json("{}")), 404);
    }

    [Fact]
    public async Task Accounts_are_listed_newest_first_in_pages_and_searched()
    {
        var mark = Unique();
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, $"{mark}-{i}");
            await CreateAsync(ids[0], "Shop");
            server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var named = Unique();
        await CreateAsync(named, $"Shop of {mark}");
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        ids.Insert(0, named);

        var first = await ListAsync($"?search={mark.ToUpperInvariant()}&limit=3");
        var second = await ListAsync($"?search={mark}&limit=3&cursor={first.TextAt("/next_cursor")}");

        Assert.Equal(ids[..3], Ids(first));
        Assert.Equal(ids[3..], Ids(second));
        Assert.True(second.IsNullAt("/next_cursor"));
    }

    [Fact]
    public async Task A_restricted_key_sees_and_changes_its_own_accounts_and_makes_none()
    {
        var (own, foreign) = (Unique(), Unique());
        await CreateAsync(own, "Own");
        await CreateAsync(foreign, "Foreign");
        using var key = await server.RegisterKeyAsync(SigningAlgorithm.ES512, own);

        var list = (await api.SendAsync(With(api.Backend("GET", Path)))).Expect(200);
        var unknown = await api.SendAsync(With(api.Backend("GET", $"{Path}/nobody")));
        var hidden = await api.SendAsync(With(api.Backend("GET", $"{Path}/{foreign}")));

        Assert.Equal([own], Ids(list));
        Envelope.Check(hidden, 404);
        Assert.Equal(unknown.Comparable, hidden.Comparable);
        Envelope.Check(
            await api.SendAsync(With(api.Backend("PUT", $"{Path}/{foreign}").Json("""{"display_name":"X"}"""))),
            404
        );
        Envelope.Check(await api.SendAsync(With(api.Backend("POST", Path).Json(Body(Unique(), "New")))), 403);
        (await api.SendAsync(With(api.Backend("PUT", $"{Path}/{own}").Json("""{"display_name":"X"}""")))).Expect(200);
        Assert.Equal("Foreign", (await api.SendAsync(api.Backend("GET", $"{Path}/{foreign}"))).TextAt("/display_name"));

        Ask With(Ask ask) => ask with { Authorization = key.Bearer() };
    }

    [Fact]
    public async Task A_restricted_key_is_not_answered_what_another_was_under_the_same_idempotency_key()
    {
        using var key = await server.RegisterKeyAsync(SigningAlgorithm.ES512, "default");
        var ask = api.Backend("POST", Path)
            .Json(Body(Unique(), "New"))
            .Header("idempotency-key", Guid.CreateVersion7().ToString());
        var made = (await api.SendAsync(ask)).Expect(201);

        Envelope.Check(await api.SendAsync(ask with { Authorization = key.Bearer() }), 403);

        var again = (await api.SendAsync(ask)).Expect(201);
        Assert.Equal((made.Text, "true"), (again.Text, again.Header("idempotency-replayed")));
    }

    // No account is named by what makes accounts: a header that would be refused elsewhere says nothing here.
    [Fact]
    public async Task A_merchant_header_says_nothing_here() =>
        (await api.SendAsync(api.Backend("GET", Path, "nobody"))).Expect(200);

    private async Task<Answer> CreateAsync(string id, string name) =>
        (await api.SendAsync(api.Backend("POST", Path).Json(Body(id, name)))).Expect(201);

    private async Task<Answer> UpdateAsync(string id, string json) =>
        (await api.SendAsync(api.Backend("PUT", $"{Path}/{id}").Json(json))).Expect(200);

    private async Task<Answer> ListAsync(string query) =>
        (await api.SendAsync(api.Backend("GET", Path + query))).Expect(200);

    private static IEnumerable<string?> Ids(Answer list) =>
        list.At("/items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

    private static string Body(string id, string name) => $$"""{"id":"{{id}}","display_name":"{{name}}"}""";

    private static string Unique() => $"m-{Guid.CreateVersion7():N}";
}
