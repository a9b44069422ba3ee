namespace Checkstand.Polar.Tests.CustomFields;

/// <summary>Custom fields: made, found, changed, deleted, listed.</summary>
public sealed class CustomFieldTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Theory]
    [InlineData(
        "text",
        """{"form_label":"Your name","form_help_text":"As on the card","form_placeholder":"Ada","textarea":true,"min_length":1,"max_length":40}"""
    )]
    [InlineData("number", """{"form_label":"Age","ge":18,"le":99}""")]
    [InlineData("date", """{"ge":0,"le":2000000000}""")]
    [InlineData("checkbox", """{"form_label":"Agreed"}""")]
    [InlineData("select", """{"options":[{"value":"s","label":"Small"},{"value":"m","label":"Medium"}]}""")]
    public async Task Every_kind_is_answered_whole_and_found_again(string type, string properties)
    {
        var made = await server.Api.PostAsync(
            "/v1/custom-fields/",
            $$"""{"type":"{{type}}","slug":"golden-{{type}}","name":"Golden","metadata":{"a":1},"properties":{{properties}}}"""
        );
        Golden.AssertSame($"custom_fields.create.{type}", made);
        var found = await server.Api.GetAsync($"/v1/custom-fields/{made.TextAt("/id")}");
        Assert.Equal(made.Text, found.Expect(200).Text);
    }

    [Theory]
    [InlineData("""{"slug":"a","name":"A","properties":{}}""", "body: union_tag_not_found")]
    [InlineData("""{"type":"color","slug":"a","name":"A","properties":{}}""", "body: union_tag_invalid")]
    [InlineData("""{"type":"text","slug":"a b","name":"A","properties":{}}""", "body.slug: string_pattern_mismatch")]
    [InlineData("""{"type":"text","slug":"","name":"A","properties":{}}""", "body.slug: string_pattern_mismatch")]
    [InlineData("""{"type":"text","slug":"a","name":"","properties":{}}""", "body.name: string_too_short")]
    [InlineData("""{"type":"text","slug":"a","name":"A"}""", "body.properties: missing")]
    [InlineData(
        """{"type":"text","slug":"a","name":"A","properties":{"form_label":null}}""",
        "body.properties.form_label: string_type"
    )]
    [InlineData(
        """{"type":"text","slug":"a","name":"A","properties":{"min_length":-1}}""",
        "body.properties.min_length: greater_than_equal"
    )]
    [InlineData(
        """{"type":"text","slug":"a","name":"A","properties":{"min_length":5,"max_length":4}}""",
        "body.properties.max_length: value_error"
    )]
    [InlineData(
        """{"type":"number","slug":"a","name":"A","properties":{"ge":5,"le":4}}""",
        "body.properties.le: value_error"
    )]
    [InlineData(
        """{"type":"date","slug":"a","name":"A","properties":{"ge":5,"le":4}}""",
        "body.properties.le: value_error"
    )]
    [InlineData(
        """{"type":"number","slug":"a","name":"A","properties":{"ge":2147483648}}""",
        "body.properties.ge: less_than_equal"
    )]
    [InlineData(
        """{"type":"select","slug":"a","name":"A","properties":{"options":[]}}""",
        "body.properties.options: too_short"
    )]
    [InlineData(
        """{"type":"select","slug":"a","name":"A","properties":{"options":[{"value":"","label":"A"}]}}""",
        "body.properties.options.0.value: string_too_short"
    )]
    [InlineData(
        """{"type":"text","slug":"a","name":"A","organization_id":"8f3e1b3c-7f3d-4b8e-9a55-0d6f3a0a1f11","properties":{}}""",
        "body.organization_id: value_error"
    )]
    public async Task What_breaks_a_rule_is_refused_where_it_stands(string body, string complaint) =>
        Assert.Equal([complaint], (await server.Api.PostAsync("/v1/custom-fields/", body)).Expect(422).Complaints);

    [Fact]
    public async Task A_slug_is_written_small_and_taken_once()
    {
        Assert.Equal("taken_1", (await CreateAsync("TAKEN_1")).TextAt("/slug"));
        var again = await server.Api.PostAsync("/v1/custom-fields/", Text("taken_1"));
        Assert.Equal(["body.slug: value_error"], again.Expect(422).Complaints);
        (await server.OtherApi.PostAsync("/v1/custom-fields/", Text("taken_1"))).Expect(201);

        var other = await CreateAsync("free-1");
        var moved = await PatchAsync(other, """{"type":"text","slug":"taken_1"}""");
        Assert.Equal(["body.slug: value_error"], moved.Expect(422).Complaints);
    }

    [Fact]
    public async Task Only_what_is_named_changes()
    {
        var made = await CreateAsync("patched");
        var changed = (await PatchAsync(made, """{"type":"text","name":"New","slug":null}""")).Expect(200);
        Assert.Equal("New", changed.TextAt("/name"));
        Assert.Equal("patched", changed.TextAt("/slug"));
        Assert.Equal(40, changed.NumberAt("/properties/max_length"));
        var bounded = (await PatchAsync(made, """{"type":"text","properties":{"min_length":2}}""")).Expect(200);
        Assert.Equal("""{"min_length":2}""", bounded.At("/properties").GetRawText());
    }

    [Fact]
    public async Task Its_type_can_only_be_repeated()
    {
        var made = await CreateAsync("typed");
        Assert.Equal(
            ["body.type: value_error"],
            (await PatchAsync(made, """{"type":"checkbox","name":"New"}""")).Expect(422).Complaints
        );
        Assert.Equal(["body: union_tag_not_found"], (await PatchAsync(made, """{"name":"New"}""")).Complaints);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_its_slug_is_free()
    {
        var made = await CreateAsync("deleted");
        var path = $"/v1/custom-fields/{made.TextAt("/id")}";
        (await server.OtherApi.DeleteAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.DeleteAsync(path)).Expect(204);
        (await server.Api.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.DeleteAsync(path)).ExpectError(404, "ResourceNotFound");
        (await PatchAsync(made, """{"type":"text"}""")).ExpectError(404, "ResourceNotFound");
        await CreateAsync("deleted");
    }

    [Fact]
    public async Task Fields_are_listed_by_slug_narrowed_and_sorted()
    {
        await CreateAsync("list-b");
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                """{"type":"number","slug":"list-a","name":"Zed","properties":{}}"""
            )
        ).Expect(201);

        Assert.Equal(["list-a", "list-b"], await SlugsAsync("query=list-"));
        Assert.Equal(["list-b", "list-a"], await SlugsAsync("query=list-&sorting=-slug"));
        Assert.Equal(["list-b", "list-a"], await SlugsAsync("query=list-&sorting=created_at"));
        Assert.Equal(["list-a", "list-b"], await SlugsAsync("query=list-&sorting=-name"));
        Assert.Equal(["list-a", "list-b"], await SlugsAsync("query=list-&sorting=type"));
        Assert.Equal(["list-a"], await SlugsAsync("query=list-&type=number&type=date"));
        Assert.Equal(["list-a"], await SlugsAsync("query=ZED"));
        Assert.Empty(await SlugsAsync($"organization_id={server.Umbrella.Id}"));
    }

    [Fact]
    public async Task Reading_is_not_enough_to_make_a_field()
    {
        using var reader = await server.WithScopesAsync("custom_fields:read");
        (await reader.GetAsync("/v1/custom-fields/")).Expect(200);
        (await reader.PostAsync("/v1/custom-fields/", Text("scoped"))).ExpectError(403, "insufficient_scope");
        var made = await CreateAsync("scoped");
        (await server.OtherApi.GetAsync($"/v1/custom-fields/{made.TextAt("/id")}")).ExpectError(
            404,
            "ResourceNotFound"
        );
        (await reader.DeleteAsync($"/v1/custom-fields/{made.TextAt("/id")}")).ExpectError(403, "insufficient_scope");
    }

    private static string Text(string slug) =>
        $$"""{"type":"text","name":"Test","properties":{"max_length":40},"slug":"{{slug}}"}""";

    private async Task<Answer> CreateAsync(string slug) =>
        (await server.Api.PostAsync("/v1/custom-fields/", Text(slug))).Expect(201);

    private Task<Answer> PatchAsync(Answer made, string body) =>
        server.Api.PatchAsync($"/v1/custom-fields/{made.TextAt("/id")}", body);

    private async Task<IReadOnlyList<string?>> SlugsAsync(string query) =>
        [
            .. (await server.Api.GetAsync($"/v1/custom-fields/?{query}"))
                .Expect(200)
                .At("/items")
                .EnumerateArray()
                .Select(field => field.GetProperty("slug").GetString()),
        ];
}
