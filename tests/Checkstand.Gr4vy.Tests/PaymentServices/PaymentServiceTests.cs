using System.Text.Json;
using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.PaymentServices;

public sealed class PaymentServiceTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Path = "/payment-services";

    private readonly ApiClient api = server.Api;

    public static string Body(string more = "") =>
        $$"""
            {"display_name":"Simulator","payment_service_definition_id":"mock-card","fields":[],
             "accepted_currencies":["USD","EUR"],"accepted_countries":["US"]{{more}}}
            """;

    [Fact]
    public async Task A_service_is_answered_as_it_will_be_read()
    {
        var created = await CreateAsync(
            ""","position":7,"active":false,"three_d_secure_enabled":true,"open_loop":true"""
        );

        var read = (await api.SendAsync(api.Backend("GET", $"{Path}/{created.TextAt("/id")}"))).Expect(200);

        Assert.Equal(created.Text, read.Text);
        Assert.Equal("payment-service", read.TextAt("/type"));
        Assert.Equal("default", read.TextAt("/merchant_account_id"));
        Assert.Equal("card", read.TextAt("/method"));
        Assert.Equal("created", read.TextAt("/status"));
        Assert.Equal(7, read.At("/position").GetInt32());
        Assert.False(read.At("/active").GetBoolean());
        Assert.True(read.At("/three_d_secure_enabled").GetBoolean());
        Assert.True(read.At("/open_loop").GetBoolean());
        Assert.False(read.At("/network_tokens_enabled").GetBoolean());
        Assert.Equal("[\"USD\",\"EUR\"]", read.At("/accepted_currencies").GetRawText());
    }

    // As the vendor's own suites make their first service.
    [Fact]
    public async Task A_simulator_takes_fields_that_it_does_not_declare()
    {
        var created = await CreateAsync(fields: """[{"key":"merchant_id","value":"x"},{"key":"a","value":"b"}]""");

        Assert.Equal(
            """[{"key":"a","value":"b"},{"key":"merchant_id","value":"x"}]""",
            created.At("/fields").GetRawText()
        );
    }

    [Fact]
    public async Task A_service_without_a_position_comes_after_all_others()
    {
        var merchant = await AccountAsync();
        var first = await CreateAsync(merchant: merchant);
        await CreateAsync(""","position":41""", merchant: merchant);

        var last = await CreateAsync(""","position":null""", merchant: merchant);

        Assert.Equal(1, first.At("/position").GetInt64());
        Assert.Equal(42, last.At("/position").GetInt64());
    }

    [Fact]
    public async Task Lists_of_codes_hold_each_once()
    {
        var body = Body().Replace("\"EUR\"", "\"USD\",\"EUR\",\"EUR\"", StringComparison.Ordinal);

        var created = (await api.SendAsync(api.Backend("POST", Path).Json(body))).Expect(201);

        Assert.Equal("[\"USD\",\"EUR\"]", created.At("/accepted_currencies").GetRawText());
    }

    [Fact]
    public async Task An_unknown_definition_is_refused_in_its_place()
    {
        var body = Body().Replace("mock-card", "adyen-card", StringComparison.Ordinal);

        var answer = await api.SendAsync(api.Backend("POST", Path).Json(body));

        Envelope.CheckViolation(answer, "body", "/payment_service_definition_id", "not_found");
    }

    [Fact]
    public async Task A_field_that_the_definition_lacks_is_refused_in_its_place()
    {
        var body = Body()
            .Replace("mock-card", "stripe-card", StringComparison.Ordinal)
            .Replace(
                "\"fields\":[]",
                "\"fields\":[{\"key\":\"account\",\"value\":\"main\"},{\"key\":\"secret_key\",\"value\":\"sk\"}]",
                StringComparison.Ordinal
            );

        var answer = await api.SendAsync(api.Backend("POST", Path).Json(body));

        Envelope.CheckViolation(answer, "body", "/fields/1/key", "not_found");
        Assert.DoesNotContain("sk\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_keeps_what_it_is_silent_about()
    {
        var created = await CreateAsync(
            ""","position":3,"open_loop":true""",
            """[{"key":"a","value":"1"},{"key":"b","value":"2"}]"""
        );
        var path = $"{Path}/{created.TextAt("/id")}";
        server.Clock.Advance(TimeSpan.FromSeconds(5));

        var silent = await UpdateAsync(path, """{"display_name":null,"position":null,"active":null}""");
        var updated = await UpdateAsync(
            path,
            """{"display_name":"Other","active":false,"accepted_countries":["GB"],"fields":[{"key":"a","value":""},{"key":"c","value":"3"}]}"""
        );

        Assert.Equal("Simulator", silent.TextAt("/display_name"));
        Assert.True(silent.At("/active").GetBoolean());
        Assert.Equal("Other", updated.TextAt("/display_name"));
        Assert.Equal(3, updated.At("/position").GetInt64());
        Assert.True(updated.At("/open_loop").GetBoolean());
        Assert.False(updated.At("/active").GetBoolean());
        Assert.Equal("[\"GB\"]", updated.At("/accepted_countries").GetRawText());
        Assert.Equal("""[{"key":"b","value":"2"},{"key":"c","value":"3"}]""", updated.At("/fields").GetRawText());
        Assert.Equal(created.TextAt("/created_at"), updated.TextAt("/created_at"));
        Assert.NotEqual(created.TextAt("/updated_at"), updated.TextAt("/updated_at"));
        Assert.Equal(updated.Text, (await api.SendAsync(api.Backend("GET", path))).Text);
    }

    [Fact]
    public async Task A_deleted_service_is_gone_from_everything_but_the_list_of_deleted_ones()
    {
        var merchant = await AccountAsync();
        var id = (await CreateAsync(merchant: merchant)).TextAt("/id");
        var path = $"{Path}/{id}";

        (await api.SendAsync(api.Backend("DELETE", path, merchant))).Expect(204);

        foreach (var method in new[] { "GET", "DELETE" })
        {
            Envelope.Check(await api.SendAsync(api.Backend(method, path, merchant)), 404);
        }

        Envelope.Check(await api.SendAsync(api.Backend("PUT", path, merchant).Json("{}")), 404);
        Assert.Empty(await IdsAsync(Path, merchant));
        Assert.Equal([id], await IdsAsync($"{Path}?deleted=true", merchant));
        var deleted = await api.SendAsync(api.Backend("GET", $"{Path}?deleted=true", merchant));
        Assert.True(deleted.At("/items/0/is_deleted").GetBoolean());
    }

    [Fact]
    public async Task Services_are_listed_newest_first_in_pages()
    {
        var merchant = await AccountAsync();
        var ids = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, (await CreateAsync(merchant: merchant)).TextAt("/id"));
            server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var first = await api.SendAsync(api.Backend("GET", $"{Path}?limit=2", merchant));
        var second = await PageAsync(first.TextAt("/next_cursor")!);
        var third = await PageAsync(second.TextAt("/next_cursor")!);
        var back = await PageAsync(third.TextAt("/previous_cursor")!);

        Assert.Equal(ids[..2], IdsOf(first));
        Assert.Equal(ids[2..4], IdsOf(second));
        Assert.Equal(ids[4..], IdsOf(third));
        Assert.Equal(ids[2..4], IdsOf(back));
        Assert.True(first.IsNullAt("/previous_cursor"));
        Assert.True(third.IsNullAt("/next_cursor"));
        Assert.Equal(ids, await IdsAsync(Path, merchant));
        Assert.Equal(ids, await IdsAsync($"{Path}?method=card", merchant));
        Assert.Empty(await IdsAsync($"{Path}?method=ideal", merchant));

        async Task<Answer> PageAsync(string cursor) =>
            (await api.SendAsync(api.Backend("GET", $"{Path}?limit=2&cursor={cursor}", merchant))).Expect(200);
    }

    [Theory]
    [InlineData("limit=0", "limit", "greater_than_equal")]
    [InlineData("limit=101", "limit", "less_than_equal")]
    [InlineData("limit=many", "limit", "int_type")]
    [InlineData("cursor=xyz", "cursor", "value_error.cursor")]
    [InlineData("method=cash", "method", "enum")]
    [InlineData("deleted=perhaps", "deleted", "bool_type")]
    public async Task A_query_of_another_form_is_refused_in_its_place(string query, string parameter, string type)
    {
        var answer = await api.SendAsync(api.Backend("GET", $"{Path}?{query}"));

        Envelope.CheckViolation(answer, "query", parameter, type);
    }

    [Fact]
    public async Task A_service_of_another_account_answers_as_an_unknown_one()
    {
        var foreign = $"{Path}/{(await CreateAsync()).TextAt("/id")}";

        foreach (var method in new[] { "GET", "PUT", "DELETE" })
        {
            Assert.Equal(await TryAsync($"{Path}/{ApiClient.UnknownId}"), await TryAsync(foreign));

            async Task<string> TryAsync(string path)
            {
                var ask = api.Backend(method, path, Gr4vyServer.OtherAccount);
                var answer = await api.SendAsync(method == "PUT" ? ask.Json("{}") : ask);
                Envelope.Check(answer, 404);
                return answer.Comparable;
            }
        }

        (await api.SendAsync(api.Backend("GET", foreign))).Expect(200);
    }

    [Fact]
    public async Task Credentials_can_not_be_verified()
    {
        var body = """{"payment_service_definition_id":"stripe-card","fields":[]}""";

        var known = await api.SendAsync(api.Backend("POST", $"{Path}/verify").Json(body));
        var unknown = await api.SendAsync(
            api.Backend("POST", $"{Path}/verify").Json(body.Replace("stripe", "no", StringComparison.Ordinal))
        );

        Assert.Empty(Envelope.Check(known, 400));
        Envelope.CheckViolation(unknown, "body", "/payment_service_definition_id", "not_found");
    }

    [Fact]
    public async Task A_provider_has_no_sessions()
    {
        var id = (await CreateAsync()).TextAt("/id");

        Assert.Empty(Envelope.Check(await SessionAsync($"{Path}/{id}/sessions"), 400));
        Envelope.Check(await SessionAsync($"{Path}/{ApiClient.UnknownId}/sessions"), 404);
        Assert.Empty(Envelope.Check(await SessionAsync("/payment-service-definitions/mock-card/sessions"), 400));
        Envelope.Check(await SessionAsync("/payment-service-definitions/other/sessions"), 404);

        Task<Answer> SessionAsync(string path) =>
            api.SendAsync(api.Backend("POST", path).Json("""{"anything":[1,{"goes":null}]}"""));
    }

    [Fact]
    public async Task The_definitions_are_those_that_have_connectors()
    {
        var list = (await api.SendAsync(api.Backend("GET", "/payment-service-definitions"))).Expect(200);
        var one = (await api.SendAsync(api.Backend("GET", "/payment-service-definitions/stripe-card"))).Expect(200);

        Assert.Equal(["mock-card", "stripe-card"], IdsOf(list));
        Assert.Equal(one.Text, list.At("/items/1").GetRawText());
        Assert.Equal("account", one.TextAt("/fields/0/key"));
        Assert.Contains("GB", one.At("/supported_countries").EnumerateArray().Select(code => code.GetString()));
        Envelope.Check(await api.SendAsync(api.Backend("GET", "/payment-service-definitions/other")), 404);
    }

    [Fact]
    public async Task Definitions_come_in_pages()
    {
        const string path = "/payment-service-definitions?limit=1";
        var first = (await api.SendAsync(api.Backend("GET", path))).Expect(200);
        var next = await api.SendAsync(api.Backend("GET", $"{path}&cursor={first.TextAt("/next_cursor")}"));

        Assert.Equal(["mock-card"], IdsOf(first));
        Assert.Equal(["stripe-card"], IdsOf(next.Expect(200)));
        Assert.True(next.IsNullAt("/next_cursor"));
    }

    private async Task<Answer> CreateAsync(string more = "", string fields = "[]", string? merchant = null)
    {
        var body = Body(more).Replace("\"fields\":[]", $"\"fields\":{fields}", StringComparison.Ordinal);
        return (await api.SendAsync(api.Backend("POST", Path, merchant).Json(body))).Expect(201);
    }

    private async Task<Answer> UpdateAsync(string path, string json) =>
        (await api.SendAsync(api.Backend("PUT", path).Json(json))).Expect(200);

    private async Task<IEnumerable<string?>> IdsAsync(string path, string merchant) =>
        IdsOf((await api.SendAsync(api.Backend("GET", path, merchant))).Expect(200));

    private static IEnumerable<string?> IdsOf(Answer list) =>
        list.At("/items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

    private async Task<string> AccountAsync()
    {
        var id = MerchantAccountId.Parse($"services-{Guid.CreateVersion7():N}");
        await server.Merchants.AddAccountAsync(id, "Shop", CancellationToken.None);
        return id.Value;
    }
}
