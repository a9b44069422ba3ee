using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.PaymentMethods;

public sealed class ListPaymentMethodsTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
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
        var buyer = await BuyerAsync(merchant);
        var plain = await StoreAsync(merchant);
        var mine = await StoreAsync(merchant, ""","external_identifier":"mine" """);
        var ofBuyer = await StoreAsync(merchant, $$""","buyer_id":"{{buyer}}" """);
        var ofNamed = await StoreAsync(merchant, ""","buyer_external_identifier":"b 1" """);

        Assert.Equal([mine], (await api.ListMethodsAsync("?external_identifier=mine", merchant)).Ids());
        Assert.Equal([ofBuyer], (await api.ListMethodsAsync($"?buyer_id={buyer}", merchant)).Ids());
        Assert.Equal([ofNamed], (await api.ListMethodsAsync("?buyer_external_identifier=b%201", merchant)).Ids());
        Assert.Empty((await api.ListMethodsAsync($"?buyer_id={buyer}&external_identifier=mine", merchant)).Ids());
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
        var buyer = await BuyerAsync(merchant);
        var ofBuyer = await StoreAsync(merchant, $$""","buyer_id":"{{buyer}}" """);
        var both = await StoreAsync(merchant, $$""","buyer_id":"{{buyer}}","buyer_external_identifier":"b" """);
        await StoreAsync(merchant);

        var listed = await api.ListOfBuyerAsync($"?buyer_id={buyer}&country=DE&currency=EUR", merchant);

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
        var buyer = await BuyerAsync(merchant);
        var first = await StoreAsync(merchant, $$""","buyer_id":"{{buyer}}" """);
        var second = await StoreAsync(merchant, $$""","buyer_id":"{{buyer}}" """);
        await UseAsync(first);

        foreach (var sort in new[] { "last_used_at", "usage_count", "cit_last_used_at", "cit_usage_count" })
        {
            var listed = await api.ListOfBuyerAsync($"?buyer_id={buyer}&sort_by={sort}&order_by=desc", merchant);
            Assert.Equal([first, second], listed.Ids());
        }

        Assert.Equal([first, second], (await api.ListOfBuyerAsync($"?buyer_id={buyer}&order_by=asc", merchant)).Ids());
        Assert.Equal([second, first], (await api.ListOfBuyerAsync($"?buyer_id={buyer}", merchant)).Ids());
        // What was never used comes last in either direction; zero is a count like any other.
        Assert.Equal([first, second], (await SortAsync("last_used_at", "asc")).Ids());
        Assert.Equal([second, first], (await SortAsync("usage_count", "asc")).Ids());

        Task<Answer> SortAsync(string by, string order) =>
            api.ListOfBuyerAsync($"?buyer_id={buyer}&sort_by={by}&order_by={order}", merchant);
    }

    [Fact]
    public async Task A_buyers_methods_are_found_by_the_external_identifier_that_it_has_now()
    {
        var merchant = await AccountAsync();
        var early = await StoreAsync(merchant, ""","buyer_external_identifier":"b-1" """);
        var buyer = await BuyerAsync(merchant, """{"external_identifier":"b-1"}""");
        var byId = await StoreAsync(merchant, $$""","buyer_id":"{{buyer}}" """);
        var byName = await StoreAsync(merchant, ""","buyer_external_identifier":"b-1" """);

        foreach (var list in new[] { "/buyers/payment-methods", Methods.Path })
        {
            Assert.Equal([byName, byId, early], await IdsAsync("?buyer_external_identifier=b-1"));
            Assert.Equal([byName, byId], await IdsAsync($"?buyer_id={buyer}"));
            Assert.Equal([byName, byId], await IdsAsync($"?buyer_id={buyer}&buyer_external_identifier=b-1"));

            async Task<IReadOnlyList<string>> IdsAsync(string query) =>
                (await api.SendAsync(api.Backend("GET", list + query, merchant))).Ids();
        }

        var rename = api.Backend("PUT", $"/buyers/{buyer}", merchant).Json("""{"external_identifier":"b-2"}""");
        (await api.SendAsync(rename)).Expect(200);
        Assert.Equal([byName, byId], (await api.ListOfBuyerAsync("?buyer_external_identifier=b-2", merchant)).Ids());
    }

    private async Task<string> BuyerAsync(string merchant, string json = "{}") =>
        (await api.SendAsync(api.Backend("POST", "/buyers", merchant).Json(json))).Expect(201).TextAt("/id")!;

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
