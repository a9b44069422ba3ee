using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class PaymentOptionExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task Payment_options_are_listed()
    {
        // example: gr4vy-payment-options-list
        var options = await client.PaymentOptions.ListAsync(
            new PaymentOptionRequest
            {
                Amount = 1299,
                Currency = "USD",
                Country = "US",
            }
        );
        foreach (var option in options)
        {
            Console.WriteLine($"{option.Method}: {option.Label}");
        }
        // end

        Assert.Single(options);
    }

    [Fact]
    public async Task Card_schemes_are_listed()
    {
        // example: gr4vy-card-scheme-definitions-list
        var schemes = await client.CardSchemeDefinitions.ListAsync();
        Console.WriteLine(string.Join(", ", schemes.Select(scheme => scheme.DisplayName)));
        // end

        Assert.NotEmpty(schemes);
    }

    [Fact]
    public async Task A_card_is_told()
    {
        // example: gr4vy-card-details-get
        var details = await client.CardDetails.GetAsync("USD", bin: "411111", country: "US");
        Console.WriteLine(details.Scheme);
        // end

        Assert.Equal(CardScheme.Visa, details.Scheme);
    }

    [Fact]
    public async Task Click_to_Pay_is_asked_for()
    {
        var checkoutSessionId = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-digital-wallets-sessions-click-to-pay
        var result = await client.DigitalWallets.Sessions.TryClickToPayAsync(checkoutSessionId);
        Console.WriteLine(result.Ok ? result.Value.DigitalPaymentApplicationName : result.Error.Message);
        // end

        Assert.IsType<BadRequestException>(result.Error);
    }
}
