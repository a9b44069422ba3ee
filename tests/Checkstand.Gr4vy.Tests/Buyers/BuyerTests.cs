namespace Checkstand.Gr4vy.Tests.Buyers;

public sealed class BuyerTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Path = "/buyers";

    private const string Full =
        """{"display_name":"Zoë","external_identifier":"EXT","billing_details":{"first_name":"Z","address":{"country":"GB"},"tax_id":{"value":"1","kind":"us.ein"}},"account_number":"7"}""";

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_buyer_is_answered_as_it_will_be_read()
    {
        var created = await CreateAsync(Full.Replace("EXT", Unique(), StringComparison.Ordinal));

        var read = (await api.SendAsync(api.Backend("GET", Of(created)))).Expect(200);

        Assert.Equal(created.Text, read.Text);
        Assert.Equal("buyer", read.TextAt("/type"));
        Assert.Equal("default", read.TextAt("/merchant_account_id"));
        Assert.Equal("Zoë", read.TextAt("/display_name"));
        Assert.Equal("us.ein", read.TextAt("/billing_details/tax_id/kind"));
        Assert.Equal(ReconciliationId.Of(Guid.Parse(read.TextAt("/id")!)), read.TextAt("/reconciliation_id"));
    }

    [Fact]
    public async Task A_buyer_may_say_nothing_and_shows_every_field()
    {
        var created = await CreateAsync("{}");

        foreach (var name in new[] { "display_name", "external_identifier", "billing_details", "account_number" })
        {
            Assert.True(created.IsNullAt($"/{name}"));
        }
    }

    [Fact]
    public async Task An_update_merges_by_top_level_key()
    {
        var created = await CreateAsync(Full.Replace("EXT", Unique(), StringComparison.Ordinal));
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        var silent = await UpdateAsync(created, "{}");
        var updated = await UpdateAsync(
            created,
            """{"display_name":"Other","billing_details":{"last_name":"Y"},"account_number":null}"""
        );

        Assert.Equal(created.At("/billing_details").GetRawText(), silent.At("/billing_details").GetRawText());
        Assert.Equal("Other", updated.TextAt("/display_name"));
        Assert.Equal("""{"last_name":"Y"}""", updated.At("/billing_details").GetRawText());
        Assert.True(updated.IsNullAt("/account_number"));
        Assert.Equal(created.TextAt("/external_identifier"), updated.TextAt("/external_identifier"));
        Assert.Equal(created.TextAt("/created_at"), updated.TextAt("/created_at"));
        Assert.NotEqual(created.TextAt("/updated_at"), updated.TextAt("/updated_at"));
        Assert.Equal(updated.Text, (await api.SendAsync(api.Backend("GET", Of(created)))).Text);
    }

    [Fact]
    public async Task An_external_identifier_that_is_taken_is_a_conflict_within_the_account_only()
    {
        var body = $$"""{"external_identifier":"{{Unique()}}"}""";
        var holder = (await CreateAsync(body)).TextAt("/id");
        var other = await CreateAsync("{}");

        foreach (var ask in new[] { api.Backend("POST", Path), api.Backend("PUT", Of(other)) })
        {
            var answer = await api.SendAsync(ask.Json(body));

            Envelope.Check(answer, 409);
            Assert.Equal(holder, answer.TextAt("/resource_id"));
        }

        await CreateAsync(body, Gr4vyServer.OtherAccount);
        Assert.True((await api.SendAsync(api.Backend("GET", Of(other)))).IsNullAt("/external_identifier"));
    }

    [Fact]
    public async Task A_buyer_can_be_told_its_own_external_identifier_again()
    {
        var body = $$"""{"external_identifier":"{{Unique()}}"}""";

        await UpdateAsync(await CreateAsync(body), body);
    }

    [Fact]
    public async Task A_deleted_buyer_is_gone_with_its_shipping_details()
    {
        var body = $$"""{"external_identifier":"{{Unique()}}"}""";
        var buyer = await CreateAsync(body);
        var details = (await api.SendAsync(api.Backend("POST", $"{Of(buyer)}/shipping-details").Json("{}"))).Expect(
            201
        );

        (await api.SendAsync(api.Backend("DELETE", Of(buyer)))).Expect(204);

        foreach (var path in new[] { "", "/shipping-details", $"/shipping-details/{details.TextAt("/id")}" })
        {
            Envelope.Check(await api.SendAsync(api.Backend("GET", Of(buyer) + path)), 404);
        }

        Envelope.Check(await api.SendAsync(api.Backend("DELETE", Of(buyer))), 404);
        Envelope.Check(await api.SendAsync(api.Backend("PUT", Of(buyer)).Json("{}")), 404);
        await CreateAsync(body);
    }

    [Fact]
    public async Task Buyers_are_found_by_search_and_by_external_identifier()
    {
        var (mark, name) = (Unique(), Unique());
        var first = await CreateAsync($$"""{"display_name":"Zoë {{mark}}"}""");
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await CreateAsync($$"""{"external_identifier":"{{name}}-{{mark}}"}""");

        Assert.Equal([Id(second), Id(first)], await IdsAsync($"?search={mark.ToUpperInvariant()}"));
        Assert.Equal([Id(first)], await IdsAsync($"?search=zo%C3%AB%20{mark}"));
        Assert.Equal([Id(second)], await IdsAsync($"?external_identifier={name}-{mark}"));
        Assert.Empty(await IdsAsync($"?external_identifier={name}"));
        Assert.Empty(await IdsAsync($"?search={mark}%25"));
    }

    [Fact]
    public async Task Pages_lead_to_each_other()
    {
        var mark = Unique();
        var ids = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, Id(await CreateAsync($$"""{"display_name":"{{mark}}"}""")));
            server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var first = await ListAsync($"?search={mark}&limit=2");
        var second = await ListAsync($"?search={mark}&limit=2&cursor={first.TextAt("/next_cursor")}");
        var back = await ListAsync($"?search={mark}&limit=2&cursor={second.TextAt("/previous_cursor")}");

        Assert.Equal(ids[..2], Ids(first));
        Assert.Equal(ids[2..], Ids(second));
        Assert.Equal(ids[..2], Ids(back));
        Assert.Equal(2, first.At("/limit").GetInt32());
        Envelope.CheckViolation(
            await api.SendAsync(api.Backend("GET", $"{Path}?cursor=made-up")),
            "query",
            "cursor",
            "value_error.cursor"
        );
    }

    // The session's buyer and this one have their own routes; "gift-cards" must not be read as an id.
    [Fact]
    public async Task There_are_no_gift_cards()
    {
        var ofBuyer = await api.SendAsync(
            api.Backend("GET", $"/buyers/gift-cards?buyer_id={ApiClient.UnknownId}&order_by=asc&sort_by=usage_count")
        );
        var all = await api.SendAsync(api.Backend("GET", "/gift-cards?limit=3"));

        Assert.Equal("""{"items":[]}""", ofBuyer.Expect(200).Text);
        Assert.Equal("""{"items":[],"limit":3,"next_cursor":null,"previous_cursor":null}""", all.Expect(200).Text);
        Envelope.CheckViolation(
            await api.SendAsync(api.Backend("GET", "/buyers/gift-cards?order_by=up")),
            "query",
            "order_by",
            "enum"
        );
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_buyer_of_another_account_answers_as_an_unknown_one(string method)
    {
        var foreign = await CreateAsync("{}");
        var details = (await api.SendAsync(api.Backend("POST", $"{Of(foreign)}/shipping-details").Json("{}"))).Expect(
            201
        );
        var before = (await api.SendAsync(api.Backend("GET", Of(foreign)))).Text;

        foreach (var more in new[] { "", $"/shipping-details/{Id(details)}" })
        {
            Assert.Equal(await TryAsync($"{Path}/{ApiClient.UnknownId}{more}"), await TryAsync(Of(foreign) + more));
        }

        Assert.Equal(before, (await api.SendAsync(api.Backend("GET", Of(foreign)))).Text);
        (await api.SendAsync(api.Backend("GET", $"{Of(foreign)}/shipping-details/{Id(details)}"))).Expect(200);

        async Task<string> TryAsync(string path)
        {
            var ask = api.Backend(method, path, Gr4vyServer.OtherAccount);
            var answer = await api.SendAsync(method == "PUT" ? ask.Json("""{}""") : ask);
            Envelope.Check(answer, 404);
            return answer.Comparable;
        }
    }

    private async Task<Answer> CreateAsync(string json, string? merchant = null) =>
        (await api.SendAsync(api.Backend("POST", Path, merchant).Json(json))).Expect(201);

    private async Task<Answer> UpdateAsync(Answer buyer, string json) =>
        (await api.SendAsync(api.Backend("PUT", Of(buyer)).Json(json))).Expect(200);

    private async Task<Answer> ListAsync(string query) =>
        (await api.SendAsync(api.Backend("GET", Path + query))).Expect(200);

    private async Task<IEnumerable<string?>> IdsAsync(string query) => Ids(await ListAsync(query));

    private static IEnumerable<string?> Ids(Answer list) =>
        list.At("/items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

    private static string? Id(Answer answer) => answer.TextAt("/id");

    private static string Of(Answer buyer) => $"{Path}/{Id(buyer)}";

    private static string Unique() => $"{Guid.CreateVersion7():N}";
}
