using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.PaymentMethods;

public sealed class ListPaymentMethodsTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Buyer = "fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae";

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_list_is_newest_first_and_paged_both_ways()
    {
        var merchant = await AccountAsync();
        var ids = await StoreManyAsync(merchant, 5);
        ids.Reverse();

        var first = await api.ListMethodsAsync("?limit=2", merchant);
        var second = await api.ListMethodsAsync($"?limit=2&cursor={first.TextAt("/next_cursor")}", merchant);
        var third = await api.ListMethodsAsync($"?limit=2&cursor={second.TextAt("/next_cursor")}", merchant);
        var back = await api.ListMethodsAsync($"?limit=2&cursor={third.TextAt("/previous_cursor")}", merchant);

        Assert.Equal(ids, [.. first.Ids(), .. second.Ids(), .. third.Ids()]);
        Assert.Equal(second.Ids(), back.Ids());
        Assert.True(first.IsNullAt("/previous_cursor"));
        Assert.True(third.IsNullAt("/next_cursor"));
        Assert.Equal(2, first.At("/limit").GetInt32());
    }

    [Fact]
    public async Task A_list_is_filtered_by_buyer_by_names_and_by_status()
    {
        var merchant = await AccountAsync();
        var plain = await StoreAsync(merchant);
        var mine = await StoreAsync(merchant, ""","external_identifier":"mine" """);
        var ofBuyer = await StoreAsync(merchant, $$""","buyer_id":"{{Buyer}}" """);
        var ofNamed = await StoreAsync(merchant, ""","buyer_external_identifier":"b 1" """);

        Assert.Equal([mine], (await api.ListMethodsAsync("?external_identifier=mine", merchant)).Ids());
        Assert.Equal([ofBuyer], (await api.ListMethodsAsync($"?buyer_id={Buyer}", merchant)).Ids());
        Assert.Equal([ofNamed], (await api.ListMethodsAsync("?buyer_external_identifier=b%201", merchant)).Ids());
        Assert.Empty((await api.ListMethodsAsync($"?buyer_id={Buyer}&external_identifier=mine", merchant)).Ids());
        Assert.Empty((await api.ListMethodsAsync("?status=failed&status=paused", merchant)).Ids());
        Assert.Equal(
            [ofNamed, ofBuyer, mine, plain],
            (await api.ListMethodsAsync("?status=failed&status=succeeded", merchant)).Ids()
        );
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=x", "limit")]
    [InlineData("?cursor=x", "cursor")]
    [InlineData("?buyer_id=x", "buyer_id")]
    [InlineData("?status=x", "status/0")]
    public async Task A_query_beyond_the_contract_is_refused_in_its_place(string query, string at) =>
        Envelope.CheckViolation(await api.ListMethodsAsync(query), "query", at);

    [Fact]
    public async Task A_buyers_list_is_of_that_buyer_and_not_paged()
    {
        var merchant = await AccountAsync();
        var ofBuyer = await StoreAsync(merchant, $$""","buyer_id":"{{Buyer}}" """);
        var both = await StoreAsync(merchant, $$""","buyer_id":"{{Buyer}}","buyer_external_identifier":"b" """);
        await StoreAsync(merchant);

        var listed = await api.ListOfBuyerAsync($"?buyer_id={Buyer}&country=DE&currency=EUR", merchant);

        Assert.Equal([both, ofBuyer], listed.Ids());
        Assert.Equal([both], (await api.ListOfBuyerAsync("?buyer_external_identifier=b", merchant)).Ids());
        Assert.Equal(["items"], listed.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            Vendor.FieldsOf("PaymentMethodSummary").Select(field => field.Name).Order(),
            listed.At("/items/0").EnumerateObject().Select(member => member.Name).Order()
        );
    }

    [Fact]
    public async Task Without_a_buyer_nobodys_methods_are_listed()
    {
        await api.StoreCardAsync();

        Assert.Equal("""{"items":[]}""", (await api.ListOfBuyerAsync("")).Expect(200).Text);
    }

    [Fact]
    public async Task A_buyers_list_is_sorted_as_asked()
    {
        var merchant = await AccountAsync();
        var first = await StoreAsync(merchant, $$""","buyer_id":"{{Buyer}}" """);
        var second = await StoreAsync(merchant, $$""","buyer_id":"{{Buyer}}" """);
        await UseAsync(first);

        foreach (var sort in new[] { "last_used_at", "usage_count", "cit_last_used_at", "cit_usage_count" })
        {
            var listed = await api.ListOfBuyerAsync($"?buyer_id={Buyer}&sort_by={sort}&order_by=desc", merchant);
            Assert.Equal([first, second], listed.Ids());
        }

        Assert.Equal([first, second], (await api.ListOfBuyerAsync($"?buyer_id={Buyer}&order_by=asc", merchant)).Ids());
        Assert.Equal([second, first], (await api.ListOfBuyerAsync($"?buyer_id={Buyer}", merchant)).Ids());
        // What was never used comes last in either direction; zero is a count like any other.
        Assert.Equal([first, second], (await SortAsync("last_used_at", "asc")).Ids());
        Assert.Equal([second, first], (await SortAsync("usage_count", "asc")).Ids());

        Task<Answer> SortAsync(string by, string order) =>
            api.ListOfBuyerAsync($"?buyer_id={Buyer}&sort_by={by}&order_by={order}", merchant);
    }

    private async Task UseAsync(string id)
    {
        var methods = server.Services.GetRequiredService<IPaymentMethodStore>();
        var now = server.Clock.GetUtcNow();
        Assert.Null(
            await methods.ChangeAsync(
                Guid.Parse(id),
                method => new PaymentMethodChange.Save(method.Used(isCustomerInitiated: true, now)),
                CancellationToken.None
            )
        );
    }

    // Ids of one millisecond are in no order.
    private Task<string> StoreAsync(string merchant, string more = "")
    {
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return api.StoreCardAsync(more, merchant);
    }

    // An account of its own, so that its lists hold what the test put there.
    private async Task<string> AccountAsync()
    {
        var id = $"list-{Core.TimeOrderedId.New(server.Clock.GetUtcNow()):N}";
        await server.Merchants.AddAccountAsync(MerchantAccountId.Parse(id), id, CancellationToken.None);
        return id;
    }

    private async Task<List<string>> StoreManyAsync(string merchant, int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await StoreAsync(merchant));
        }

        return ids;
    }
}
