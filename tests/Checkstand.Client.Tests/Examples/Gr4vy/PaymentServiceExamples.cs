using System.Text.Json;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class PaymentServiceExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_payment_service_is_added()
    {
        // example: gr4vy-payment-services-create
        var service = await client.PaymentServices.CreateAsync(
            new PaymentServiceCreate
            {
                DisplayName = "Simulator",
                PaymentServiceDefinitionId = "mock-card",
                AcceptedCurrencies = ["USD", "EUR"],
                AcceptedCountries = ["US", "DE"],
                Fields = [new() { Key = "merchant_id", Value = "1234" }],
            }
        );
        // end

        Assert.Equal(Method.Card, service.Method);
    }

    [Fact]
    public async Task Payment_services_are_listed()
    {
        // example: gr4vy-payment-services-list
        await foreach (var service in client.PaymentServices.ListAsync(method: Method.Card))
        {
            Console.WriteLine($"{service.Position}: {service.DisplayName}");
        }
        // end

        Assert.NotEmpty((await client.PaymentServices.ListPageAsync()).Items);
    }

    [Fact]
    public async Task A_payment_service_is_read()
    {
        var paymentServiceId = (await client.PaymentServices.ListPageAsync()).Items[0].Id;

        // example: gr4vy-payment-services-get
        var service = await client.PaymentServices.GetAsync(paymentServiceId);
        // end

        Assert.Equal(paymentServiceId, service.Id);
    }

    [Fact]
    public async Task A_payment_service_is_changed()
    {
        var paymentServiceId = (await client.PaymentServices.ListPageAsync()).Items[0].Id;

        // example: gr4vy-payment-services-update
        var service = await client.PaymentServices.UpdateAsync(
            paymentServiceId,
            new PaymentServiceUpdate { DisplayName = "Renamed" }
        );
        // end

        Assert.Equal("Renamed", service.DisplayName);
    }

    [Fact]
    public async Task A_payment_service_is_removed()
    {
        var paymentServiceId = (
            await client.PaymentServices.CreateAsync(
                new()
                {
                    DisplayName = "Gone soon",
                    PaymentServiceDefinitionId = "mock-card",
                    AcceptedCurrencies = ["USD"],
                    AcceptedCountries = ["US"],
                }
            )
        ).Id;

        // example: gr4vy-payment-services-delete
        await client.PaymentServices.DeleteAsync(paymentServiceId);
        // end

        Assert.NotEmpty((await client.PaymentServices.ListPageAsync(deleted: true)).Items);
    }

    [Fact]
    public async Task Settings_are_verified()
    {
        // example: gr4vy-payment-services-verify
        var result = await client.PaymentServices.TryVerifyAsync(
            new VerifyCredentials
            {
                PaymentServiceDefinitionId = "mock-card",
                Fields = [new() { Key = "merchant_id", Value = "1234" }],
            }
        );
        Console.WriteLine(result.Ok ? "good" : result.Error.Message);
        // end

        Assert.IsType<BadRequestException>(result.Error);
    }

    [Fact]
    public async Task A_session_of_a_provider_is_opened()
    {
        var paymentServiceId = (await client.PaymentServices.ListPageAsync()).Items[0].Id;

        // example: gr4vy-payment-services-session
        var requestBody = new Dictionary<string, JsonElement> { ["amount"] = JsonSerializer.SerializeToElement(1299) };
        var result = await client.PaymentServices.TrySessionAsync(paymentServiceId, requestBody);
        Console.WriteLine(result.Ok ? $"{result.Value.Status}" : result.Error.Message);
        // end

        Assert.IsType<BadRequestException>(result.Error);
    }

    [Fact]
    public async Task Kinds_of_payment_service_are_listed()
    {
        // example: gr4vy-payment-service-definitions-list
        await foreach (var definition in client.PaymentServiceDefinitions.ListAsync())
        {
            Console.WriteLine($"{definition.Id}: {definition.DisplayName}");
        }
        // end

        Assert.NotEmpty((await client.PaymentServiceDefinitions.ListPageAsync()).Items);
    }

    [Fact]
    public async Task A_kind_of_payment_service_is_read()
    {
        // example: gr4vy-payment-service-definitions-get
        var definition = await client.PaymentServiceDefinitions.GetAsync("mock-card");
        foreach (var field in definition.Fields)
        {
            Console.WriteLine($"{field.Key}: {field.Format}");
        }
        // end

        Assert.Equal("mock-card", definition.Id);
    }

    [Fact]
    public async Task A_session_of_a_kind_is_opened()
    {
        // example: gr4vy-payment-service-definitions-session
        var requestBody = new Dictionary<string, JsonElement> { ["amount"] = JsonSerializer.SerializeToElement(1299) };
        var result = await client.PaymentServiceDefinitions.TrySessionAsync("mock-card", requestBody);
        Console.WriteLine(result.Ok ? $"{result.Value.Status}" : result.Error.Message);
        // end

        Assert.IsType<BadRequestException>(result.Error);
    }
}
