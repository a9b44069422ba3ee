namespace Checkstand.Polar.Tests.Products;

/// <summary>The products that the sandbox makes on its first start.</summary>
public sealed class SampleProductTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task The_seller_has_a_product_of_each_kind()
    {
        Assert.Equal(1000, await PriceAsync(server.Acme.ProductId, "/prices/0/price_amount"));
        Assert.Equal(100, await PriceAsync(server.Products.Custom, "/prices/0/minimum_amount"));
        Assert.Equal(0, await PriceAsync(server.Products.Free, "/prices/0/price_amount"));
        var recurring = (await server.Api.GetAsync($"/v1/products/{server.Products.Recurring}")).Expect(200);
        Assert.Equal("month", recurring.TextAt("/recurring_interval"));
    }

    [Fact]
    public async Task The_other_organization_has_one_of_its_own()
    {
        (await server.OtherApi.GetAsync($"/v1/products/{server.Umbrella.ProductId}")).Expect(200);
        (await server.Api.GetAsync($"/v1/products/{server.Umbrella.ProductId}")).ExpectError(404, "ResourceNotFound");
    }

    private async Task<long> PriceAsync(Guid id, string pointer) =>
        (await server.Api.GetAsync($"/v1/products/{id}")).Expect(200).NumberAt(pointer);
}
