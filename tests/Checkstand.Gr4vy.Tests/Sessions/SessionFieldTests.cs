using System.Text;
using Checkstand.Core.Merchants;
using Checkstand.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.Sessions;

/// <summary>
/// The core carries what the merchant says in numbered slots, the dialect in a list of names. If the two orders ever
/// differ, a currency turns up as a country.
/// </summary>
public sealed class SessionFieldTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    // One value of each field, each different from all others, in its normal form.
    private static readonly Dictionary<SessionField, (string Name, string Value)> Said = new()
    {
        [SessionField.CartItems] = (
            "cart_items",
            """[{"name":"a","quantity":1,"unit_amount":2,"discount_amount":3,"tax_amount":4}]"""
        ),
        [SessionField.Metadata] = ("metadata", """{"key":"value"}"""),
        [SessionField.Buyer] = ("buyer", """{"display_name":"J"}"""),
        [SessionField.Airline] = ("airline", """{"booking_code":"X","ticket_delivery_method":"other"}"""),
        [SessionField.Amount] = ("amount", "1299"),
        [SessionField.Currency] = ("currency", "\"USD\""),
        [SessionField.PaymentServiceId] = ("payment_service_id", "\"01941f29-7c00-7aaa-8aaa-0123456789ab\""),
        [SessionField.Country] = ("country", "\"GB\""),
        [SessionField.IsSubsequentPayment] = ("is_subsequent_payment", "true"),
        [SessionField.MerchantInitiated] = ("merchant_initiated", "false"),
        [SessionField.PaymentSource] = ("payment_source", "\"recurring\""),
        [SessionField.Intent] = ("intent", "\"capture\""),
    };

    private readonly ApiClient api = server.Api;

    public static TheoryData<SessionField> All => [.. Enum.GetValues<SessionField>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_field_lands_in_its_own_slot_and_in_no_other(SessionField field)
    {
        var (name, value) = Said[field];
        var id = await api.OpenAsync($$"""{"{{name}}":{{value}}}""");

        var content = await ContentAsync(id);

        foreach (var slot in Enum.GetValues<SessionField>())
        {
            Assert.Equal(slot == field ? value : "", Encoding.UTF8.GetString(content[slot].Utf8.Span));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_field_that_is_shown_is_shown_under_its_own_name(SessionField field)
    {
        var (name, value) = Said[field];
        var created = (await api.CreateAsync($$"""{"{{name}}":{{value}}}""")).Expect(201);

        foreach (var (other, _) in Said.Values.Where(said => created.Json.TryGetProperty(said.Name, out _)))
        {
            Assert.Equal(other == name ? value : "null", created.At($"/{other}").GetRawText());
        }
    }

    [Fact]
    public async Task All_fields_survive_a_create_together_and_an_update_of_one()
    {
        var everything = string.Join(',', Said.Values.Select(said => $"\"{said.Name}\":{said.Value}"));
        var id = await api.OpenAsync($"{{{everything}}}");

        (await api.UpdateAsync(id, """{"country":"DE"}""")).Expect(200);

        var content = await ContentAsync(id);
        foreach (var (field, (_, value)) in Said)
        {
            var expected = field == SessionField.Country ? "\"DE\"" : value;
            Assert.Equal(expected, Encoding.UTF8.GetString(content[field].Utf8.Span));
        }
    }

    private async Task<SessionContent> ContentAsync(string id)
    {
        var found = await server
            .Services.GetRequiredService<CheckoutSessions>()
            .GetAsync(new SessionId(Guid.Parse(id)), MerchantAccountId.Default, CancellationToken.None);
        Assert.True(found.TryGet(out var session, out _));
        return session.Content;
    }
}
