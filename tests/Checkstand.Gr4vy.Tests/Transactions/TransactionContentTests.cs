using Checkstand.Gr4vy.Tests.PaymentMethods;

namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>What a request says of a payment is in the answer; where it is silent, the session speaks.</summary>
public sealed class TransactionContentTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    /// <summary>Field of the request, its JSON, and where the answer has it.</summary>
    public static TheoryData<string, string, string> Echoed =>
        new()
        {
            { "country", "\"GB\"", "/country" },
            { "external_identifier", "\"order-1\"", "/external_identifier" },
            { "intent", "\"capture\"", "/intent" },
            { "metadata", """{"a":"b","c":""}""", "/metadata" },
            { "metadata", "{}", "/metadata" },
            { "is_subsequent_payment", "true", "/is_subsequent_payment" },
            { "merchant_initiated", "true", "/merchant_initiated" },
            { "payment_source", "\"recurring\"", "/payment_source" },
            { "airline", """{"booking_code":"X1","ticket_delivery_method":"electronic"}""", "/airline" },
            {
                "cart_items",
                """[{"name":"x","quantity":2,"unit_amount":3,"discount_amount":0,"tax_amount":1}]""",
                "/cart_items"
            },
            { "cart_items", "[]", "/cart_items" },
            { "statement_descriptor", """{"name":"Shop One","city":"London"}""", "/statement_descriptor" },
            { "account_funding_transaction", "false", "/account_funding_transaction" },
            { "recipient", """{"first_name":"Ada","last_name":"L"}""", "/recipient" },
            { "installment_count", "1", "/installment_count" },
            { "tax_amount", "1", "/tax_amount" },
            { "merchant_tax_id", "\"T-1\"", "/merchant_tax_id" },
            { "purchase_order_number", "\"P-1\"", "/purchase_order_number" },
            { "customer_reference_number", "\"C-1\"", "/customer_reference_number" },
            { "amount_includes_tax", "true", "/amount_includes_tax" },
            { "supplier_order_number", "\"S-1\"", "/supplier_order_number" },
            { "duty_amount", "2", "/duty_amount" },
            { "shipping_amount", "99999999", "/shipping_amount" },
            { "buyer_external_identifier", "\"b-1\"", "/buyer/external_identifier" },
        };

    /// <summary>Field, the session's value, the request's, where the answer has it, and whether the request may say null.</summary>
    public static TheoryData<string, string, string, string, bool> Carried =>
        new()
        {
            { "cart_items", Item("session"), Item("request"), "/cart_items/0/name", true },
            { "metadata", """{"of":"session"}""", """{"of":"request"}""", "/metadata/of", true },
            { "buyer", """{"display_name":"S"}""", """{"display_name":"R"}""", "/buyer/display_name", true },
            { "airline", """{"booking_code":"S"}""", """{"booking_code":"R"}""", "/airline/booking_code", true },
            { "country", "\"GB\"", "\"DE\"", "/country", true },
            { "is_subsequent_payment", "true", "false", "/is_subsequent_payment", false },
            { "merchant_initiated", "true", "false", "/merchant_initiated", false },
            { "payment_source", "\"moto\"", "\"installment\"", "/payment_source", false },
            { "intent", "\"capture\"", "\"authorize\"", "/intent", false },
        };

    [Theory]
    [MemberData(nameof(Echoed))]
    public async Task What_the_request_says_is_answered(string field, string json, string place)
    {
        var paid = await api.PayCardAsync(more: $",\"{field}\":{json}");

        Assert.Equal(json, paid.Expect(201).At(place).GetRawText());
        Assert.Equal(paid.Text, (await api.ReadAsync(paid.TextAt("/id")!)).Text);
    }

    [Fact]
    public async Task A_guest_and_an_identifier_are_one_buyer()
    {
        var guest = """
            ,"buyer":{"display_name":"Ada","external_identifier":"g","account_number":"7",
             "billing_details":{"email_address":"a@example.com","address":{"city":"London"}}},
             "buyer_external_identifier":"b-2"
            """;

        var buyer = (await api.PayCardAsync(more: guest)).Expect(201).At("/buyer");

        Assert.Equal("buyer", buyer.GetProperty("type").GetString());
        Assert.Equal("Ada", buyer.GetProperty("display_name").GetString());
        Assert.Equal("b-2", buyer.GetProperty("external_identifier").GetString());
        Assert.Equal("7", buyer.GetProperty("account_number").GetString());
        Assert.Equal(
            "London",
            buyer.GetProperty("billing_details").GetProperty("address").GetProperty("city").GetString()
        );
    }

    [Fact]
    public async Task Nobody_named_is_no_buyer() =>
        Assert.True((await api.PayCardAsync()).Expect(201).IsNullAt("/buyer"));

    [Theory]
    [MemberData(nameof(Carried))]
    public async Task Where_the_request_is_silent_the_session_speaks(
        string field,
        string inSession,
        string inRequest,
        string place,
        bool isNullable
    )
    {
        var expected = await SayAsync(field, inSession, place);
        var session = $"{{\"{field}\":{inSession}}}";
        foreach (var said in isNullable ? new[] { "", $",\"{field}\":null" } : [""])
        {
            var paid = await api.PaySessionAsync(await api.OpenWithCardAsync(session: session), said);

            Assert.Equal(expected, paid.Expect(201).At(place).GetRawText());
        }

        var otherwise = await api.PaySessionAsync(
            await api.OpenWithCardAsync(session: session),
            $",\"{field}\":{inRequest}"
        );
        Assert.Equal(await SayAsync(field, inRequest, place), otherwise.Expect(201).At(place).GetRawText());
    }

    [Fact]
    public async Task The_session_names_the_payment_service_where_the_request_does_not()
    {
        var made = await api.SendAsync(
            api.Backend("POST", "/payment-services").Json(PaymentServices.PaymentServiceTests.Body())
        );
        var (first, second) = (server.Simulator.Id.ToString(), made.Expect(201).TextAt("/id")!);
        var session = $$"""{"payment_service_id":"{{second}}"}""";
        var expected = new (string Said, string Used)[]
        {
            (",\"country\":\"US\"", second),
            (",\"country\":\"US\",\"payment_service_id\":null", second),
            ($",\"country\":\"US\",\"payment_service_id\":\"{first}\"", first),
        };
        foreach (var (said, used) in expected)
        {
            var paid = await api.PaySessionAsync(await api.OpenWithCardAsync(session: session), said);

            Assert.Equal(used, paid.Expect(201).TextAt("/payment_service/id"));
        }

        (await api.SendAsync(api.Backend("DELETE", $"/payment-services/{second}"))).Expect(204);
    }

    [Fact]
    public async Task Amount_and_currency_are_the_requests()
    {
        var session = await api.OpenWithCardAsync(session: """{"amount":5,"currency":"EUR"}""");

        var paid = (await api.PaySessionAsync(session)).Expect(201);

        Assert.Equal((1299, "USD"), (paid.At("/amount").GetInt32(), paid.TextAt("/currency")));
    }

    // The snapshot is what was charged, whatever the merchant says afterwards.
    [Fact]
    public async Task A_later_change_of_the_session_is_none_of_the_transaction()
    {
        var session = await api.OpenWithCardAsync(session: """{"metadata":{"a":"1"}}""");
        var paid = (await api.PaySessionAsync(session)).Expect(201);

        (await api.UpdateAsync(session, """{"metadata":{"a":"2"}}""")).Expect(200);

        Assert.Equal(paid.Text, (await api.ReadAsync(paid.TextAt("/id")!)).Text);
        (await api.DeleteAsync(session)).Expect(204);
        Assert.Equal(paid.Text, (await api.ReadAsync(paid.TextAt("/id")!)).Text);
    }

    // As the vendor's SDK sends it (contract section 6.2).
    [Fact]
    public async Task The_smallest_body_of_the_vendors_SDK_is_taken()
    {
        var session = await api.OpenWithCardAsync();
        const string more = """
            ,"store":false,"is_subsequent_payment":false,"merchant_initiated":false,"async_capture":false,
             "account_funding_transaction":false,"allow_partial_authorization":false
            """;

        var paid = (await api.PaySessionAsync(session, more)).Expect(201);

        Assert.Equal("ecommerce", paid.TextAt("/payment_source"));
        Assert.Equal("authorize", paid.TextAt("/intent"));
    }

    [Fact]
    public async Task The_card_is_shown_as_the_session_showed_it()
    {
        var session = await api.OpenWithCardAsync(Cards.Mastercard);
        var shown = await api.GetAsync(session);

        var paid = (await api.PaySessionAsync(session)).Expect(201);

        foreach (var place in new[] { "fingerprint", "label", "scheme", "details/bin" })
        {
            Assert.Equal(shown.TextAt($"/payment_method/{place}"), paid.TextAt($"/payment_method/{place}"));
        }

        Assert.Equal("12/35", paid.TextAt("/payment_method/expiration_date"));
        Assert.DoesNotContain(Cards.Mastercard, paid.Text, StringComparison.Ordinal);
        var own = (await api.PayCardAsync(Cards.Mastercard)).Expect(201);
        Assert.Equal(paid.TextAt("/payment_method/fingerprint"), own.TextAt("/payment_method/fingerprint"));
    }

    [Fact]
    public async Task The_merchants_own_id_of_the_method_is_answered_whatever_is_paid_with()
    {
        var stored = await api.StoreCardAsync(",\"external_identifier\":\"card-1\"");
        var withStored = await api.OpenAsync();
        (await api.PutFieldsAsync(withStored, Methods.Fields(stored))).Expect(204);
        const string mine = ",\"external_identifier\":\"card-1\"";
        string[] methods =
        [
            Cards.Method(more: mine),
            Methods.OfSession(await api.OpenWithCardAsync(), mine),
            Methods.OfSession(withStored),
            $$"""{"method":"id","id":"{{stored}}"}""",
        ];
        foreach (var method in methods)
        {
            var paid = (
                await api.CreateTransactionAsync($$"""{"amount":1,"currency":"USD","payment_method":{{method}}}""")
            ).Expect(201);

            Assert.Equal("card-1", paid.TextAt("/payment_method/external_identifier"));
            Assert.Equal(paid.Text, (await api.ReadAsync(paid.TextAt("/id")!)).Text);
        }
    }

    private static string Item(string name) => $$"""[{"name":"{{name}}","quantity":1,"unit_amount":1}]""";

    // The answer's form of a value: that of a payment which says it itself.
    private async Task<string> SayAsync(string field, string json, string place) =>
        (await api.PayCardAsync(more: $",\"{field}\":{json}")).Expect(201).At(place).GetRawText();
}
