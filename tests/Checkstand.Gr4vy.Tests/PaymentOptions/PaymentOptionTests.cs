using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.PaymentOptions;

public sealed class PaymentOptionTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"currency":"USD","country":"US","amount":-1}""", true)]
    [InlineData("""{"currency":"EUR"}""", true)]
    [InlineData("""{"country":"US"}""", true)]
    [InlineData("""{"currency":"JPY","country":"US"}""", false)]
    [InlineData("""{"currency":"USD","country":"GB"}""", false)]
    public async Task A_card_is_an_option_where_a_payment_service_takes_it(string body, bool isOption)
    {
        var merchant = await AccountAsync();
        var service = PaymentServices.PaymentServiceTests.Body();
        (await api.SendAsync(api.Backend("POST", "/payment-services", merchant).Json(service))).Expect(201);

        var options = await OptionsAsync(merchant, body);

        Assert.Equal(isOption ? 1 : 0, options.At("/items").GetArrayLength());
        if (isOption)
        {
            Assert.Equal("card", options.TextAt("/items/0/method"));
            Assert.Equal("card", options.TextAt("/items/0/mode"));
            Assert.True(options.At("/items/0/can_delay_capture").GetBoolean());
        }
    }

    [Fact]
    public async Task Without_an_active_payment_service_there_is_no_way_to_pay()
    {
        var merchant = await AccountAsync();
        Assert.Equal("""{"items":[]}""", (await OptionsAsync(merchant, "{}")).Text);
        var service = PaymentServices.PaymentServiceTests.Body(""","active":false""");
        (await api.SendAsync(api.Backend("POST", "/payment-services", merchant).Json(service))).Expect(201);

        Assert.Equal("""{"items":[]}""", (await OptionsAsync(merchant, "{}")).Text);
    }

    [Fact]
    public async Task Every_scheme_that_cards_are_told_apart_by_has_a_definition()
    {
        var list = (await api.SendAsync(api.Backend("GET", "/card-scheme-definitions"))).Expect(200);

        Assert.Equal(
            Vendor.Enums["CardScheme"].Where(name => name != "other").Order(),
            list.At("/items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).Order()
        );
        Assert.All(
            list.At("/items").EnumerateArray(),
            item => Assert.InRange(item.GetProperty("display_name").GetString()!.Length, 1, 200)
        );
    }

    [Theory]
    [InlineData("411111", "visa")]
    [InlineData("55555555", "mastercard")]
    [InlineData("378282", "amex")]
    [InlineData("000000", "other")]
    public async Task The_first_digits_of_a_card_tell_its_scheme(string bin, string scheme)
    {
        var detail = (await api.SendAsync(api.Backend("GET", $"/card-details?currency=USD&bin={bin}"))).Expect(200);

        Assert.Equal(bin, detail.TextAt("/id"));
        Assert.Equal(scheme, detail.TextAt("/scheme"));
        Assert.True(detail.IsNullAt("/card_type"));
        Assert.True(detail.IsNullAt("/country"));
    }

    [Theory]
    [InlineData("bin=411111", "currency", "missing")]
    [InlineData("currency=USD", "bin", "missing")]
    [InlineData("currency=USD&bin=41111", "bin", "string_too_short")]
    [InlineData("currency=USD&bin=411111111", "bin", "string_too_long")]
    [InlineData("currency=USD&bin=41111a", "bin", "string_pattern_mismatch")]
    [InlineData("currency=USD&bin=411111&country=gb", "country", "string_pattern_mismatch")]
    [InlineData("currency=USD&bin=411111&amount=1.5", "amount", null)]
    [InlineData("currency=USD&bin=411111&intent=steal", "intent", "enum")]
    [InlineData("currency=USD&payment_method_id=12", "payment_method_id", null)]
    public async Task A_query_of_another_form_is_refused_in_its_place(string query, string parameter, string? type)
    {
        var answer = await api.SendAsync(api.Backend("GET", $"/card-details?{query}"));

        Envelope.CheckViolation(answer, "query", parameter, type);
    }

    [Fact]
    public async Task An_unknown_payment_method_is_not_found() =>
        Envelope.Check(
            await api.SendAsync(
                api.Backend("GET", $"/card-details?currency=USD&payment_method_id={ApiClient.UnknownId}")
            ),
            404
        );

    private async Task<Answer> OptionsAsync(string merchant, string body) =>
        (await api.SendAsync(api.Backend("POST", "/payment-options", merchant).Json(body))).Expect(200);

    private async Task<string> AccountAsync()
    {
        var id = MerchantAccountId.Parse($"options-{Guid.CreateVersion7():N}");
        await server.Merchants.AddAccountAsync(id, "Shop", CancellationToken.None);
        return id.Value;
    }
}
