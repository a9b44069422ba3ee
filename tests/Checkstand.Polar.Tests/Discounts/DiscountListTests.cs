namespace Checkstand.Polar.Tests.Discounts;

/// <summary>Lists of discounts, of an organization that has exactly three.</summary>
public sealed class DiscountListTests(DiscountListTests.Three server) : IClassFixture<DiscountListTests.Three>
{
    [Theory]
    [InlineData("", "c b a")]
    [InlineData("?sorting=created_at", "a b c")]
    [InlineData("?sorting=-name", "c b a")]
    [InlineData("?sorting=code", "b a c")]
    [InlineData("?sorting=-code", "c a b")]
    [InlineData("?sorting=ends_at", "c b a")]
    [InlineData("?sorting=-redemptions_count&sorting=name", "a b c")]
    [InlineData("?query=A", "a")]
    [InlineData("?limit=2", "c b")]
    [InlineData("?limit=2&page=2", "a")]
    [InlineData("?limit=2&page=3", "")]
    [InlineData("?query=", "c b a")]
    [InlineData("?organization_id=0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11", "")]
    public async Task A_list_is_narrowed_and_sorted_as_asked(string query, string expected)
    {
        var answer = (await server.Api.GetAsync("/v1/discounts/" + query)).Expect(200);

        var names = answer.At("/items").EnumerateArray().Select(item => item.GetProperty("name").GetString());
        Assert.Equal(expected, string.Join(' ', names));
    }

    [Fact]
    public async Task A_list_says_how_long_it_is()
    {
        var answer = (await server.Api.GetAsync("/v1/discounts/?limit=2")).Expect(200);

        Assert.Equal("""{"total_count":3,"max_page":2}""", answer.At("/pagination").GetRawText());
    }

    [Fact]
    public async Task The_own_organization_may_be_named()
    {
        var answer = (await server.Api.GetAsync($"/v1/discounts/?organization_id={server.Acme.Id}")).Expect(200);

        Assert.Equal(3, answer.NumberAt("/pagination/total_count"));
    }

    [Fact]
    public async Task Another_organization_sees_none_of_them() =>
        Assert.Equal(
            """{"items":[],"pagination":{"total_count":0,"max_page":0}}""",
            (await server.OtherApi.GetAsync("/v1/discounts/")).Expect(200).Text
        );

    [Theory]
    [InlineData("?page=0", "query.page: greater_than_equal")]
    [InlineData("?limit=0", "query.limit: greater_than_equal")]
    [InlineData("?sorting=basis_points", "query.sorting: enum")]
    [InlineData("?organization_id=x", "query.organization_id.0: uuid_parsing")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string query, string complaint) =>
        Assert.Equal(
            [complaint],
            (await server.Api.GetAsync("/v1/discounts/" + query)).ExpectError(422, "RequestValidationError").Complaints
        );

    /// <summary>A server with three discounts, a minute apart.</summary>
    public sealed class Three : PolarServer
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await MakeAsync(""" "name":"a","code":"MMM" """);
            await MakeAsync(""" "name":"b","code":"aaa","ends_at":"2040-01-01T00:00:00Z" """);
            await MakeAsync(""" "name":"c","ends_at":"2039-01-01T00:00:00Z" """);
        }

        private async Task MakeAsync(string some)
        {
            (await Api.PostAsync("/v1/discounts/", $$"""{"duration":"once","basis_points":1,{{some}}}""")).Expect(201);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
