using System.Globalization;

namespace Checkstand.Polar.Tests.Pipeline;

/// <summary>Paths, methods, query strings and bodies that are not as they should be.</summary>
public sealed class RequestFormTests(PolarServer server) : IClassFixture<PolarServer>
{
    private string Own => $"/v1/organizations/{server.Acme.Id}";

    public static TheoryData<string> Paths =>
        [.. PolarApi.Operations.Select(operation => $"{operation.Method} {operation.Path}")];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_route_answers_with_and_without_a_slash_at_its_end(string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        path = path.Replace("{id}", "5b0fbd7c-0f1a-4a4b-8a43-000000000000", StringComparison.Ordinal)
            .Replace("{client_secret}", "unknown", StringComparison.Ordinal);
        var body = method is "POST" or "PATCH" ? "{\"\":1}" : null;

        var one = await server.Api.SendAsync(method, path, body);
        var other = await server.Api.SendAsync(method, path.EndsWith('/') ? path[..^1] : path + "/", body);

        Assert.Equal((one.Status, one.Text), (other.Status, other.Text));
        Assert.NotEqual("""{"detail":"Not Found"}""", one.Text);
    }

    [Fact]
    public async Task Checkouts_answer_where_older_clients_look_too()
    {
        const string Newer = "/v1/checkouts/";
        foreach (
            var operation in PolarApi.Operations.Where(known => known.Path.StartsWith(Newer, StringComparison.Ordinal))
        )
        {
            var path = operation
                .Path.Replace("{id}", "5b0fbd7c-0f1a-4a4b-8a43-000000000000", StringComparison.Ordinal)
                .Replace("{client_secret}", "unknown", StringComparison.Ordinal);
            var body = operation.Request is null ? null : "{}";
            var older = path.Replace(Newer, Newer + "custom/", StringComparison.Ordinal);

            var expected = await server.Api.SendAsync(operation.Method, path, body);
            var found = await server.Api.SendAsync(operation.Method, older, body);

            Assert.Equal((expected.Status, expected.Text), (found.Status, found.Text));
        }
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/refunds/")]
    [InlineData("/v1/organizations//")]
    [InlineData("/v1/Organizations/x/y")]
    public async Task What_is_not_there_is_not_found_without_a_name(string path) =>
        Assert.Equal("""{"detail":"Not Found"}""", (await server.Api.GetAsync(path)).Expect(404).Text);

    [Theory]
    [InlineData("DELETE", "/v1/organizations/", "GET, POST")]
    [InlineData("PUT", "/v1/organizations/5b0fbd7c-0f1a-4a4b-8a43-000000000000", "GET, PATCH")]
    [InlineData("TRACE", "/v1/organizations/", "GET, POST")]
    [InlineData("OPTIONS", "/v1/organizations/", "GET, POST")]
    public async Task Another_method_is_not_allowed(string method, string path, string allowed)
    {
        var answer = (await server.Api.SendAsync(method, path, null)).Expect(405);

        Assert.Equal("""{"detail":"Method Not Allowed"}""", answer.Text);
        Assert.Equal("application/json", answer.Header("content-type"));
        Assert.Equal(
            allowed,
            string.Join(", ", answer.Headers["allow"].SelectMany(value => value.Split(", ")).Order())
        );
    }

    [Fact]
    public async Task A_head_is_not_allowed_and_has_no_body()
    {
        var answer = (await server.Api.SendAsync("HEAD", "/v1/organizations/", null)).Expect(405);

        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("5b0fbd7c0f1a4a4b8a43000000000000")]
    [InlineData("{5b0fbd7c-0f1a-4a4b-8a43-000000000000}")]
    [InlineData("5b0fbd7c-0f1a-1a4b-8a43-000000000000")]
    [InlineData("5b0fbd7c-0f1a-7a4b-8a43-000000000000")]
    [InlineData("5b0fbd7c-0f1a-4a4b-ca43-000000000000")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("%2e%2e%2f")]
    public async Task An_id_that_is_no_uuid_of_version_4_is_named(string id)
    {
        var answer = (await server.Api.GetAsync("/v1/organizations/" + id)).ExpectError(422, "RequestValidationError");

        Assert.Equal(["path.id: uuid_parsing"], answer.Complaints);
    }

    [Fact]
    public async Task An_id_is_read_in_any_case() =>
        (await server.Api.GetAsync(Own.ToUpperInvariant().Replace("/V1/ORGANIZATIONS/", "/v1/organizations/"))).Expect(
            200
        );

    [Theory]
    [InlineData("page=0", "query.page: greater_than_equal")]
    [InlineData("page=-1", "query.page: greater_than_equal")]
    [InlineData("page=one", "query.page: int_type")]
    [InlineData("page=1.5", "query.page: int_from_float")]
    [InlineData("page=2147483648", "query.page: less_than_equal")]
    [InlineData("page=99999999999999999999999", "query.page: int_from_float")]
    [InlineData("limit=0", "query.limit: greater_than_equal")]
    [InlineData("limit=-10", "query.limit: greater_than_equal")]
    [InlineData("sorting=", "query.sorting: enum")]
    [InlineData("sorting", "query.sorting: enum")]
    [InlineData("sorting=name&sorting=", "query.sorting: enum")]
    [InlineData("sorting=--name", "query.sorting: enum")]
    [InlineData("sorting=Name", "query.sorting: enum")]
    [InlineData("slug=%00", "query.slug: string_nul")]
    [InlineData(
        "page=0&limit=0&sorting=x",
        "query.page: greater_than_equal",
        "query.limit: greater_than_equal",
        "query.sorting: enum"
    )]
    public async Task A_parameter_that_breaks_its_bounds_is_named(string query, params string[] complaints)
    {
        var answer = (await server.Api.GetAsync("/v1/organizations/?" + query)).ExpectError(
            422,
            "RequestValidationError"
        );

        Assert.Equal(complaints, answer.Complaints);
    }

    [Theory]
    [InlineData("limit=500")]
    [InlineData("limit=2147483647&page=1")]
    [InlineData("page=&limit=")]
    [InlineData("unknown=1&slug=acme&slug=")]
    public async Task What_upstream_lets_pass_passes(string query) =>
        Assert.Equal(
            1,
            (await server.Api.GetAsync("/v1/organizations/?" + query)).Expect(200).NumberAt("/pagination/max_page")
        );

    // The greatest page is 100, whatever is asked for.
    [Fact]
    public async Task A_page_has_a_hundred_items_at_most()
    {
        for (var i = 0; i < 101; i++)
        {
            await server.WithScopesAsync("openid");
        }

        var answer = await server.Api.GetAsync("/v1/organization-access-tokens/?limit=500");

        Assert.Equal(100, answer.At("/items").GetArrayLength());
        Assert.True(answer.NumberAt("/pagination/max_page") >= 2);
    }

    [Theory]
    [InlineData("", "body: missing")]
    [InlineData("[]", "body: model_type")]
    [InlineData("null", "body: model_type")]
    [InlineData("\"text\"", "body: model_type")]
    [InlineData("{", "body: json_invalid")]
    [InlineData("{\"name\":\"abc\"", "body: json_invalid")]
    [InlineData("{\"name\":\"abc\"}x", "body: json_invalid")]
    [InlineData("{\"name\":abc}", "body: json_invalid")]
    [InlineData("{'name':'abc'}", "body: json_invalid")]
    [InlineData("{\"name\":\"abc\",}", "body: json_invalid")]
    [InlineData("{/*c*/\"name\":\"abc\"}", "body: json_invalid")]
    [InlineData("{\"name\":\"abc\",\"name\":\"abd\"}", "body.name: duplicate_key")]
    [InlineData("{\"name\":\"\\ud800abc\"}", "body.name: string_unicode")]
    [InlineData("{\"name\":\"abc\\u0000\"}", "body.name: string_nul")]
    [InlineData("{\"name\":\"ab\",\"country\":\"xx\"}", "body.name: string_too_short", "body.country: enum")]
    public async Task A_body_that_is_not_as_declared_is_answered_with_the_place(string body, params string[] complaints)
    {
        var answer = (await server.Api.PatchAsync(Own, body)).ExpectError(422, "RequestValidationError");

        Assert.Equal(complaints, answer.Complaints);
        Assert.All(
            answer.At("/detail").EnumerateArray(),
            problem => Assert.Equal("null", problem.GetProperty("input").GetRawText())
        );
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public async Task A_body_that_nests_too_deep_is_refused(string opening)
    {
        var body = "{\"x\":" + string.Concat(Enumerable.Repeat(opening, 10_000));

        (await server.Api.PatchAsync(Own, body)).ExpectError(422, "RequestValidationError");
    }

    [Fact]
    public async Task A_body_above_a_mebibyte_is_too_large()
    {
        var inside = $$"""{"x":"{{new string('x', (1024 * 1024) - 8)}}"}""";
        Assert.Equal(1024 * 1024, inside.Length);

        (await server.Api.PatchAsync(Own, inside)).Expect(200);
        var answer = (await server.Api.PatchAsync(Own, inside + " ")).ExpectError(413, "RequestBodyTooLarge");
        Assert.Contains("1024 KiB", answer.TextAt("/detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("nonsense")]
    public async Task Another_media_type_is_unsupported(string type)
    {
        var answer = await server.Api.SendAsync("PATCH", Own, "{}", ("Content-Type", type));

        answer.ExpectError(415, "UnsupportedMediaType");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON")]
    public async Task Json_is_json_in_any_case(string type) =>
        (await server.Api.SendAsync("PATCH", Own, "{}", ("Content-Type", type))).Expect(200);

    // A chunked body is read here; upstream answers 411 to it.
    [Fact]
    public async Task A_body_without_a_length_is_read() =>
        (await server.Api.SendAsync("PATCH", Own, "{}", ("Transfer-Encoding", "chunked"))).Expect(200);

    // Everything at once: contract section 3.2.
    [Fact]
    public async Task Path_and_body_are_complained_of_together()
    {
        var answer = (await server.Api.PatchAsync("/v1/organizations/x", """{"name":1}""")).Expect(422);

        Assert.Equal(["path.id: uuid_parsing", "body.name: string_type"], answer.Complaints);
        Assert.Contains("\"loc\":[\"path\",\"id\"]", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_in_a_place_is_a_number() =>
        Assert.Contains(
            "\"loc\":[\"body\",\"embed_hosts\",1]",
            (await server.Api.PatchAsync(Own, """{"embed_hosts":["a.example","://"]}""")).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Thousands_of_complaints_are_cut_short()
    {
        var hosts = string.Join(',', Enumerable.Repeat("1", 5000));

        var answer = (await server.Api.PatchAsync(Own, $$"""{"embed_hosts":[{{hosts}}]}""")).Expect(422);

        Assert.InRange(answer.At("/detail").GetArrayLength(), 1, 200);
        Assert.True(answer.Body.Length.ToString(CultureInfo.InvariantCulture).Length < 6);
    }
}
