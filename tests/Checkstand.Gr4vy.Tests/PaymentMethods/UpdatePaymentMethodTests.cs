namespace Checkstand.Gr4vy.Tests.PaymentMethods;

public sealed class UpdatePaymentMethodTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task An_update_is_answered_as_it_will_be_read()
    {
        var id = await api.StoreCardAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        var updated = (
            await api.UpdateMethodAsync(
                id,
                """
                {"expiration_date":"01/40","scheme_transaction_id":"t-1","scheme_transaction_id_scheme":"mastercard",
                 "transaction_link_id":"l-1"}
                """
            )
        ).Expect(200);

        Assert.Equal(updated.Text, (await api.GetMethodAsync(id)).Text);
        Assert.Equal("01/40", updated.TextAt("/expiration_date"));
        Assert.Equal("t-1", updated.TextAt("/scheme_transaction_id"));
        Assert.Equal("mastercard", updated.TextAt("/scheme_transaction_id_scheme"));
        Assert.Equal("l-1", updated.TextAt("/transaction_link_id"));
        Assert.NotEqual(updated.TextAt("/created_at"), updated.TextAt("/updated_at"));
    }

    [Fact]
    public async Task A_reference_without_a_scheme_is_of_the_cards_own_and_goes_with_null()
    {
        var id = await api.StoreCardAsync();

        var set = await api.UpdateMethodAsync(id, """{"scheme_transaction_id":"t-1"}""");
        var cleared = await api.UpdateMethodAsync(id, """{"scheme_transaction_id":null}""");

        Assert.Equal("visa", set.Expect(200).TextAt("/scheme_transaction_id_scheme"));
        Assert.True(cleared.Expect(200).IsNullAt("/scheme_transaction_id"));
        Assert.True(cleared.IsNullAt("/scheme_transaction_id_scheme"));
    }

    [Fact]
    public async Task What_is_not_mentioned_stays_and_a_null_expiry_says_nothing()
    {
        var id = await api.StoreCardAsync(""","external_identifier":"mine" """);
        await api.UpdateMethodAsync(id, """{"scheme_transaction_id":"t-1","transaction_link_id":"l-1"}""");

        var updated = (await api.UpdateMethodAsync(id, """{"expiration_date":null}""")).Expect(200);

        Assert.Equal("12/35", updated.TextAt("/expiration_date"));
        Assert.Equal("t-1", updated.TextAt("/scheme_transaction_id"));
        Assert.Equal("l-1", updated.TextAt("/transaction_link_id"));
        Assert.Equal("mine", updated.TextAt("/external_identifier"));
    }

    [Fact]
    public async Task A_number_can_not_be_updated()
    {
        var id = await api.StoreCardAsync();

        var answer = await api.UpdateMethodAsync(id, """{"number":"5555555555554444"}""");

        Envelope.CheckViolation(answer, "body", "/number", "extra_forbidden");
    }
}
