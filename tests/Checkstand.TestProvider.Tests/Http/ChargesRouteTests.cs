using System.Net;
using System.Text.Json;

namespace Checkstand.TestProvider.Tests.Http;

public sealed class ChargesRouteTests : IAsyncLifetime
{
    private ProviderServer server = null!;

    public async ValueTask InitializeAsync() => server = await ProviderServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_charge_is_listed_with_what_the_provider_knows_of_it()
    {
        var checkout = Guid.CreateVersion7();
        var key = server.Provider.NewKey();
        var answer = await server.Provider.AuthorizeAsync(amount: 1299, key: key, checkout: checkout);

        using var response = await server.GetAsync($"/dev/charges?session_id={checkout}");

        Assert.Equal(
            $$"""{"items":[{"id":"{{answer.Reference}}","session_id":"{{checkout}}","idempotency_key":"{{key}}","amount":1299,"currency":"USD","outcome":"charged","created_at":"2030-01-15T12:00:00.000Z"}]}""",
            await response.TextAsync(HttpStatusCode.OK)
        );
        Assert.Equal("application/json", response.Header("Content-Type"));
        Assert.Equal("no-store", response.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_checkout_has_its_own_charges_newest_first()
    {
        var checkout = Guid.CreateVersion7();
        var keys = new List<string>();
        foreach (var number in new[] { Cards.Decline, Cards.TimeoutNotCharged, Cards.Approve })
        {
            var key = server.Provider.NewKey();
            await server.Provider.AuthorizeAsync(number, key: key, checkout: checkout);
            server.Provider.Clock.Advance(TimeSpan.FromMilliseconds(1));
            keys.Insert(0, key.ToString());
        }

        await server.Provider.AuthorizeAsync(checkout: Guid.CreateVersion7());

        Assert.Equal(keys, await ListAsync($"?session_id={checkout}", "idempotency_key"));
        Assert.Equal(["charged", "not_charged", "declined"], await ListAsync($"?session_id={checkout}", "outcome"));
        Assert.Equal(["charged"], (await ListAsync("", "outcome"))[..1]);
        Assert.Equal(4, (await ListAsync("", "outcome")).Count);
    }

    [Fact]
    public async Task An_upper_case_id_is_the_same_id()
    {
        var checkout = Guid.CreateVersion7();
        await server.Provider.AuthorizeAsync(checkout: checkout);

        Assert.Single(await ListAsync($"?session_id={checkout.ToString().ToUpperInvariant()}", "id"));
    }

    [Fact]
    public async Task A_payment_without_a_checkout_is_in_the_whole_list()
    {
        await server.Provider.AuthorizeAsync();

        using var answer = JsonDocument.Parse(
            await (await server.GetAsync("/dev/charges")).TextAsync(HttpStatusCode.OK)
        );

        Assert.Equal(
            JsonValueKind.Null,
            answer.RootElement.GetProperty("items")[0].GetProperty("session_id").ValueKind
        );
    }

    [Fact]
    public async Task Only_charges_are_listed()
    {
        var reference = await server.Provider.ReserveAsync();
        await server.Provider.CaptureAsync(reference, 10);
        await server.Provider.RefundAsync(reference, 5);
        await server.Provider.FindAsync(server.Provider.NewKey());

        Assert.Equal([reference], await ListAsync("", "id"));
    }

    [Fact]
    public async Task An_outcome_is_listed_as_it_stands_now()
    {
        await server.Provider.AuthorizeAsync(Cards.LateSuccess);
        Assert.Equal(["pending"], await ListAsync("", "outcome"));

        server.Provider.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["charged"], await ListAsync("", "outcome"));
    }

    [Fact]
    public async Task A_checkout_without_charges_has_an_empty_list() =>
        Assert.Empty(await ListAsync($"?session_id={Guid.CreateVersion7()}", "id"));

    [Fact]
    public async Task A_list_has_a_thousand_charges_at_most()
    {
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(_ => server.Provider.AuthorizeAsync()));

        Assert.Equal(1000, (await ListAsync("", "id")).Count);
    }

    [Theory]
    [InlineData("?session_id=")]
    [InlineData("?session_id=x")]
    [InlineData("?session_id=%20" + Id)]
    [InlineData("?session_id={" + Id + "}")]
    [InlineData("?session_id=" + Id + "&session_id=" + Id)]
    public async Task What_is_no_session_id_is_refused(string query)
    {
        using var response = await server.GetAsync("/dev/charges" + query);

        Assert.Equal("refused", await response.TextAsync(HttpStatusCode.BadRequest));
    }

    private const string Id = "01941f29-7c00-7aaa-8aaa-0123456789ab";

    private async Task<List<string>> ListAsync(string query, string member)
    {
        using var response = await server.GetAsync("/dev/charges" + query);
        using var answer = JsonDocument.Parse(await response.TextAsync(HttpStatusCode.OK));
        return
        [
            .. answer
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty(member).GetString()!),
        ];
    }
}
