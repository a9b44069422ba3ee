using Checkstand.Gr4vy.Tests.PaymentMethods;

namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>A stored method is its buyer's: nobody else is charged with it, and whoever is charged with it is its buyer.</summary>
public sealed class TransactionBuyerTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_payment_with_a_stored_method_is_its_buyers()
    {
        var external = Guid.CreateVersion7().ToString();
        var buyer = await BuyerAsync($$"""{"display_name":"Ada","external_identifier":"{{external}}"}""");
        var method = await api.StoreCardAsync($$""","buyer_id":"{{buyer}}" """);
        string[] names = ["", $",\"buyer_id\":\"{buyer}\"", $",\"buyer_external_identifier\":\"{external}\""];
        foreach (var said in names)
        {
            foreach (var payment in await PaymentsAsync(method, said))
            {
                var paid = (await api.CreateTransactionAsync(payment)).Expect(201);

                Assert.Equal(buyer, paid.TextAt("/buyer/id"));
                Assert.Equal("Ada", paid.TextAt("/buyer/display_name"));
                Assert.Equal(external, paid.TextAt("/buyer/external_identifier"));
            }
        }

        var listed = await api.SendAsync(api.Backend("GET", $"/transactions?buyer_id={buyer}"));
        Assert.Equal(6, listed.Ids().Count);
    }

    [Fact]
    public async Task A_payment_with_a_method_of_another_buyer_is_refused_and_nothing_is_charged()
    {
        var method = await api.StoreCardAsync($$""","buyer_id":"{{await BuyerAsync("{}")}}" """);
        var external = Guid.CreateVersion7().ToString();
        var other = await BuyerAsync($$"""{"external_identifier":"{{external}}"}""");
        var nobody = Guid.CreateVersion7().ToString();
        (string Said, string At)[] refused =
        [
            ($",\"buyer_id\":\"{other}\"", "/buyer_id"),
            ($",\"buyer_external_identifier\":\"{external}\"", "/buyer_id"),
            ($",\"buyer_external_identifier\":\"{nobody}\"", "/buyer_external_identifier"),
        ];
        foreach (var (said, place) in refused)
        {
            foreach (var payment in await PaymentsAsync(method, said))
            {
                Envelope.CheckViolation(await api.CreateTransactionAsync(payment), "body", place, "value_error");
            }
        }

        Assert.Equal(0, (await api.GetMethodAsync(method)).At("/usage_count").GetInt32());
    }

    [Fact]
    public async Task A_method_that_is_stored_for_a_name_is_of_whoever_has_that_name()
    {
        var external = Guid.CreateVersion7().ToString();
        var method = await api.StoreCardAsync($$""","buyer_external_identifier":"{{external}}" """);
        var before = await api.CreateTransactionAsync((await PaymentsAsync(method, ""))[0]);
        var buyer = await BuyerAsync($$"""{"external_identifier":"{{external}}"}""");

        var after = await api.CreateTransactionAsync((await PaymentsAsync(method, ""))[0]);
        var other = await api.CreateTransactionAsync(
            (await PaymentsAsync(method, $",\"buyer_id\":\"{await BuyerAsync("{}")}\""))[0]
        );

        Assert.True(before.Expect(201).IsNullAt("/buyer/id"));
        Assert.Equal(external, before.TextAt("/buyer/external_identifier"));
        Assert.Equal(buyer, after.Expect(201).TextAt("/buyer/id"));
        Envelope.CheckViolation(other, "body", "/buyer_id", "value_error");
    }

    [Fact]
    public async Task A_method_of_nobody_is_paid_with_for_anybody()
    {
        var buyer = await BuyerAsync("{}");
        foreach (var payment in await PaymentsAsync(await api.StoreCardAsync(), $",\"buyer_id\":\"{buyer}\""))
        {
            Assert.Equal(buyer, (await api.CreateTransactionAsync(payment)).Expect(201).TextAt("/buyer/id"));
        }
    }

    [Fact]
    public async Task A_method_whose_buyer_was_deleted_is_nobodys_to_show()
    {
        var buyer = await BuyerAsync("{}");
        var method = await api.StoreCardAsync($$""","buyer_id":"{{buyer}}" """);
        (await api.SendAsync(api.Backend("DELETE", $"/buyers/{buyer}"))).Expect(204);

        var paid = await api.CreateTransactionAsync((await PaymentsAsync(method, ""))[0]);

        Assert.True(paid.Expect(201).IsNullAt("/buyer"));
    }

    [Fact]
    public async Task An_id_and_a_name_of_two_buyers_are_refused_in_their_place()
    {
        var external = Guid.CreateVersion7().ToString();
        await BuyerAsync($$"""{"external_identifier":"{{external}}"}""");

        var answer = await api.PayCardAsync(
            more: $$""","buyer_id":"{{await BuyerAsync("{}")}}","buyer_external_identifier":"{{external}}" """
        );

        Envelope.CheckViolation(answer, "body", "/buyer_external_identifier", "value_error");
    }

    // By the method's id, and by a session that it was put on.
    private async Task<string[]> PaymentsAsync(string method, string more)
    {
        var session = await api.OpenAsync();
        (await api.PutFieldsAsync(session, Methods.Fields(method))).Expect(204);
        return
        [
            $$$"""{"amount":1299,"currency":"USD","payment_method":{"method":"id","id":"{{{method}}}"}{{{more}}}}""",
            Paying.WithSession(session, more),
        ];
    }

    private async Task<string> BuyerAsync(string json) =>
        (await api.SendAsync(api.Backend("POST", "/buyers").Json(json))).Expect(201).TextAt("/id")!;
}
