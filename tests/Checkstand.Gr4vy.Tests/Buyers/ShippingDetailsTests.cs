namespace Checkstand.Gr4vy.Tests.Buyers;

public sealed class ShippingDetailsTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private const string Full =
        """{"first_name":"Z","last_name":"Y","email_address":"z@y","phone_number":"+1234567890","address":{"city":"x","country":"GB"}}""";

    private readonly ApiClient api = server.Api;
    private string buyerId = "";

    private string Path => $"/buyers/{buyerId}/shipping-details";

    public async ValueTask InitializeAsync() =>
        buyerId = (await api.SendAsync(api.Backend("POST", "/buyers").Json("{}"))).Expect(201).TextAt("/id")!;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Shipping_details_are_answered_as_they_will_be_read()
    {
        var created = await AddAsync(Full);

        var read = (await api.SendAsync(api.Backend("GET", Of(created)))).Expect(200);

        Assert.Equal(created.Text, read.Text);
        Assert.Equal("shipping-details", read.TextAt("/type"));
        Assert.Equal(buyerId, read.TextAt("/buyer_id"));
        Assert.Equal("z@y", read.TextAt("/email_address"));
        Assert.Equal("GB", read.TextAt("/address/country"));
    }

    [Fact]
    public async Task An_update_merges_by_top_level_key()
    {
        var created = await AddAsync(Full);

        var updated = (
            await api.SendAsync(
                api.Backend("PUT", Of(created))
                    .Json("""{"first_name":"New","phone_number":null,"address":{"line1":"l"}}""")
            )
        ).Expect(200);

        Assert.Equal("New", updated.TextAt("/first_name"));
        Assert.Equal("Y", updated.TextAt("/last_name"));
        Assert.True(updated.IsNullAt("/phone_number"));
        Assert.Equal("""{"line1":"l"}""", updated.At("/address").GetRawText());
        Assert.Equal(updated.Text, (await api.SendAsync(api.Backend("GET", Of(created)))).Text);
    }

    [Fact]
    public async Task They_are_listed_newest_first()
    {
        var first = await AddAsync(Full);
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await AddAsync("{}");

        var list = (await api.SendAsync(api.Backend("GET", Path))).Expect(200);

        Assert.Equal($$"""{"items":[{{second.Text}},{{first.Text}}]}""", list.Text);
    }

    [Fact]
    public async Task Deleted_ones_are_gone()
    {
        var created = await AddAsync(Full);

        (await api.SendAsync(api.Backend("DELETE", Of(created)))).Expect(204);

        Envelope.Check(await api.SendAsync(api.Backend("GET", Of(created))), 404);
        Envelope.Check(await api.SendAsync(api.Backend("PUT", Of(created)).Json("{}")), 404);
        Envelope.Check(await api.SendAsync(api.Backend("DELETE", Of(created))), 404);
        Assert.Equal("""{"items":[]}""", (await api.SendAsync(api.Backend("GET", Path))).Text);
    }

    [Fact]
    public async Task Those_of_another_buyer_answer_as_unknown_ones()
    {
        var created = await AddAsync(Full);
        await InitializeAsync();

        var foreign = await api.SendAsync(api.Backend("GET", Of(created)));
        var unknown = await api.SendAsync(api.Backend("GET", $"{Path}/{ApiClient.UnknownId}"));

        Envelope.Check(foreign, 404);
        Assert.Equal(unknown.Comparable, foreign.Comparable);
    }

    [Fact]
    public async Task A_buyer_that_is_not_there_takes_none()
    {
        var path = $"/buyers/{ApiClient.UnknownId}/shipping-details";

        Envelope.Check(await api.SendAsync(api.Backend("POST", path).Json(Full)), 404);
        Envelope.Check(await api.SendAsync(api.Backend("GET", path)), 404);
    }

    [Fact]
    public async Task A_buyer_has_at_most_a_hundred()
    {
        for (var i = 0; i < 100; i++)
        {
            await AddAsync("{}");
        }

        Assert.Empty(Envelope.Check(await api.SendAsync(api.Backend("POST", Path).Json("{}")), 400));
    }

    private async Task<Answer> AddAsync(string json) =>
        (await api.SendAsync(api.Backend("POST", Path).Json(json))).Expect(201);

    private string Of(Answer details) => $"{Path}/{details.TextAt("/id")}";
}
