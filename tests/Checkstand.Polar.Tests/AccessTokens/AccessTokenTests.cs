using Checkstand.Core.Organizations;
using Checkstand.Polar.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.AccessTokens;

/// <summary>Access tokens over HTTP. Each test has a server of its own, so that lists are known.</summary>
public sealed class AccessTokenTests : PolarServer
{
    private const string Path = "/v1/organization-access-tokens/";

    [Fact]
    public async Task When_a_token_was_last_used_is_told_to_the_second()
    {
        using var other = await WithScopesAsync("organization_access_tokens:read");
        (await other.GetAsync(Path)).Expect(200);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var tokens = (await Api.GetAsync(Path + "?sorting=-last_used_at")).Expect(200).At("/items").EnumerateArray();

        Assert.Equal(
            [Clock.GetUtcNow(), Clock.GetUtcNow() - TimeSpan.FromMinutes(5)],
            tokens.Select(token => token.GetProperty("last_used_at").GetDateTimeOffset())
        );
    }

    [Fact]
    public async Task A_token_that_was_never_used_stands_behind_those_that_were()
    {
        (await Api.PostAsync(Path, """{"comment":"idle","scopes":["openid"]}""")).Expect(201);

        var tokens = (await Api.GetAsync(Path + "?sorting=last_used_at")).Expect(200).At("/items").EnumerateArray();

        Assert.Equal(
            [false, true],
            tokens.Select(token => token.GetProperty("last_used_at").ValueKind == System.Text.Json.JsonValueKind.Null)
        );
    }

