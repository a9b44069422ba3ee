using System.Text.Json;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Lists of checkouts (contract section 1.2).</summary>
public sealed class ListCheckoutsTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task Filters_narrow_and_can_be_repeated()
    {
        var one = await server.CheckoutAsync(""" "customer_email":"Anna@example.com","external_customer_id":"anna" """);
        var two = await server.CheckoutAsync(
            server.Products.Custom,
            """ "customer_email":"otto_1@example.com","external_customer_id":"o tt&=ç" """
        );

        await AssertFinds($"product_id={server.Products.Custom}", two);
        await AssertFinds($"product_id={server.Acme.ProductId}&product_id={server.Products.Custom}", one, two);
        await AssertFinds("external_customer_id=anna", one);
        await AssertFinds("external_customer_id=anna&external_customer_id=o%20tt%26%3D%C3%A7", one, two);
        await AssertFinds("query=aNNa%40EX", one);
        await AssertFinds("query=o_1", two);
        await AssertFinds("query=o%251");
        await AssertFinds("status=open", one, two);
        await AssertFinds("status=open&status=expired", one, two);
        await AssertFinds("status=succeeded");
        await AssertFinds("customer_id=7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11");
        await AssertFinds($"organization_id={server.Acme.Id}&organization_id={server.Umbrella.Id}", one, two);
        await AssertFinds($"organization_id={server.Umbrella.Id}");
    }

    [Theory]
    [InlineData("page=0", "query.page: greater_than_equal")]
    [InlineData("limit=0", "query.limit: greater_than_equal")]
    [InlineData("limit=-1", "query.limit: greater_than_equal")]
    [InlineData("sorting=name", "query.sorting: enum")]
    [InlineData("sorting=", "query.sorting: enum")]
    [InlineData("status=paid", "query.status.0: enum")]
    [InlineData("product_id=x", "query.product_id.0: uuid_parsing")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string complaint)
    {
        Assert.Equal([complaint], (await server.Api.GetAsync($"/v1/checkouts/?{query}")).Expect(422).Complaints);
    }

    private async Task AssertFinds(string query, params OpenCheckout[] wanted)
    {
        var found = (await server.Api.GetAsync($"/v1/checkouts/?limit=100&{query}")).Expect(200);
        Assert.Equal(wanted.Select(checkout => checkout.Id).Order(), IdsOf(found).Order());
        Assert.Equal(wanted.Length, found.NumberAt("/pagination/total_count"));
    }

    internal static IReadOnlyList<Guid> IdsOf(Answer page) =>
        [.. page.At("/items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
}

/// <summary>Order and pages of lists of checkouts; on a server of its own, because it counts them.</summary>
public sealed class CheckoutPagesTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task Pages_follow_each_other_without_gaps_in_the_order_that_is_asked_for()
    {
        Assert.Equal(
            """{"items":[],"pagination":{"total_count":0,"max_page":0}}""",
            (await server.Api.GetAsync("/v1/checkouts/")).Expect(200).Text
        );
        var made = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            made.Add((await server.CheckoutAsync()).Id);
            // Some in the same millisecond, so that the id has to decide.
            server.Clock.Advance(TimeSpan.FromMilliseconds(i % 3 == 0 ? 1 : 0));
        }

        var first = (await server.Api.GetAsync("/v1/checkouts/")).Expect(200);
        Assert.Equal(10, first.At("/items").GetArrayLength());
        Assert.Equal(12, first.NumberAt("/pagination/total_count"));
        Assert.Equal(2, first.NumberAt("/pagination/max_page"));
        Assert.Equal(12, (await server.Api.GetAsync("/v1/checkouts/?limit=1000")).At("/items").GetArrayLength());
        Assert.Equal(0, (await server.Api.GetAsync("/v1/checkouts/?page=3")).At("/items").GetArrayLength());

        foreach (
            var sorting in (string[])
                [
                    "created_at",
                    "-created_at",
                    "expires_at",
                    "-expires_at",
                    "status",
                    "-status",
                    "status&sorting=-created_at",
                ]
        )
        {
            var pages = new List<Guid>();
            for (var page = 1; page <= 4; page++)
            {
                pages.AddRange(
                    ListCheckoutsTests.IdsOf(
                        (await server.Api.GetAsync($"/v1/checkouts/?limit=3&page={page}&sorting={sorting}")).Expect(200)
                    )
                );
            }

            Assert.Equal(made.Order(), pages.Order());
        }

        var newest = ListCheckoutsTests.IdsOf((await server.Api.GetAsync("/v1/checkouts/?limit=1")).Expect(200));
        Assert.Contains(newest[0], made[^2..]);
        var oldest = ListCheckoutsTests.IdsOf(
            (await server.Api.GetAsync("/v1/checkouts/?limit=1&sorting=created_at")).Expect(200)
        );
        Assert.Equal(made[0], oldest[0]);
        var item = (await server.Api.GetAsync("/v1/checkouts/?limit=1")).At("/items/0");
        Assert.Equal(JsonValueKind.Object, item.GetProperty("metadata").ValueKind);
    }
}
