namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Whole answers, key by key (contract sections 2.9 and 6.4).</summary>
public sealed class CheckoutGoldenTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Said = """
        "metadata":{"a":1.5},"customer_metadata":{"k":"v"},"customer_name":"N","customer_email":"a@b.co",
        "customer_billing_address":{"country":"US","state":"NY","line1":"1","city":"NYC","postal_code":"10001"},
        "success_url":"https://x.y/{CHECKOUT_ID}"
        """;

    [Fact]
    public async Task A_token_sees_a_checkout_as_agreed() =>
        Golden.AssertSame("checkouts.create", (await server.CheckoutAsync(Said)).Created);

    [Fact]
    public async Task The_public_sees_a_checkout_as_agreed() =>
        Golden.AssertSame("checkouts.client_get", await (await server.CheckoutAsync(Said)).ClientGetAsync());

    [Fact]
    public async Task A_bare_checkout_has_every_key_too()
    {
        var (token, bare) = (await server.CheckoutAsync(), await server.CheckoutAsync(Said));
        Assert.Equal(KeysOf(bare.Created), KeysOf(token.Created));
        Assert.Equal(KeysOf(await bare.ClientGetAsync()), KeysOf(await token.ClientGetAsync()));
    }

    private static IReadOnlyList<string> KeysOf(Answer answer) =>
        [.. answer.Json.EnumerateObject().Select(property => property.Name)];
}
