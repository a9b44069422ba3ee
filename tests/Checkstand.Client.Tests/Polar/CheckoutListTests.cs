using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Lists: items over all pages, single pages, filters and order.</summary>
public sealed class CheckoutListTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task Items_come_from_all_pages_and_each_once()
    {
        var product = await server.ProductAsync();
        List<string> made = [];
        for (var i = 0; i < 7; i++)
        {
            made.Add((await server.OpenAsync(product.Id)).Id);
        }

        var listed = await server.Polar.Checkouts.ListAsync(productId: product.Id, limit: 3).ToListAsync();

        Assert.Equal(made.Order(), listed.Select(checkout => checkout.Id).Order());
    }

    [Fact]
    public async Task Pages_are_walked_to_the_last_which_has_no_next()
    {
        var product = await server.ProductAsync();
        for (var i = 0; i < 5; i++)
        {
            await server.OpenAsync(product.Id);
        }

        var page = await server.Polar.Checkouts.ListPageAsync(productId: product.Id, limit: 2);
        List<(int? Number, int Count, bool HasNext)> walked = [];
        for (var here = page; here is not null; here = await here.NextAsync())
        {
            Assert.Equal((5L, 3), (here.TotalCount!.Value, here.MaxPage!.Value));
            walked.Add((here.Number, here.Items.Count, here.HasNext));
        }

        Assert.Equal([(1, 2, true), (2, 2, true), (3, 1, false)], walked);
    }

    [Fact]
    public async Task A_page_is_asked_for_by_number_and_one_past_the_end_is_empty()
    {
        var product = await server.ProductAsync();
        await server.OpenAsync(product.Id);

        var last = await server.Polar.Checkouts.TryListPageAsync(productId: product.Id, page: 9, limit: 10);

        Assert.True(last.Ok);
        Assert.Empty(last.Value.Items);
        Assert.Null(await last.Value.NextAsync());
        Assert.Equal(200, last.Response.StatusCode);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_one_value_or_by_several()
    {
        var product = await server.ProductAsync();
        var open = await server.OpenAsync(product.Id, request => request.CustomerEmail = "grace@example.com");
        var paid = await server.OpenAsync(product.Id, request => request.ExternalCustomerId = "ext-9");
        await server.PayAsync(paid, "lin@example.com");
        var checkouts = server.Polar.Checkouts;

        Assert.Equal(
            [open.Id],
            await IdsAsync(checkouts.ListAsync(productId: product.Id, status: CheckoutStatus.Open))
        );
        Assert.Equal(
            [open.Id, paid.Id],
            await IdsAsync(
                checkouts.ListAsync(
                    organizationId: server.Id(),
                    productId: [product.Id, "0f0e0d0c-0b0a-4908-8706-050403020100"],
                    status: [CheckoutStatus.Open, CheckoutStatus.Succeeded],
                    sorting: CheckoutSortProperty.Status
                )
            )
        );
        Assert.Equal([open.Id], await IdsAsync(checkouts.ListAsync(productId: product.Id, query: "GRACE@")));
        Assert.Equal([paid.Id], await IdsAsync(checkouts.ListAsync(externalCustomerId: "ext-9")));
        Assert.Empty(await IdsAsync(checkouts.ListAsync(organizationId: server.Umbrella.Id.ToString())));
    }

    [Fact]
    public async Task A_list_is_sorted_by_several_criteria_in_their_order()
    {
        var product = await server.ProductAsync();
        var first = await server.OpenAsync(product.Id);
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await server.OpenAsync(product.Id);

        var oldest = server.Polar.Checkouts.ListAsync(productId: product.Id, sorting: CheckoutSortProperty.CreatedAt);
        var youngest = server.Polar.Checkouts.ListAsync(
            productId: product.Id,
            sorting: [CheckoutSortProperty.Status, CheckoutSortProperty.CreatedAtDescending]
        );

        Assert.Equal([first.Id, second.Id], await IdsAsync(oldest));
        Assert.Equal([second.Id, first.Id], await IdsAsync(youngest));
    }

    [Fact]
    public async Task A_list_can_be_walked_twice()
    {
        var product = await server.ProductAsync();
        var made = await server.OpenAsync(product.Id);
        var list = server.Polar.Checkouts.ListAsync(productId: product.Id);

        Assert.Equal([made.Id], await IdsAsync(list));
        Assert.Equal([made.Id], await IdsAsync(list));
    }

    [Fact]
    public async Task An_order_that_the_server_does_not_know_is_told_with_its_place()
    {
        var failure = await Assert.ThrowsAsync<HttpValidationException>(() =>
            server.Polar.Checkouts.ListPageAsync(sorting: CheckoutSortProperty.From("price"))
        );

        var detail = Assert.Single(failure.Details);
        Assert.Equal(("query", "enum"), (detail.Location, detail.Type));
        Assert.Contains("sorting", detail.Pointer, StringComparison.Ordinal);
    }

    private static async Task<List<string>> IdsAsync(IAsyncEnumerable<Checkout> list) =>
        [.. (await list.ToListAsync()).Select(checkout => checkout.Id)];
}
