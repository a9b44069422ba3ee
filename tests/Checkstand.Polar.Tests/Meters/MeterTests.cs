namespace Checkstand.Polar.Tests.Meters;

/// <summary>Meters: made, found, changed, listed; they count nothing here.</summary>
public sealed class MeterTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Calls = """
        {"name":"Calls","unit":"custom","custom_label":"call","custom_multiplier":1000,"metadata":{"team":"a"},
         "filter":{"conjunction":"and","clauses":[{"property":"name","operator":"eq","value":"call"},
          {"conjunction":"or","clauses":[{"property":"size","operator":"gte","value":3},
           {"property":"paid","operator":"eq","value":true}]}]},
         "aggregation":{"func":"sum","property":"size"}}
        """;

    private const string Plain = """
        {"name":"Plain","filter":{"conjunction":"or","clauses":[]},"aggregation":{"func":"unique","property":"user"}}
        """;

    [Fact]
    public async Task A_meter_is_answered_whole_and_found_again()
    {
        var made = await server.Api.PostAsync("/v1/meters/", Calls);
        Golden.AssertSame("meters.create", made);
        Assert.Equal(made.Text, (await server.Api.GetAsync($"/v1/meters/{made.TextAt("/id")}")).Expect(200).Text);
    }

    [Fact]
    public async Task Only_what_is_named_changes_and_archiving_is_undone()
    {
        var made = (await server.Api.PostAsync("/v1/meters/", Calls)).Expect(201);
        var path = $"/v1/meters/{made.TextAt("/id")}";
        var changed = (
            await server.Api.PatchAsync(path, """{"name":"Requests","custom_label":null,"is_archived":true}""")
        ).Expect(200);
        Assert.Equal("Requests", changed.TextAt("/name"));
        Assert.True(changed.IsNullAt("/custom_label"));
        Assert.Equal(1000, changed.NumberAt("/custom_multiplier"));
        Assert.Equal("sum", changed.TextAt("/aggregation/func"));
        Assert.False(changed.IsNullAt("/archived_at"));
        Assert.True((await server.Api.PatchAsync(path, """{"is_archived":false}""")).IsNullAt("/archived_at"));
    }

    [Theory]
    [InlineData("""{"name":"ab"}""", "body.name: string_too_short")]
    [InlineData("""{"unit":"hour"}""", "body.unit: enum")]
    [InlineData("""{"custom_multiplier":0}""", "body.custom_multiplier: greater_than")]
    [InlineData("""{"aggregation":{"func":"median","property":"a"}}""", "body.aggregation: union_tag_invalid")]
    [InlineData("""{"aggregation":{"func":"sum"}}""", "body.aggregation.property: missing")]
    [InlineData("""{"filter":{"conjunction":"xor","clauses":[]}}""", "body.filter.conjunction: enum")]
    [InlineData(
        """{"filter":{"conjunction":"or","clauses":[{"conjunction":"or","clauses":[{"property":"a","operator":"is","value":1}]}]}}""",
        "body.filter.clauses.0.clauses.0.operator: enum"
    )]
    public async Task What_has_another_form_is_refused(string body, string complaint)
    {
        var made = (await server.Api.PostAsync("/v1/meters/", Plain)).Expect(201);
        var refused = await server.Api.PatchAsync($"/v1/meters/{made.TextAt("/id")}", body);
        Assert.Equal([complaint], refused.Expect(422).Complaints);
    }

    [Fact]
    public async Task A_unit_of_ones_own_needs_a_name() =>
        Assert.Equal(
            ["body.custom_label: value_error"],
            (
                await server.Api.PostAsync(
                    "/v1/meters/",
                    Plain.Replace("\"name\"", "\"unit\":\"custom\",\"name\"", StringComparison.Ordinal)
                )
            )
                .Expect(422)
                .Complaints
        );

    [Fact]
    public async Task Meters_are_listed_by_name_and_narrowed()
    {
        (await server.OtherApi.PostAsync("/v1/meters/", Calls)).Expect(201);
        (await server.OtherApi.PostAsync("/v1/meters/", Plain)).Expect(201);
        var all = (await server.OtherApi.GetAsync("/v1/meters/")).Expect(200);
        Assert.Equal(2, all.NumberAt("/pagination/total_count"));
        Assert.Equal("Calls", all.TextAt("/items/0/name"));
        Assert.Equal("Plain", (await server.OtherApi.GetAsync("/v1/meters/?sorting=-name")).TextAt("/items/0/name"));
        Assert.Equal(1, (await server.OtherApi.GetAsync("/v1/meters/?query=PLA")).NumberAt("/pagination/total_count"));
        Assert.Equal("Calls", (await server.OtherApi.GetAsync("/v1/meters/?metadata[team]=a")).TextAt("/items/0/name"));
        Assert.Equal(
            0,
            (await server.OtherApi.GetAsync("/v1/meters/?is_archived=true")).NumberAt("/pagination/total_count")
        );
        Assert.Equal(
            0,
            (await server.OtherApi.GetAsync($"/v1/meters/?organization_id={server.Acme.Id}")).NumberAt(
                "/pagination/total_count"
            )
        );
    }

    [Fact]
    public async Task Strangers_and_tokens_without_the_scope_get_nothing()
    {
        var made = (await server.Api.PostAsync("/v1/meters/", Plain)).Expect(201);
        var path = $"/v1/meters/{made.TextAt("/id")}";
        (await server.OtherApi.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.PatchAsync(path, "{}")).ExpectError(404, "ResourceNotFound");
        using var reader = await server.WithScopesAsync("meters:read");
        (await reader.GetAsync(path)).Expect(200);
        (await reader.PatchAsync(path, "{}")).ExpectError(403, "insufficient_scope");
        (await reader.PostAsync("/v1/meters/", Plain)).ExpectError(403, "insufficient_scope");
    }
}
