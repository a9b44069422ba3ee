using System.Text.Json;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>A newer server says more than this client knows, and nothing breaks or is lost.</summary>
public sealed class ForwardCompatibilityTests
{
    private const string Session = """
        {
          "id": "s-1",
          "expires_at": "2030-01-15T13:00:00.123Z",
          "colour": "blue",
          "payment_method": { "method": "hologram", "scheme": "moon-card", "details": { "card_type": "loyalty", "chip": 1 } },
          "cart_items": [{ "name": "a", "quantity": 1, "unit_amount": 2, "product_type": "dream", "weight": [1.5] }],
          "buyer": { "billing_details": { "tax_id": { "value": "1", "kind": "xx.yy" } }, "mood": null }
        }
        """;

    [Fact]
    public void Unknown_members_and_words_survive_a_round_trip()
    {
        var session = Read(Session);
        var again = JsonSerializer.Serialize(session, Gr4vyJsonContext.Default.CheckoutSession);

        Assert.Equal("blue", session.AdditionalProperties!["colour"].GetString());
        Assert.Equal("moon-card", session.PaymentMethod!.Scheme!.Value.Value);
        Assert.NotEqual(CardScheme.Visa, session.PaymentMethod.Scheme);
        Assert.Equal(new CardType("loyalty"), session.PaymentMethod.Details!.CardType);
        Assert.Equal("xx.yy", session.Buyer!.BillingDetails!.TaxId!.Kind.ToString());
        foreach (
            var part in new[] { "blue", "hologram", "moon-card", "loyalty", "\"chip\":1", "dream", "[1.5]", "xx.yy" }
        )
        {
            Assert.Contains(part, again, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_client_has_no_member_for_can_be_sent()
    {
        var recorder = new Recorder(Session);
        var client = new Gr4vyClient(
            new() { BaseUrl = new Uri("http://127.0.0.1:1"), HttpClient = new HttpClient(recorder) }
        );

        await client.CheckoutSessions.CreateAsync(
            new()
            {
                Amount = 1,
                AdditionalProperties = new Dictionary<string, JsonElement>
                {
                    ["colour"] = JsonElement.Parse("\"red\""),
                },
            }
        );
        await client.CheckoutSessions.UpdateAsync(
            "s-1",
            new CheckoutSessionUpdate
            {
                AdditionalProperties = new Dictionary<string, JsonElement> { ["colour"] = JsonElement.Parse("null") },
            }
        );

        Assert.Equal(
            ["""{"amount":1,"colour":"red"}""", """{"colour":null}"""],
            recorder.Requests.Select(request => request.Body)
        );
    }

    [Fact]
    public async Task Null_inside_a_unit_can_be_sent()
    {
        var recorder = new Recorder(Session);
        var client = new Gr4vyClient(
            new() { BaseUrl = new Uri("http://127.0.0.1:1"), HttpClient = new HttpClient(recorder) }
        );
        var nothing = new Dictionary<string, JsonElement> { ["line2"] = JsonElement.Parse("null") };

        await client.Buyers.ShippingDetails.TryUpdateAsync(
            "b",
            "s",
            new()
            {
                Address = new Address { City = "Oslo", AdditionalProperties = nothing },
            }
        );

        Assert.Equal("""{"address":{"city":"Oslo","line2":null}}""", Assert.Single(recorder.Requests).Body);
    }

    [Fact]
    public async Task An_update_says_what_was_said_and_nothing_else()
    {
        var recorder = new Recorder(Session);
        var client = new Gr4vyClient(
            new() { BaseUrl = new Uri("http://127.0.0.1:1"), HttpClient = new HttpClient(recorder) }
        );
        var sessions = client.CheckoutSessions;

        await sessions.UpdateAsync("s", new CheckoutSessionUpdate());
        await sessions.UpdateAsync(
            "s",
            new CheckoutSessionUpdate
            {
                Buyer = null,
                Currency = null,
                Amount = 0,
            }
        );
        await sessions.UpdateAsync("s", new CheckoutSessionCreate { Currency = "USD", MerchantInitiated = false });
        await client.Transactions.TryUpdateAsync(
            "t",
            new() { Status = TransactionStatus.CaptureSucceeded, Amount = null }
        );

        Assert.Equal(
            [
                "{}",
                """{"buyer":null,"amount":0,"currency":null}""",
                """{"currency":"USD","merchant_initiated":false}""",
                """{"status":"capture_succeeded","amount":null}""",
            ],
            recorder.Requests.Select(request => request.Body)
        );
    }

    [Theory]
    [InlineData("2030-01-15T13:00:00", "2030-01-15T13:00:00Z")]
    [InlineData("2030-01-15T13:00:00.5", "2030-01-15T13:00:00.5Z")]
    [InlineData("2030-01-15T13:00:00Z", "2030-01-15T13:00:00Z")]
    [InlineData("2030-01-15T15:00:00.1234567+02:00", "2030-01-15T13:00:00.1234567Z")]
    public void A_time_without_an_offset_is_UTC(string sent, string meant)
    {
        var session = Read($$"""{"id":"s","expires_at":"{{sent}}"}""");

        Assert.Equal(DateTimeOffset.Parse(meant), session.ExpiresAt);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"expires_at":"2030-01-15T13:00:00Z"}""")]
    [InlineData("""{"id":"s","expires_at":"soon"}""")]
    [InlineData("""{"id":"s","expires_at":7}""")]
    [InlineData("""{"id":"s","amount":"7"}""")]
    [InlineData("""{"id":"s","cart_items":{}}""")]
    [InlineData("""[]""")]
    public async Task An_answer_that_does_not_fit_is_kept_in_the_exception(string answer)
    {
        var client = new Gr4vyClient(
            new() { BaseUrl = new Uri("http://127.0.0.1:1"), HttpClient = new HttpClient(new Recorder(answer)) }
        );

        var result = await client.CheckoutSessions.TryGetAsync("s");

        Assert.Equal(answer, Assert.IsType<ResponseParseException>(result.Error).Body);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"items":null}""")]
    [InlineData("""{"items":[{}]}""")]
    public async Task A_list_without_items_is_not_an_empty_list(string answer)
    {
        var client = new Gr4vyClient(
            new() { BaseUrl = new Uri("http://127.0.0.1:1"), HttpClient = new HttpClient(new Recorder(answer)) }
        );

        Assert.IsType<ResponseParseException>((await client.Buyers.TryListPageAsync()).Error);
        Assert.IsType<ResponseParseException>((await client.CardSchemeDefinitions.TryListAsync()).Error);
    }

    [Fact]
    public void Models_with_cards_say_nothing_of_them()
    {
        object[] models =
        [
            Paying.Fields(),
            Paying.Fields().PaymentMethod,
            Paying.Card(),
            Paying.Payment(),
            new CardPaymentMethodCreate { Number = Paying.Visa, SecurityCode = "123" },
            new GiftCardTransactionCreate { Number = Paying.Visa, Pin = "123" },
            new TokenPaymentMethodCreate { SecurityCode = "123" },
            new ApiKeyPair { PrivateKey = "123" },
        ];

        foreach (var text in models.Select(model => model.ToString()!))
        {
            Assert.DoesNotContain("1", text, StringComparison.Ordinal);
        }
    }

    private static CheckoutSession Read(string json) =>
        JsonSerializer.Deserialize(json, Gr4vyJsonContext.Default.CheckoutSession)!;
}