    [Fact]
    public async Task A_new_token_is_shown_once_with_its_secret_and_works_at_once()
    {
        var made = await MakeAsync("""{"comment":"shop 🛒","scopes":["organizations:read","openid"]}""");

        Golden.AssertSame("organization_access_tokens.create", made);
        var secret = made.TextAt("/token")!;
        Assert.True(SecretText.IsWhole("polar_oat_", secret));
        using var client = new PolarClient(Address, secret);
        (await client.GetAsync("/v1/organizations/")).Expect(200);
        Assert.DoesNotContain(secret, (await Api.GetAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_has_what_is_not_revoked_oldest_first()
    {
        await MakeAsync("""{"comment":"b","scopes":["openid"],"expires_in":"PT1S"}""", after: 1);
        await MakeAsync("""{"comment":"a","scopes":[]}""", after: 1);
        var gone = await MakeAsync("""{"comment":"gone","scopes":[]}""", after: 1);
        (await Api.DeleteAsync(Path + gone.TextAt("/organization_access_token/id"))).Expect(204);

        Golden.AssertSame("organization_access_tokens.list", await Api.GetAsync(Path + "?sorting=-created_at&limit=2"));
        Assert.Equal(["sandbox", "b", "a"], Comments(await Api.GetAsync(Path)));
        Assert.Equal(["a", "b", "sandbox"], Comments(await Api.GetAsync(Path + "?sorting=comment")));
        Assert.Equal(["sandbox"], Comments(await Api.GetAsync(Path + "?sorting=-comment&limit=1")));
        Assert.Equal(["a"], Comments(await Api.GetAsync(Path + "?limit=1&page=3")));
        Assert.Equal(3, (await Api.GetAsync(Path + "?limit=1&page=3")).NumberAt("/pagination/max_page"));
        Assert.Empty(Comments(await Api.GetAsync(Path + $"?organization_id={Umbrella.Id}")));
        Assert.Equal(
            3,
            Comments(await Api.GetAsync(Path + $"?organization_id={Umbrella.Id}&organization_id={Acme.Id}")).Count
        );
    }

    [Fact]
    public async Task Criteria_that_say_nothing_leave_the_order_to_the_ids()
    {
        for (var i = 0; i < 5; i++)
        {
            await MakeAsync("""{"comment":"same","scopes":[]}""");
        }

        var ids = (await Api.GetAsync(Path + "?sorting=organization_id"))
            .At("/items")
            .EnumerateArray()
            .Select(token => token.GetProperty("id").GetGuid())
            .ToList();

        Assert.Equal(ids.Order(), ids);
    }

    [Theory]
    [InlineData("P1D", 86_400)]
    [InlineData("PT1H30M", 5_400)]
    [InlineData("P2W", 1_209_600)]
    [InlineData("P1Y", 31_536_000)]
    public async Task A_token_ends_when_it_was_said_to(string duration, int seconds)
    {
        var made = await MakeAsync($$"""{"comment":"c","scopes":["organizations:read"],"expires_in":"{{duration}}"}""");
        using var client = new PolarClient(Address, made.TextAt("/token"));

        Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        (await client.GetAsync("/v1/organizations/")).Expect(200);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await client.GetAsync("/v1/organizations/")).ExpectError(401, "invalid_token");
    }

    [Theory]
    [InlineData("""{}""", "body.comment: missing", "body.scopes: missing")]
    [InlineData("""{"comment":null,"scopes":null}""", "body.comment: string_type", "body.scopes: list_type")]
    [InlineData("""{"comment":"c","scopes":["everything"]}""", "body.scopes.0: enum")]
    [InlineData("""{"comment":"c","scopes":[],"expires_in":"tomorrow"}""", "body.expires_in: time_delta_parsing")]
    [InlineData("""{"comment":"c","scopes":[],"expires_in":"PT0S"}""", "body.expires_in: time_delta_parsing")]
    [InlineData("""{"comment":"c","scopes":[],"expires_in":"-P1D"}""", "body.expires_in: time_delta_parsing")]
    [InlineData("""{"comment":"c","scopes":[],"expires_in":"P101Y"}""", "body.expires_in: time_delta_parsing")]
    [InlineData("""{"comment":"c","scopes":[],"expires_in":"P99999999999W"}""", "body.expires_in: time_delta_parsing")]
    [InlineData("""{"comment":"c","scopes":[],"expires_in":3600}""", "body.expires_in: string_type")]
    [InlineData("""{"comment":"c","scopes":[],"organization_id":"x"}""", "body.organization_id: uuid_parsing")]
    public async Task What_breaks_a_bound_is_named(string body, params string[] complaints)
    {
        var answer = (await Api.PostAsync(Path, body)).ExpectError(422, "RequestValidationError");

        Assert.Equal(complaints, answer.Complaints);
        Assert.Equal(["sandbox"], Comments(await Api.GetAsync(Path)));
    }

    [Fact]
    public async Task A_token_makes_tokens_of_its_own_organization_only()
    {
        var other = await Api.PostAsync(Path, $$"""{"comment":"c","scopes":[],"organization_id":"{{Umbrella.Id}}"}""");

        Assert.Equal(
            ["body.organization_id: value_error"],
            other.ExpectError(422, "PolarRequestValidationError").Complaints
        );
        await MakeAsync($$"""{"comment":"c","scopes":[],"organization_id":"{{Acme.Id}}"}""");
        Assert.Equal(["sandbox"], Comments(await OtherApi.GetAsync(Path)));
    }

    [Fact]
    public async Task A_token_grants_no_scope_that_it_has_not()
    {
        using var weak = await WithScopesAsync("organization_access_tokens:write", "openid");
        var id = (await MakeAsync("""{"comment":"c","scopes":["openid"]}""")).TextAt("/organization_access_token/id");
        const string Body = """{"comment":"c","scopes":["openid","products:read","checkouts:write"]}""";

        foreach (var answer in new[] { await weak.PostAsync(Path, Body), await weak.PatchAsync(Path + id, Body) })
        {
            answer.ExpectError(422, "PolarRequestValidationError");
            Assert.Equal(["body.scopes.1: value_error", "body.scopes.2: value_error"], answer.Complaints);
        }

        (await weak.PostAsync(Path, """{"comment":"c","scopes":["openid"]}""")).Expect(201);
        Assert.Equal(3, Comments(await Api.GetAsync(Path)).Count(comment => comment is "c" or "test"));
    }

    [Fact]
    public async Task A_token_makes_none_that_outlives_it()
    {
        var made = await MakeAsync(
            """{"comment":"c","scopes":["organization_access_tokens:write"],"expires_in":"P1D"}"""
        );
        using var mortal = new PolarClient(Address, made.TextAt("/token"));

        foreach (var longer in new[] { "null", "\"PT24H1S\"" })
        {
            var answer = await mortal.PostAsync(Path, $$"""{"comment":"c","scopes":[],"expires_in":{{longer}}}""");
            Assert.Equal(["body.expires_in: value_error"], answer.Expect(422).Complaints);
        }

        (await mortal.PostAsync(Path, """{"comment":"c","scopes":[],"expires_in":"PT24H"}""")).Expect(201);
    }

    [Fact]
    public async Task What_is_changed_is_in_force_for_the_next_request()
    {
        var made = await MakeAsync("""{"comment":"c","scopes":["organizations:read"]}""", after: 1);
        var own = Path + made.TextAt("/organization_access_token/id");
        using var client = new PolarClient(Address, made.TextAt("/token"));

        (await Api.PatchAsync(own, """{"scopes":["openid","openid"]}""")).Expect(200);
        (await client.GetAsync("/v1/organizations/")).ExpectError(403, "insufficient_scope");

        var renamed = (await Api.PatchAsync(own, """{"comment":"d","scopes":null}""")).Expect(200);
        Golden.AssertSame("organization_access_tokens.update", renamed);
        Assert.Equal(renamed.Text, (await Api.PatchAsync(own, """{"comment":null}""")).Text);
    }

    [Fact]
    public async Task A_deleted_token_is_refused_at_once_and_gone()
    {
        var made = await MakeAsync("""{"comment":"c","scopes":["organizations:read"]}""");
        var own = Path + made.TextAt("/organization_access_token/id");
        using var client = new PolarClient(Address, made.TextAt("/token"));
        (await client.GetAsync("/v1/organizations/")).Expect(200);

        var deleted = (await Api.DeleteAsync(own)).Expect(204);

        Assert.Empty(deleted.Body);
        (await client.GetAsync("/v1/organizations/")).ExpectError(401, "invalid_token");
        (await Api.DeleteAsync(own)).ExpectError(404, "ResourceNotFound");
        (await Api.PatchAsync(own, "{}")).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task A_token_may_delete_itself()
    {
        var own = (await Api.GetAsync(Path)).TextAt("/items/0/id");

        (await Api.DeleteAsync(Path + own)).Expect(204);

        (await Api.GetAsync(Path)).ExpectError(401, "invalid_token");
    }

    [Fact]
    public async Task Another_organizations_tokens_are_not_found()
    {
        var made = await MakeAsync("""{"comment":"c","scopes":["organizations:read"]}""");
        var path = Path + made.TextAt("/organization_access_token/id");

        (await OtherApi.PatchAsync(path, """{"scopes":[]}""")).ExpectError(404, "ResourceNotFound");
        (await OtherApi.DeleteAsync(path)).ExpectError(404, "ResourceNotFound");
        Assert.Equal(["sandbox"], Comments(await OtherApi.GetAsync(Path)));

        using var client = new PolarClient(Address, made.TextAt("/token"));
        (await client.GetAsync("/v1/organizations/")).Expect(200);
    }

    [Theory]
    [InlineData("GET", "", "organization_access_tokens:read", 200)]
    [InlineData("GET", "", "organization_access_tokens:write", 200)]
    [InlineData("POST", "", "organization_access_tokens:write", 422)]
    [InlineData("POST", "", "organization_access_tokens:read", 403)]
    [InlineData("PATCH", "5b0fbd7c-0f1a-4a4b-8a43-000000000000", "organization_access_tokens:write", 404)]
    [InlineData("PATCH", "5b0fbd7c-0f1a-4a4b-8a43-000000000000", "organization_access_tokens:read", 403)]
    [InlineData("DELETE", "5b0fbd7c-0f1a-4a4b-8a43-000000000000", "organization_access_tokens:write", 404)]
    [InlineData("DELETE", "5b0fbd7c-0f1a-4a4b-8a43-000000000000", "organizations:write", 403)]
    public async Task Each_operation_asks_for_its_scope(string method, string id, string scope, int status)
    {
        using var client = await WithScopesAsync(scope);

        (await client.SendAsync(method, Path + id, method is "POST" or "PATCH" ? "{}" : null)).Expect(status);
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_tokens_there_are()
    {
        for (var i = 1; i < 1000; i++)
        {
            await Services.GetRequiredService<IOrganizationStore>().AddTokenAsync(Token(i), CancellationToken.None);
        }

        await Organizations.LoadAsync(CancellationToken.None);

        var answer = await Api.PostAsync(Path, """{"comment":"c","scopes":[]}""");
        Assert.Equal(["body: too_many"], answer.ExpectError(422, "PolarRequestValidationError").Complaints);
        (await OtherApi.PostAsync(Path, """{"comment":"c","scopes":[]}""")).Expect(201);
    }

    private async Task<Answer> MakeAsync(string body, int after = 0)
    {
        Clock.Advance(TimeSpan.FromSeconds(after));
        return (await Api.PostAsync(Path, body)).Expect(201);
    }

    private AccessToken Token(int number) =>
        new()
        {
            Id = Core.RandomId.New(),
            OrganizationId = new OrganizationId(Acme.Id),
            Hash = BitConverter.GetBytes(number),
            Comment = "one of many",
            Scopes = AccessScopes.All,
            CreatedAt = Clock.GetUtcNow(),
        };

    private static List<string?> Comments(Answer list) =>
        [.. list.Expect(200).At("/items").EnumerateArray().Select(token => token.GetProperty("comment").GetString())];
}
