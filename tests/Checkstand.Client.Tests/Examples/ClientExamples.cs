using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Examples;

/// <summary>What docs/client/README.md shows.</summary>
public sealed class ClientExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task First_call_of_the_Gr4vy_dialect()
    {
        var (baseUrl, privateKeyPem) = (server.Address.AbsoluteUri, server.PrivateKeyPem);

        // example: client-first-gr4vy
        var gr4vy = new Gr4vyClient(
            new Gr4vyClientOptions
            {
                BaseUrl = new Uri(baseUrl),
                Auth = Auth.WithToken(privateKeyPem, ["checkout-sessions.write", "checkout-sessions.read"]),
                MerchantAccountId = "default",
            }
        );

        var session = await gr4vy.CheckoutSessions.CreateAsync(
            new CheckoutSessionCreate { Amount = 1299, Currency = "USD" }
        );
        // end

        Assert.NotEmpty(session.Id);
    }

    [Fact]
    public async Task First_call_of_the_Polar_dialect()
    {
        var (baseUrl, accessToken, productId) = (
            server.Address.AbsoluteUri,
            server.Acme.AccessToken,
            server.Acme.ProductId.ToString()
        );

        // example: client-first-polar
        var polar = new PolarClient(new PolarClientOptions { BaseUrl = new Uri(baseUrl), AccessToken = accessToken });

        var checkout = await polar.Checkouts.CreateAsync(new CheckoutCreate { Products = [productId] });

        Console.WriteLine(checkout.Url);
        // end

        Assert.NotEmpty(checkout.Id);
    }

    [Fact]
    public void The_vendors_clouds()
    {
        var (privateKeyPem, accessToken) = (server.PrivateKeyPem, "token");

        // example: client-clouds
        var gr4vy = new Gr4vyClient(
            new Gr4vyClientOptions
            {
                Id = "example",
                Server = ApiServer.Production,
                Auth = Auth.WithToken(privateKeyPem),
            }
        );
        var polar = new PolarClient(new PolarClientOptions { Server = ApiServer.Sandbox, AccessToken = accessToken });
        // end

        Assert.NotNull(gr4vy.CheckoutSessions);
        Assert.NotNull(polar.Checkouts);
    }

    [Fact]
    public async Task Errors_are_caught()
    {
        var gr4vy = server.Gr4vy;
        var said = "";

        // example: client-errors
        try
        {
            await gr4vy.CheckoutSessions.CreateAsync(new CheckoutSessionCreate { Currency = "US" });
        }
        catch (BadRequestException error)
        {
            foreach (var detail in error.Details)
            {
                Console.WriteLine($"{detail.Pointer}: {detail.Message}");
            }

            said = $"{error.StatusCode} {error.Code}, request {error.RequestId}";
        }
        catch (CheckstandException error)
        {
            said = error.Message;
        }
        // end

        Assert.StartsWith("400 bad_request", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_asked()
    {
        var gr4vy = server.Gr4vy;
        var (sessionId, said) = (Guid.CreateVersion7().ToString(), "");

        // example: client-results
        var result = await gr4vy.CheckoutSessions.TryGetAsync(sessionId);

        said = result switch
        {
            { Ok: true, Value.ExpiresAt: var at } => $"It ends at {at:O}.",
            { Error: NotFoundException } => "It has ended.",
            { Error: var error } => error!.Message,
        };
        // end

        Assert.Equal("It has ended.", said);
    }

    [Fact]
    public async Task Calls_are_repeated()
    {
        var gr4vy = server.Gr4vy;
        var baseUrl = server.Address.AbsoluteUri;

        // example: client-retries
        var patient = new RetryOptions
        {
            InitialInterval = TimeSpan.FromMilliseconds(200),
            MaxInterval = TimeSpan.FromSeconds(5),
            Exponent = 2,
            MaxElapsed = TimeSpan.FromSeconds(30),
        };
        var client = new Gr4vyClient(new Gr4vyClientOptions { BaseUrl = new Uri(baseUrl), Retries = patient });

        var options = await gr4vy.CardSchemeDefinitions.ListAsync(
            options: new CallOptions { Retries = RetryOptions.None, Timeout = TimeSpan.FromSeconds(2) }
        );
        // end

        Assert.NotEmpty(options);
        Assert.NotNull(client);
    }

    [Fact]
    public async Task Updates_tell_absent_from_null()
    {
        var polar = server.Polar;
        var checkoutId = (
            await polar.Checkouts.CreateAsync(new CheckoutCreate { Products = [server.Acme.ProductId.ToString()] })
        ).Id;

        // example: client-optional
        var checkout = await polar.Checkouts.UpdateAsync(
            checkoutId,
            new CheckoutUpdate { CustomerName = "Ada", DiscountId = new Optional<string?>(null) }
        );
        // end

        Assert.Equal("Ada", checkout.CustomerName);
        Assert.Null(checkout.DiscountId);
    }

    [Fact]
    public async Task What_is_new_is_kept()
    {
        var gr4vy = server.Gr4vy;
        var sessionId = (await gr4vy.CheckoutSessions.CreateAsync()).Id;

        // example: client-forward
        var session = await gr4vy.CheckoutSessions.GetAsync(sessionId);

        var word = ProductType.From("a word of next year");
        var later = session.AdditionalProperties?["a_member_of_next_year"].GetString();
        // end

        Assert.Equal("a word of next year", word.Value);
        Assert.Null(later);
    }

    [Fact]
    public async Task Lists_come_as_items_and_as_pages()
    {
        var polar = server.Polar;
        var seen = 0;

        // example: client-lists
        await foreach (var checkout in polar.Checkouts.ListAsync(status: [CheckoutStatus.Open], limit: 50))
        {
            seen++;
        }

        var page = await polar.Checkouts.ListPageAsync(limit: 10);
        while (page is not null)
        {
            Console.WriteLine($"{page.Number} of {page.MaxPage}: {page.Items.Count}");
            page = await page.NextAsync();
        }
        // end

        Assert.InRange(seen, 0, int.MaxValue);
    }
}
