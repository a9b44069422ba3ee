namespace Checkstand.Polar.Tests.CheckoutLinks;

/// <summary>Lists of checkout links, of an organization that has exactly three.</summary>
public sealed class CheckoutLinkListTests(CheckoutLinkListTests.Three server)
    : IClassFixture<CheckoutLinkListTests.Three>
{
    [Theory]
    [InlineData("", "a b ?")]
    [InlineData("?sorting=-created_at", "? b a")]
    [InlineData("?sorting=-label", "? b a")]
    [InlineData("?sorting=success_url", "b a ?")]
    [InlineData("?sorting=allow_discount_codes&sorting=created_at", "b a ?")]
    [InlineData("?product_id=FREE", "b")]
    [InlineData("?product_id=FREE&product_id=PAID", "a b ?")]
    [InlineData("?product_id=0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11", "")]
    [InlineData("?organization_id=0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11", "")]
    [InlineData("?limit=1&page=2", "b")]
    public async Task A_list_is_narrowed_and_sorted_as_asked(string query, string expected)
    {
        query = query
            .Replace("FREE", server.Products.Free.ToString(), StringComparison.Ordinal)
            .Replace("PAID", server.Acme.ProductId.ToString(), StringComparison.Ordinal);
        var answer = (await server.Api.GetAsync("/v1/checkout-links/" + query)).Expect(200);

        var labels = answer.At("/items").EnumerateArray().Select(item => item.GetProperty("label").GetString() ?? "?");
        Assert.Equal(expected, string.Join(' ', labels));
    }

    [Fact]
    public async Task A_list_says_how_long_it_is() =>
        Assert.Equal(
            """{"total_count":3,"max_page":2}""",
            (await server.Api.GetAsync("/v1/checkout-links/?limit=2")).Expect(200).At("/pagination").GetRawText()
        );

    [Theory]
    [InlineData("?sorting=seats", "query.sorting: enum")]
    [InlineData("?product_id=x", "query.product_id.0: uuid_parsing")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string query, string complaint) =>
        Assert.Equal(
            [complaint],
            (await server.Api.GetAsync("/v1/checkout-links/" + query))
                .ExpectError(422, "RequestValidationError")
                .Complaints
        );

    /// <summary>A server with three links, a minute apart.</summary>
    public sealed class Three : PolarServer
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await MakeAsync(
                $"\"products\":[\"{Acme.ProductId}\"],\"label\":\"a\",\"success_url\":\"https://b.example/\""
            );
            await MakeAsync(
                $"\"products\":[\"{Acme.ProductId}\",\"{Products.Free}\"],\"label\":\"b\","
                    + "\"success_url\":\"https://a.example/\",\"allow_discount_codes\":false"
            );
            await MakeAsync($"\"products\":[\"{Acme.ProductId}\"]");
        }

        private async Task MakeAsync(string some)
        {
            (await Api.PostAsync("/v1/checkout-links/", $$"""{"payment_processor":"stripe",{{some}}}""")).Expect(201);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
