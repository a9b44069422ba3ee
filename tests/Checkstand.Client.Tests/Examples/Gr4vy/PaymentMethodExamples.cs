using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class PaymentMethodExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_payment_method_is_stored()
    {
        var sessionId = (await client.OpenWithCardAsync()).Id;

        // example: gr4vy-payment-methods-create
        var method = await client.PaymentMethods.CreateAsync(
            new CheckoutSessionPaymentMethodCreate { Id = sessionId, BuyerExternalIdentifier = "buyer-12345" }
        );
        Console.WriteLine(method.Fingerprint);
        // end

        Assert.Equal("1111", method.Label);
    }

    [Fact]
    public async Task Payment_methods_are_listed()
    {
        var paymentMethodId = (
            await client.PaymentMethods.CreateAsync(
                new CardPaymentMethodCreate { Number = "4111111111111111", ExpirationDate = "12/35" }
            )
        ).Id;

        // example: gr4vy-payment-methods-list
        await foreach (var method in client.PaymentMethods.ListAsync(status: [PaymentMethodStatus.Succeeded]))
        {
            Console.WriteLine($"{method.Id} {method.Label}");
        }
        // end

        Assert.NotEmpty(paymentMethodId);
    }

    [Fact]
    public async Task A_payment_method_is_read()
    {
        var paymentMethodId = (
            await client.PaymentMethods.CreateAsync(
                new CardPaymentMethodCreate { Number = "4111111111111111", ExpirationDate = "12/35" }
            )
        ).Id;

        // example: gr4vy-payment-methods-get
        var method = await client.PaymentMethods.GetAsync(paymentMethodId);
        // end

        Assert.Equal(paymentMethodId, method.Id);
    }

    [Fact]
    public async Task A_payment_method_is_changed()
    {
        var paymentMethodId = (
            await client.PaymentMethods.CreateAsync(
                new CardPaymentMethodCreate { Number = "4111111111111111", ExpirationDate = "12/35" }
            )
        ).Id;

        // example: gr4vy-payment-methods-update
        var method = await client.PaymentMethods.UpdateAsync(
            paymentMethodId,
            new PaymentMethodUpdate { ExpirationDate = "01/40" }
        );
        // end

        Assert.Equal("01/40", method.ExpirationDate);
    }

    [Fact]
    public async Task A_payment_method_is_removed()
    {
        var paymentMethodId = (
            await client.PaymentMethods.CreateAsync(
                new CardPaymentMethodCreate { Number = "4111111111111111", ExpirationDate = "12/35" }
            )
        ).Id;

        // example: gr4vy-payment-methods-delete
        await client.PaymentMethods.DeleteAsync(paymentMethodId);
        // end

        Assert.IsType<NotFoundException>((await client.PaymentMethods.TryGetAsync(paymentMethodId)).Error);
    }

    [Fact]
    public async Task Network_tokens_are_listed()
    {
        var paymentMethodId = (
            await client.PaymentMethods.CreateAsync(
                new CardPaymentMethodCreate { Number = "4111111111111111", ExpirationDate = "12/35" }
            )
        ).Id;

        // example: gr4vy-payment-methods-network-tokens-list
        var tokens = await client.PaymentMethods.NetworkTokens.ListAsync(paymentMethodId);
        // end

        Assert.Empty(tokens);
    }

    [Fact]
    public async Task Payment_service_tokens_are_listed()
    {
        var paymentMethodId = (
            await client.PaymentMethods.CreateAsync(
                new CardPaymentMethodCreate { Number = "4111111111111111", ExpirationDate = "12/35" }
            )
        ).Id;

        // example: gr4vy-payment-methods-payment-service-tokens-list
        var tokens = await client.PaymentMethods.PaymentServiceTokens.ListAsync(paymentMethodId);
        // end

        Assert.Empty(tokens);
    }
}
