using System.Text.Json;

namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class UpdateCheckoutSessionTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Full = """
        {"cart_items":[{"name":"a","quantity":1,"unit_amount":1},{"name":"b","quantity":2,"unit_amount":2}],
        "metadata":{"a":"1","b":"2"},"buyer":{"display_name":"J","billing_details":{"first_name":"J","last_name":"D"}},
        "airline":{"booking_code":"X","ticket_number":"1"},"amount":1299,"currency":"USD",
        "payment_service_id":"01941f29-7c00-7aaa-8aaa-0123456789ab"}
        """;

    private static readonly string[] Echoed =
    [
        "cart_items",
        "metadata",
        "buyer",
        "airline",
        "amount",
        "currency",
        "payment_service_id",
    ];

    private readonly ApiClient api = server.Api;

    public static TheoryData<string> EchoedFields => [.. Echoed];

    [Fact]
    public async Task An_update_answers_what_a_read_answers_afterwards()
    {
        var id = await api.OpenAsync(Full);

        var updated = await api.UpdateAsync(id, """{"amount":5,"metadata":{"z":"1"}}""");

        Assert.Equal(updated.Expect(200).Text, (await api.GetAsync(id)).Text);
        Assert.Equal("application/json", updated.Header("content-type"));
    }

    // Contract section 2.7: absent keeps, null clears, a value replaces whole.
    [Fact]
    public async Task An_update_that_says_nothing_keeps_everything()
    {
        var created = (await api.CreateAsync(Full)).Expect(201);

        var updated = await api.UpdateAsync(created.TextAt("/id")!, "{}");

        Assert.Equal(created.Text, updated.Expect(200).Text);
    }

    [Theory]
    [MemberData(nameof(EchoedFields))]
    public async Task Null_clears_one_field_and_keeps_the_others(string field)
    {
        var created = (await api.CreateAsync(Full)).Expect(201);

        var updated = await api.UpdateAsync(created.TextAt("/id")!, $$"""{"{{field}}":null}""");

        Assert.True(updated.Expect(200).IsNullAt($"/{field}"));
        foreach (var other in Echoed.Where(name => name != field))
        {
            Assert.True(JsonElement.DeepEquals(created.At($"/{other}"), updated.At($"/{other}")), other);
        }
    }

    [Theory]
    [InlineData("metadata", """{"c":"3"}""", """{"c":"3"}""")]
    [InlineData("metadata", "{}", "{}")]
    [InlineData("cart_items", "[]", "[]")]
    [InlineData(
        "cart_items",
        """[{"name":"c","quantity":3,"unit_amount":3}]""",
        """[{"name":"c","quantity":3,"unit_amount":3,"discount_amount":0,"tax_amount":0}]"""
    )]
    [InlineData("buyer", """{"account_number":"1"}""", """{"account_number":"1"}""")]
    [InlineData("buyer", "{}", "{}")]
    [InlineData(
        "airline",
        """{"booking_code":"Y"}""",
        """{"booking_code":"Y","ticket_delivery_method":"electronic"}"""
    )]
    [InlineData("amount", "0", "0")]
    [InlineData("currency", "\"EUR\"", "\"EUR\"")]
    public async Task A_value_replaces_the_old_one_whole(string field, string said, string shown)
    {
        var id = await api.OpenAsync(Full);

        var updated = await api.UpdateAsync(id, $$"""{"{{field}}":{{said}}}""");

        Assert.Equal(shown, updated.Expect(200).At($"/{field}").GetRawText());
        Assert.Equal(shown, (await api.GetAsync(id)).At($"/{field}").GetRawText());
    }

    // TypeScript's way to update nothing but the fields that it was given as null (contract section 9, number 5).
    [Fact]
    public async Task Several_nulls_clear_several_fields()
    {
        var id = await api.OpenAsync(Full);

        var updated = await api.UpdateAsync(
            id,
            """{"cart_items":null,"metadata":null,"buyer":null,"expires_in":3600}"""
        );

        Assert.True(updated.Expect(200).IsNullAt("/cart_items"));
        Assert.True(updated.IsNullAt("/metadata"));
        Assert.True(updated.IsNullAt("/buyer"));
        Assert.Equal(1299, updated.At("/amount").GetInt32());
    }

    [Fact]
    public async Task Without_a_life_the_end_stays()
    {
        var created = (await api.CreateAsync("""{"expires_in":7200}""")).Expect(201);
        server.Clock.Advance(TimeSpan.FromMinutes(10));

        var updated = await api.UpdateAsync(created.TextAt("/id")!, """{"amount":1}""");

        Assert.Equal(created.TextAt("/expires_at"), updated.Expect(200).TextAt("/expires_at"));
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("3600.0", 3600)]
    [InlineData("86400", 86400)]
    public async Task A_life_counts_from_the_update(string expiresIn, int seconds)
    {
        var id = await api.OpenAsync("""{"expires_in":7200}""");
        server.Clock.Advance(TimeSpan.FromMinutes(10));

        var updated = await api.UpdateAsync(id, $$"""{"expires_in":{{expiresIn}}}""");

        var end = server.Clock.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        Assert.Equal(end, updated.Expect(200).TextAt("/expires_at"));
    }

    [Fact]
    public async Task A_life_in_an_update_may_bring_the_end_nearer()
    {
        var id = await api.OpenAsync("""{"expires_in":86400}""");

        (await api.UpdateAsync(id, """{"expires_in":3600}""")).Expect(200);
        server.Clock.Advance(TimeSpan.FromSeconds(3600));

        Envelope.Check(await api.GetAsync(id), 404);
    }

    [Fact]
    public async Task A_card_stays_through_an_update()
    {
        var id = await api.OpenAsync(Full);
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);
        var before = (await api.GetAsync(id)).At("/payment_method").GetRawText();

        var updated = await api.UpdateAsync(id, """{"metadata":{"a":"b"},"expires_in":3600}""");

        Assert.Equal(before, updated.Expect(200).At("/payment_method").GetRawText());
        Assert.Equal("1111", updated.TextAt("/payment_method/label"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("1")]
    public async Task An_update_needs_an_object(string body)
    {
        var id = await api.OpenAsync();

        Envelope.CheckViolation(await api.UpdateAsync(id, body), "body", "");
    }

    [Fact]
    public async Task An_update_without_any_body_is_refused()
    {
        var id = await api.OpenAsync();

        var answer = await api.SendAsync(api.Backend("PUT", ApiClient.PathOf(id)));

        Envelope.CheckViolation(answer, "body", "", "missing");
    }

    [Theory]
    [InlineData("payment_method", "null")]
    [InlineData("id", "\"x\"")]
    [InlineData("expires_at", "\"2030-01-15T12:00:00Z\"")]
    [InlineData("type", "\"checkout-session\"")]
    [InlineData("merchant_account_id", "\"other\"")]
    public async Task What_a_session_shows_of_itself_cannot_be_set(string field, string value)
    {
        var id = await api.OpenAsync();

        var answer = await api.UpdateAsync(id, $$"""{"{{field}}":{{value}}}""");

        Envelope.CheckViolation(answer, "body", $"/{field}", "extra_forbidden");
    }

    [Fact]
    public async Task An_unknown_session_is_not_found() =>
        Assert.Empty(Envelope.Check(await api.UpdateAsync(ApiClient.UnknownId, "{}"), 404));
}
