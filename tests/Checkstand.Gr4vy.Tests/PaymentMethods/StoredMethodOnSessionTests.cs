namespace Checkstand.Gr4vy.Tests.PaymentMethods;

/// <summary><c>PUT .../fields</c> with <c>method: "id"</c>: a buyer comes back to a card that is stored.</summary>
public sealed class StoredMethodOnSessionTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("")]
    [InlineData(""","security_code":"123" """)]
    public async Task A_session_shows_the_stored_method_that_was_put_on_it(string code)
    {
        var stored = (await api.StoreAsync(Methods.Card())).Expect(201);
        var sessionId = await api.OpenAsync("""{"amount":1299}""");

        (await api.PutFieldsAsync(sessionId, Methods.Fields(stored.TextAt("/id")!, code))).Expect(204);

        var session = (await api.GetAsync(sessionId)).Expect(200);
        Assert.Equal(stored.TextAt("/id"), session.TextAt("/payment_method/id"));
        Assert.Equal("card", session.TextAt("/payment_method/method"));
        Assert.Equal("1111", session.TextAt("/payment_method/label"));
        Assert.Equal("visa", session.TextAt("/payment_method/scheme"));
        Assert.Equal("411111", session.TextAt("/payment_method/details/bin"));
        Assert.Equal(stored.TextAt("/fingerprint"), session.TextAt("/payment_method/fingerprint"));
    }

    [Fact]
    public async Task A_stored_method_takes_the_place_of_a_card_and_a_card_its_own()
    {
        var id = await api.StoreCardAsync();
        var sessionId = await api.OpenAsync();
        (await api.PutFieldsAsync(sessionId, Cards.Fields(Cards.Amex))).Expect(204);

        (await api.PutFieldsAsync(sessionId, Methods.Fields(id))).Expect(204);
        Assert.Equal("1111", (await api.GetAsync(sessionId)).TextAt("/payment_method/label"));

        (await api.PutFieldsAsync(sessionId, Cards.Fields(Cards.Amex))).Expect(204);
        var session = await api.GetAsync(sessionId);
        Assert.Equal("0005", session.TextAt("/payment_method/label"));
        Assert.True(session.IsNullAt("/payment_method/id"));
    }

    [Fact]
    public async Task A_method_of_another_merchant_is_as_unknown_as_one_that_never_was()
    {
        var foreign = await api.StoreCardAsync(merchant: Gr4vyServer.OtherAccount);
        var sessionId = await api.OpenAsync();

        var answer = await api.PutFieldsAsync(sessionId, Methods.Fields(foreign));
        var unknown = await api.PutFieldsAsync(sessionId, Methods.Fields(ApiClient.UnknownId));

        var detail = Assert.Single(Envelope.Check(answer, 404));
        Assert.Equal(("/payment_method/id", "not_found"), (detail.Pointer, detail.Type));
        Assert.Equal(unknown.Comparable, answer.Comparable);
        Assert.True((await api.GetAsync(sessionId)).IsNullAt("/payment_method"));
    }

    [Fact]
    public async Task A_session_whose_method_was_deleted_since_is_422_without_a_body()
    {
        var id = await api.StoreCardAsync();
        var sessionId = await api.OpenAsync();
        (await api.PutFieldsAsync(sessionId, Methods.Fields(id, ""","security_code":"123" """))).Expect(204);
        (await api.DeleteMethodAsync(id)).Expect(204);

        var answer = (await api.GetAsync(sessionId)).Expect(422);

        Assert.Empty(answer.Body);
        Assert.Null(answer.Header("content-type"));
        // Others get no hint, and another card mends it.
        Envelope.Check(await api.GetAsync(sessionId, Gr4vyServer.OtherAccount), 404);
        (await api.PutFieldsAsync(sessionId, Cards.Fields())).Expect(204);
        (await api.GetAsync(sessionId)).Expect(200);
    }
}
