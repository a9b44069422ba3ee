using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class UpdateCheckoutSessionFieldsTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string StoredMethod =
        """{"payment_method":{"method":"id","id":"01941f29-7c00-7aaa-8aaa-0123456789ab","security_code":"123"}}""";

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_card_is_taken_without_a_word()
    {
        var answer = await api.PutFieldsAsync(await api.OpenAsync(), Cards.Fields());

        answer.Expect(204);
        Assert.Empty(answer.Body);
        Assert.Null(answer.Header("content-type"));
    }

    [Theory]
    [InlineData(Cards.Visa, "411111", "1111", "visa")]
    [InlineData(Cards.Mastercard, "555555", "4444", "mastercard")]
    [InlineData(Cards.Amex, "378282", "0005", "amex")]
    // Any digits will do, in any length that the contract allows: whether they are a card is for the issuer to say.
    [InlineData("4000000000000", "400000", "0000", "visa")]
    [InlineData("9999999999999999999", "999999", "9999", "other")]
    public async Task A_session_shows_what_may_be_shown_of_its_card(
        string number,
        string bin,
        string label,
        string scheme
    )
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields(number))).Expect(204);

        var session = (await api.GetAsync(id)).Expect(200);

        Assert.Equal(bin, session.TextAt("/payment_method/details/bin"));
        Assert.Equal(label, session.TextAt("/payment_method/label"));
        Assert.Equal(scheme, session.TextAt("/payment_method/scheme"));
        Assert.Equal("card", session.TextAt("/payment_method/method"));
        Assert.Equal("payment-method", session.TextAt("/payment_method/type"));
        Assert.True(session.IsNullAt("/payment_method/id"));
        Assert.Matches("^[0-9a-f]{64}$", session.TextAt("/payment_method/fingerprint"));
        Assert.DoesNotContain(number, session.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12/35", session.Text, StringComparison.Ordinal);
    }

    // The vendor's C# suite still uses a date in the past (contract section 7).
    [Theory]
    [InlineData("11/25")]
    [InlineData("00/00")]
    [InlineData("99/99")]
    public async Task An_expiry_is_held_to_its_form_only(string expiry) =>
        (await api.PutFieldsAsync(await api.OpenAsync(), Cards.Fields(expiry: expiry))).Expect(204);

    [Theory]
    [InlineData("\"security_code\":null")]
    [InlineData("\"security_code\":\"1234\"")]
    [InlineData("\"external_identifier\":\"x\"")]
    [InlineData("\"buyer_id\":\"01941f29-7c00-7aaa-8aaa-0123456789ab\"")]
    [InlineData("\"buyer_external_identifier\":\"x\"")]
    [InlineData("\"redirect_url\":\"https://example.com/\"")]
    [InlineData(
        "\"external_identifier\":null,\"buyer_id\":null,\"buyer_external_identifier\":null,\"redirect_url\":null"
    )]
    public async Task Legacy_clients_may_send_what_today_belongs_to_the_transaction(string members)
    {
        var body =
            $$$"""{"payment_method":{"method":"card","number":"{{{Cards.Visa}}}","expiration_date":"12/35",{{{members}}}}}""";

        (await api.PutFieldsAsync(await api.OpenAsync(), body)).Expect(204);
    }

    [Fact]
    public async Task The_discriminator_may_come_last()
    {
        var id = await api.OpenAsync();
        var body =
            $$$"""{"payment_method":{"number":"{{{Cards.Amex}}}","expiration_date":"12/35","security_code":"1234","method":"card"}}""";

        (await api.PutFieldsAsync(id, body)).Expect(204);

        Assert.Equal("0005", (await api.GetAsync(id)).TextAt("/payment_method/label"));
    }

    [Theory]
    [InlineData("\"94560\"")]
    [InlineData("\"SW1A 1AA\"")]
    [InlineData("null")]
    public async Task A_postal_code_may_come_along(string postalCode)
    {
        var id = await api.OpenAsync();
        var body = Cards.Fields()[..^1] + $$""","postal_code":{{postalCode}}}""";

        (await api.PutFieldsAsync(id, body)).Expect(204);

        var found = await server
            .Services.GetRequiredService<CheckoutSessions>()
            .GetAsync(new SessionId(Guid.Parse(id)), CancellationToken.None);
        Assert.True(found.TryGet(out var session, out _));
        var card = Assert.IsType<SessionPaymentMethod.Card>(session.PaymentMethod);
        Assert.Equal(postalCode.Trim('"'), card.PostalCode ?? "null");
    }

    [Fact]
    public async Task A_second_card_takes_the_place_of_the_first()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields(Cards.Visa, "01/31", "111"))).Expect(204);

        (await api.PutFieldsAsync(id, Cards.Fields(Cards.Mastercard, "02/32", "222"))).Expect(204);

        Assert.Equal("4444", (await api.GetAsync(id)).TextAt("/payment_method/label"));
        using var card = await OpenVaultAsync(id);
        Assert.Equal(Cards.Mastercard, Text(card!.Number.Reveal()));
        Assert.Equal("02/32", Text(card.Expiry.Reveal()));
        Assert.Equal("222", Text(card.Code!.Reveal()));
    }

    [Fact]
    public async Task A_card_without_a_code_does_not_keep_the_code_of_the_one_before()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);

        var body = $$$"""{"payment_method":{"method":"card","number":"{{{Cards.Visa}}}","expiration_date":"12/35"}}""";
        (await api.PutFieldsAsync(id, body)).Expect(204);

        using var card = await OpenVaultAsync(id);
        Assert.Null(card!.Code);
    }

    // Current word, and the one that the mobile SDKs send (contract section 1.2).
    [Theory]
    [InlineData("click-to-pay")]
    [InlineData("click_to_pay")]
    public async Task Click_to_Pay_is_shown_as_a_card_without_details(string method)
    {
        var id = await api.OpenAsync();
        var body = Cards.ClickToPay.Replace("click-to-pay", method, StringComparison.Ordinal);

        (await api.PutFieldsAsync(id, body)).Expect(204);

        var session = (await api.GetAsync(id)).Expect(200);
        Assert.Equal("card", session.TextAt("/payment_method/method"));
        Assert.True(session.IsNullAt("/payment_method/details"));
        Assert.True(session.IsNullAt("/payment_method/label"));
        Assert.True(session.IsNullAt("/payment_method/scheme"));
        Assert.True(session.IsNullAt("/payment_method/fingerprint"));
    }

    [Fact]
    public async Task Click_to_Pay_takes_the_card_out_of_the_vault()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);

        (await api.PutFieldsAsync(id, Cards.ClickToPay)).Expect(204);

        Assert.Null(await OpenVaultAsync(id));
        Assert.True((await api.GetAsync(id)).IsNullAt("/payment_method/label"));
    }

    [Fact]
    public async Task A_card_takes_the_place_of_Click_to_Pay()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.ClickToPay)).Expect(204);

        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);

        Assert.Equal("1111", (await api.GetAsync(id)).TextAt("/payment_method/label"));
    }

    [Fact]
    public async Task An_unknown_stored_method_is_not_found_and_changes_nothing()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);
        var before = await api.GetAsync(id);

        var detail = Assert.Single(Envelope.Check(await api.PutFieldsAsync(id, StoredMethod), 404));

        Assert.Equal(("body", "/payment_method/id"), (detail.Location, detail.Pointer));
        Assert.Equal(before.Comparable, (await api.GetAsync(id)).Comparable);
    }

    [Fact]
    public async Task A_stored_method_on_an_unknown_session_says_that_the_session_is_unknown() =>
        Assert.Empty(Envelope.Check(await api.PutFieldsAsync(ApiClient.UnknownId, StoredMethod), 404));

    // Legacy clients send their token here too; nobody looks at it (contract section 1.2).
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer abc")]
    [InlineData("Basic Zm9v")]
    [InlineData("")]
    public async Task A_token_that_comes_along_is_not_looked_at(string? authorization)
    {
        var ask = new Ask("PUT", ApiClient.FieldsOf(await api.OpenAsync())) { Authorization = authorization };

        (await api.SendAsync(ask.Json(Cards.Fields()))).Expect(204);
    }

    [Fact]
    public async Task A_good_token_may_come_along_even_of_another_merchant_account()
    {
        var ask = api.Backend("PUT", ApiClient.FieldsOf(await api.OpenAsync()), Gr4vyServer.OtherAccount);

        (await api.SendAsync(ask.Json(Cards.Fields()))).Expect(204);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"card\"")]
    public async Task Fields_need_an_object(string body) =>
        Envelope.CheckViolation(await api.PutFieldsAsync(await api.OpenAsync(), body), "body", "");

    [Theory]
    [InlineData("{}", "/payment_method", "missing")]
    [InlineData("""{"payment_method":{}}""", "/payment_method", "union_tag_not_found")]
    [InlineData("""{"payment_method":{"method":"cash"}}""", "/payment_method", "union_tag_invalid")]
    [InlineData("""{"payment_method":{"method":"Card"}}""", "/payment_method", "union_tag_invalid")]
    [InlineData("""{"payment_method":{"method":1}}""", "/payment_method", "union_tag_not_found")]
    public async Task Fields_need_a_payment_method_of_a_known_kind(string body, string at, string type) =>
        Envelope.CheckViolation(await api.PutFieldsAsync(await api.OpenAsync(), body), "body", at, type);

    [Fact]
    public async Task An_unknown_session_is_not_found() =>
        Assert.Empty(Envelope.Check(await api.PutFieldsAsync(ApiClient.UnknownId, Cards.Fields()), 404));

    private async Task<CardData?> OpenVaultAsync(string id)
    {
        var session = new SessionId(Guid.Parse(id));
        var kept = await server
            .Services.GetRequiredService<ISessionStore>()
            .FindCardAsync(session, CancellationToken.None);
        return kept is null ? null : server.Services.GetRequiredService<CardVault>().Open(session, kept);
    }

    private static string Text(ReadOnlySpan<byte> ascii) => System.Text.Encoding.ASCII.GetString(ascii);
}
