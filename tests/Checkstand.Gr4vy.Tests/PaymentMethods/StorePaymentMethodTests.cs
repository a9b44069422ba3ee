using System.Text.Json;

namespace Checkstand.Gr4vy.Tests.PaymentMethods;

public sealed class StorePaymentMethodTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_stored_card_is_answered_as_it_will_be_read()
    {
        var stored = (
            await api.StoreAsync(Methods.Card(more: ""","external_identifier":"mine","card_type":"debit" """))
        ).Expect(201);

        Assert.Equal(stored.Text, (await api.GetMethodAsync(stored.TextAt("/id")!)).Expect(200).Text);
        Assert.Equal("payment-method", stored.TextAt("/type"));
        Assert.Equal("default", stored.TextAt("/merchant_account_id"));
        Assert.Equal("1111", stored.TextAt("/label"));
        Assert.Equal("411111", stored.TextAt("/details/bin"));
        Assert.Equal("12/35", stored.TextAt("/expiration_date"));
        Assert.Equal("mine", stored.TextAt("/external_identifier"));
        Assert.Equal("succeeded", stored.TextAt("/status"));
        Assert.True(stored.IsNullAt("/scheme_transaction_id"));
    }

    [Theory]
    [InlineData(Cards.Visa, "visa")]
    [InlineData(Cards.Mastercard, "mastercard")]
    [InlineData(Cards.Amex, "amex")]
    public async Task The_scheme_is_the_numbers(string number, string scheme) =>
        Assert.Equal(scheme, (await api.StoreAsync(Methods.Card(number))).Expect(201).TextAt("/scheme"));

    [Fact]
    public async Task No_answer_holds_number_or_code()
    {
        var stored = (await api.StoreAsync(Methods.Card(more: ""","external_identifier":"of 411111" """))).Expect(201);
        var id = stored.TextAt("/id")!;
        var answers = new[]
        {
            stored,
            await api.GetMethodAsync(id),
            await api.ListMethodsAsync(),
            await api.UpdateMethodAsync(id, "{}"),
        };

        Assert.All(
            answers,
            answer =>
            {
                Assert.DoesNotContain(Cards.Visa, answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("security_code", answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("\"123\"", answer.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task The_same_card_twice_is_two_methods_of_one_fingerprint()
    {
        var one = (await api.StoreAsync(Methods.Card())).Expect(201);
        var other = (await api.StoreAsync(Methods.Card())).Expect(201);

        Assert.NotEqual(one.TextAt("/id"), other.TextAt("/id"));
        Assert.Equal(one.TextAt("/fingerprint"), other.TextAt("/fingerprint"));
    }

    [Fact]
    public async Task A_fingerprint_is_the_one_that_sessions_show_and_another_for_another_merchant()
    {
        var sessionId = await api.OpenAsync();
        (await api.PutFieldsAsync(sessionId, Cards.Fields())).Expect(204);

        var own = (await api.StoreAsync(Methods.Card())).Expect(201).TextAt("/fingerprint");
        var foreign = (await api.StoreAsync(Methods.Card(), Gr4vyServer.OtherAccount)).Expect(201);

        Assert.Equal((await api.GetAsync(sessionId)).TextAt("/payment_method/fingerprint"), own);
        Assert.NotEqual(own, foreign.TextAt("/fingerprint"));
    }

    [Fact]
    public async Task The_card_of_a_session_is_stored_and_the_session_stays_as_it_was()
    {
        var sessionId = await api.OpenAsync("""{"amount":1299}""");
        (await api.PutFieldsAsync(sessionId, Cards.Fields(Cards.Mastercard))).Expect(204);
        var before = (await api.GetAsync(sessionId)).Comparable;

        var stored = (await api.StoreAsync(Methods.OfSession(sessionId, ""","external_identifier":"mine" """))).Expect(
            201
        );

        Assert.Equal(("4444", "12/35"), (stored.TextAt("/label"), stored.TextAt("/expiration_date")));
        Assert.Equal("mine", stored.TextAt("/external_identifier"));
        Assert.Equal(before, (await api.GetAsync(sessionId)).Comparable);
        // And once more, because it stays usable.
        (await api.StoreAsync(Methods.OfSession(sessionId))).Expect(201);
    }

    [Fact]
    public async Task A_session_that_is_unknown_foreign_or_ended_is_not_found_in_its_place()
    {
        var ended = await api.OpenAsync();
        (await api.PutFieldsAsync(ended, Cards.Fields())).Expect(204);
        server.Clock.Advance(TimeSpan.FromHours(1));
        var foreign = await api.OpenAsync(merchant: Gr4vyServer.OtherAccount);
        (await api.PutFieldsAsync(foreign, Cards.Fields())).Expect(204);

        foreach (var id in new[] { ended, foreign, ApiClient.UnknownId })
        {
            var detail = Assert.Single(Envelope.Check(await api.StoreAsync(Methods.OfSession(id)), 404));
            Assert.Equal(("body", "/id", "not_found"), (detail.Location, detail.Pointer, detail.Type));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Cards.ClickToPay)]
    public async Task A_session_without_a_card_is_refused_in_its_place(string? fields)
    {
        var sessionId = await api.OpenAsync();
        if (fields is not null)
        {
            (await api.PutFieldsAsync(sessionId, fields)).Expect(204);
        }

        Envelope.CheckViolation(await api.StoreAsync(Methods.OfSession(sessionId)), "body", "/id", "missing");
    }

    [Theory]
    [InlineData("applepay")]
    [InlineData("plaid")]
    [InlineData("redirect")]
    [InlineData("bank")]
    [InlineData("ideal")]
    [InlineData("id")]
    public async Task What_the_vendor_stores_beside_cards_is_refused_by_name(string method)
    {
        var answer = await api.StoreAsync($$"""{"method":"{{method}}","token":"x"}""");

        Envelope.CheckViolation(answer, "body", "", method == "id" ? "union_tag_invalid" : "union_tag_not_taken");
    }

    [Fact]
    public async Task An_expiry_in_the_past_is_taken_because_issuers_judge_it() =>
        (await api.StoreAsync("""{"method":"card","number":"4111111111111111","expiration_date":"01/20"}""")).Expect(
            201
        );

    [Fact]
    public async Task A_refused_card_is_not_repeated()
    {
        var answer = await api.StoreAsync("""{"method":"card","number":"4111 1111 1111 1111","expiration_date":"1"}""");

        Envelope.CheckValidation(answer);
        Assert.DoesNotContain("4111", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_method_is_gone_for_good()
    {
        var id = await api.StoreCardAsync();

        var deleted = (await api.DeleteMethodAsync(id)).Expect(204);

        Assert.Empty(deleted.Body);
        Envelope.Check(await api.GetMethodAsync(id), 404);
        Envelope.Check(await api.UpdateMethodAsync(id, "{}"), 404);
        Envelope.Check(await api.DeleteMethodAsync(id), 404);
        Assert.DoesNotContain(id, (await api.ListMethodsAsync("?limit=100")).Ids());
    }

    [Fact]
    public async Task Tokens_of_networks_and_services_are_listed_as_none()
    {
        var id = await api.StoreCardAsync();
        foreach (var tokens in new[] { "network-tokens", "payment-service-tokens" })
        {
            var listed = await api.SendAsync(api.Backend("GET", $"{Methods.PathOf(id)}/{tokens}"));
            Assert.Equal("""{"items":[]}""", listed.Expect(200).Text);

            Envelope.Check(
                await api.SendAsync(api.Backend("GET", $"{Methods.PathOf(ApiClient.UnknownId)}/{tokens}")),
                404
            );
        }
    }

    [Fact]
    public async Task A_method_shows_the_buyer_that_it_is_stored_for_as_it_is_now()
    {
        var external = Guid.CreateVersion7().ToString();
        var made = await api.SendAsync(
            api.Backend("POST", "/buyers").Json($$"""{"display_name":"Ada","external_identifier":"{{external}}"}""")
        );
        var buyer = made.Expect(201).TextAt("/id")!;
        foreach (
            var said in new[]
            {
                $$""","buyer_id":"{{buyer}}" """,
                $$""","buyer_external_identifier":"{{external}}" """,
                $$""","buyer_id":"{{buyer}}","buyer_external_identifier":"{{external}}" """,
            }
        )
        {
            var stored = (await api.StoreAsync(Methods.Card(more: said))).Expect(201);

            Assert.Equal(made.Text, stored.At("/buyer").GetRawText());
            Assert.Equal(stored.Text, (await api.GetMethodAsync(stored.TextAt("/id")!)).Expect(200).Text);
            Assert.Contains(stored.Text, (await api.ListMethodsAsync()).Text, StringComparison.Ordinal);
        }

        var id = await api.StoreCardAsync($$""","buyer_id":"{{buyer}}" """);
        (await api.SendAsync(api.Backend("DELETE", $"/buyers/{buyer}"))).Expect(204);
        Assert.True((await api.GetMethodAsync(id)).Expect(200).IsNullAt("/buyer"));
    }

    [Fact]
    public async Task A_buyer_that_does_not_exist_gets_no_method()
    {
        var foreign = await api.SendAsync(api.Backend("POST", "/buyers", Gr4vyServer.OtherAccount).Json("{}"));
        var session = await api.OpenAsync();
        (await api.PutFieldsAsync(session, Cards.Fields())).Expect(204);
        foreach (var id in new[] { ApiClient.UnknownId, foreign.Expect(201).TextAt("/id") })
        {
            var said = $$""","buyer_id":"{{id}}" """;
            foreach (var body in new[] { Methods.Card(more: said), Methods.OfSession(session, said) })
            {
                var detail = Assert.Single(Envelope.Check(await api.StoreAsync(body), 404));

                Assert.Equal(("body", "/buyer_id", "not_found"), (detail.Location, detail.Pointer, detail.Type));
            }
        }
    }

    [Fact]
    public async Task Two_names_of_two_buyers_are_refused_in_their_place()
    {
        var external = Guid.CreateVersion7().ToString();
        var one = await api.SendAsync(
            api.Backend("POST", "/buyers").Json($$"""{"external_identifier":"{{external}}"}""")
        );
        var other = await api.SendAsync(api.Backend("POST", "/buyers").Json("{}"));
        one.Expect(201);

        var answer = await api.StoreAsync(
            Methods.Card(
                more: $$""","buyer_id":"{{other.Expect(201).TextAt("/id")}}","buyer_external_identifier":"{{external}}" """
            )
        );

        Envelope.CheckViolation(answer, "body", "/buyer_external_identifier", "value_error");
    }

    [Fact]
    public async Task Every_member_of_the_contract_is_answered()
    {
        var stored = (await api.StoreAsync(Methods.Card())).Expect(201);

        Assert.Equal(
            Vendor.FieldsOf("PaymentMethod").Select(field => field.Name).Order(),
            stored.Json.EnumerateObject().Select(member => member.Name).Order()
        );
        Assert.Equal(JsonValueKind.Array, stored.At("/additional_schemes").ValueKind);
    }
}
