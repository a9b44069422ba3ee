using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class PaymentOptionTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_card_can_be_paid_with_where_a_service_takes_it()
    {
        var options = await client.PaymentOptions.ListAsync(
            new()
            {
                Country = "US",
                Currency = "USD",
                Amount = 1299,
                Locale = "en",
                Metadata = new() { ["a"] = "b" },
                CartItems = [SeedPayload.Item()],
            }
        );
        var none = await client.PaymentOptions.ListAsync(new() { Currency = "USD" }, SandboxServer.OtherAccount);

        var card = Assert.Single(options);
        Assert.Equal(("payment-option", "card", Mode.Card), (card.Type, card.Method, card.Mode));
        Assert.True(card.CanStorePaymentMethod);
        Assert.True(card.CanDelayCapture);
        Assert.Empty(none);
    }

    [Fact]
    public async Task Card_schemes_are_listed()
    {
        var schemes = await client.CardSchemeDefinitions.ListAsync();

        var visa = Assert.Single(schemes, scheme => scheme.Id == "visa");
        Assert.Equal(("card-scheme-definition", "Visa"), (visa.Type, visa.DisplayName));
    }

    [Fact]
    public async Task A_card_tells_its_scheme_and_what_it_needs()
    {
        var details = await client.CardDetails.GetAsync(
            "USD",
            bin: "411111",
            country: "US",
            amount: 1299,
            intent: TransactionIntent.Capture,
            isSubsequentPayment: false,
            merchantInitiated: false,
            metadata: """{"a":"b"}""",
            paymentSource: TransactionPaymentSource.Ecommerce
        );

        Assert.Equal(("card-detail", "411111", CardScheme.Visa), (details.Type, details.Id, details.Scheme));
        Assert.Null(details.AdditionalProperties);
        await Assert.ThrowsAsync<NotFoundException>(() =>
            client.CardDetails.GetAsync("USD", paymentMethodId: Paying.UnknownId)
        );
    }
}
