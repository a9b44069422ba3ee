namespace Checkstand.Polar.Tests.Customers;

/// <summary>Lists of customers, of an organization that has exactly three.</summary>
public sealed class CustomerListTests(CustomerListTests.Three server) : IClassFixture<CustomerListTests.Three>
{
    [Theory]
    [InlineData("", "c b a")]
    [InlineData("?sorting=email", "a b c")]
    [InlineData("?sorting=name", "c a b")]
    [InlineData("?sorting=-name&sorting=email", "b a c")]
    [InlineData("?email=A@EXAMPLE.COM", "a")]
    [InlineData("?email=a", "")]
    [InlineData("?query=EXAMPLE.com&limit=2", "c b")]
    [InlineData("?query=zo", "a")]
    [InlineData("?query=ext-", "b")]
    [InlineData("?metadata[plan]=pro", "b a")]
    [InlineData("?metadata[plan]=pro&metadata[seats]=3", "b")]
    [InlineData("?metadata%5Bvip%5D=true", "a")]
    [InlineData("?metadata[plan]=free", "")]
    [InlineData("?metadata[plan]=pro&metadata[plan]=free", "b a")]
    [InlineData("?metadata[seats]=3&metadata[seats]=4&metadata[plan]=pro", "b")]
    [InlineData("?metadata[plan]=pro&metadata[PLAN]=pro", "")]
    [InlineData("?metadata[PLAN]=free&metadata[plan]=pro", "")]
    [InlineData("?organization_id=0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11", "")]
    public async Task A_list_is_narrowed_and_sorted_as_asked(string query, string expected)
    {
        var answer = (await server.Api.GetAsync("/v1/customers/" + query)).Expect(200);

        var emails = answer.At("/items").EnumerateArray().Select(item => item.GetProperty("email").GetString()![..1]);
        Assert.Equal(expected, string.Join(' ', emails));
    }

    [Fact]
    public async Task A_list_says_how_long_it_is() =>
        Assert.Equal(
            """{"total_count":2,"max_page":2}""",
            (await server.Api.GetAsync("/v1/customers/?metadata[plan]=pro&limit=1"))
                .Expect(200)
                .At("/pagination")
                .GetRawText()
        );

    [Fact]
    public async Task Another_organization_sees_none_of_them() =>
        Assert.Equal(0, (await server.OtherApi.GetAsync("/v1/customers/")).NumberAt("/pagination/total_count"));

    [Theory]
    [InlineData("?sorting=external_id", "query.sorting: enum")]
    [InlineData("?active=true", "query.active: value_error")]
    [InlineData("?limit=-1", "query.limit: greater_than_equal")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string query, string complaint) =>
        Assert.Equal(
            [complaint],
            (await server.Api.GetAsync("/v1/customers/" + query)).ExpectError(422, "RequestValidationError").Complaints
        );

    /// <summary>A server with three customers, a minute apart.</summary>
    public sealed class Three : PolarServer
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await MakeAsync(""" "email":"a@example.com","name":"Zoe","metadata":{"plan":"pro","vip":true} """);
            await MakeAsync(""" "email":"b@example.com","external_id":"Ext-7","metadata":{"plan":"pro","seats":3} """);
            await MakeAsync(""" "email":"c@example.com","name":"Ann" """);
        }

        private async Task MakeAsync(string some)
        {
            (await Api.PostAsync("/v1/customers/", $"{{{some}}}")).Expect(201);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
