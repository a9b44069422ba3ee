using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>What the real server refuses arrives as an exception of its own, with everything that the server said.</summary>
public sealed class ErrorTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task All_that_is_wrong_with_a_request_is_said_at_once()
    {
        var session = SeedPayload.Session();
        session.Currency = "usd";
        session.Amount = -1;
        session.CartItems![0].Quantity = 0;
        session.Buyer!.BillingDetails!.PhoneNumber = "911";

        var error = await Assert.ThrowsAsync<BadRequestException>(() => client.CheckoutSessions.CreateAsync(session));

        Assert.Equal((400, "bad_request", "Request failed validation"), (error.StatusCode, error.Code, error.Message));
        Assert.Equal(
            ["/amount", "/buyer/billing_details/phone_number", "/cart_items/0/quantity", "/currency"],
            error.Details.Select(detail => detail.Pointer).Order(StringComparer.Ordinal)
        );
        Assert.All(error.Details, detail => Assert.Equal("body", detail.Location));
        Assert.All(error.Details, detail => Assert.NotEqual("", detail.Message));
        Assert.All(error.Details, detail => Assert.NotEqual("", detail.Type));
        Assert.NotNull(error.RequestId);
        Assert.Contains("\"details\"", error.Body, StringComparison.Ordinal);
        Assert.Equal("application/json", error.Headers["content-type"]);
    }

    [Fact]
    public async Task A_malformed_id_is_wrong_in_the_path()
    {
        var error = await Assert.ThrowsAsync<BadRequestException>(() => client.CheckoutSessions.GetAsync("a/b c?d"));

        Assert.Equal(("path", "session_id"), (error.Details[0].Location, error.Details[0].Pointer));
    }

    [Fact]
    public async Task A_filter_of_another_form_is_wrong_in_the_query()
    {
        var error = await Assert.ThrowsAsync<BadRequestException>(() =>
            client.Transactions.ListPageAsync(new() { Currency = ["usd"], BuyerId = "x" }, limit: 101)
        );

        Assert.All(error.Details, detail => Assert.Equal("query", detail.Location));
        Assert.Equal(3, error.Details.Count);
    }

    [Fact]
    public async Task A_token_of_nobody_is_unauthorized()
    {
        var stranger = new Gr4vyClient(new() { BaseUrl = server.Address, Auth = Auth.WithBearer("abc") });
        var nobody = new Gr4vyClient(new() { BaseUrl = server.Address });

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() => stranger.CheckoutSessions.CreateAsync());

        Assert.Equal((401, "unauthorized"), (error.StatusCode, error.Code));
        await Assert.ThrowsAsync<UnauthorizedException>(() => nobody.Buyers.ListPageAsync());
    }

    [Fact]
    public async Task A_token_without_the_scope_is_forbidden()
    {
        var reader = server.Gr4vyWith("checkout-sessions.read");
        var session = await client.CheckoutSessions.CreateAsync();

        var error = await Assert.ThrowsAsync<ForbiddenException>(() => reader.CheckoutSessions.CreateAsync());

        Assert.Equal((403, "forbidden"), (error.StatusCode, error.Code));
        Assert.Equal(session.Id, (await reader.CheckoutSessions.GetAsync(session.Id)).Id);
    }

    [Fact]
    public async Task An_unknown_merchant_account_is_forbidden() =>
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            client.CheckoutSessions.CreateAsync(merchantAccountId: "nobody")
        );

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var error = await Assert.ThrowsAsync<NotFoundException>(() => client.Transactions.GetAsync(Paying.UnknownId));

        Assert.Equal((404, "not_found"), (error.StatusCode, error.Code));
        Assert.Empty(error.Details);
    }

    [Fact]
    public async Task A_session_is_paid_once()
    {
        var session = await client.OpenWithCardAsync();
        var payment = new TransactionCreate
        {
            Amount = 1,
            Currency = "USD",
            PaymentMethod = new CheckoutSessionWithUrlPaymentMethodCreate { Id = session.Id },
        };
        await client.Transactions.CreateAsync(payment);

        var result = await client.Transactions.TryCreateAsync(payment);

        Assert.False(result.Ok);
        Assert.Null(result.Value);
        Assert.Equal(409, result.Response?.StatusCode);
        Assert.Equal(409, Assert.IsType<ConflictException>(result.Error).StatusCode);
    }

    [Fact]
    public async Task A_session_without_a_card_cannot_be_paid()
    {
        var session = await client.CheckoutSessions.CreateAsync();

        var error = await Assert.ThrowsAsync<BadRequestException>(() =>
            client.Transactions.CreateAsync(
                new()
                {
                    Amount = 1,
                    Currency = "USD",
                    PaymentMethod = new CheckoutSessionWithUrlPaymentMethodCreate { Id = session.Id },
                }
            )
        );

        Assert.Equal("Request failed validation", error.Message);
        Assert.Equal("/payment_method", Assert.Single(error.Details).Pointer);
    }

    [Fact]
    public async Task An_exception_says_nothing_of_the_card()
    {
        var payment = Paying.Payment();
        payment.Currency = "usd";

        var error = await Assert.ThrowsAsync<BadRequestException>(() => client.Transactions.CreateAsync(payment));

        Assert.DoesNotContain(Paying.Visa, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Paying.Visa, error.Body, StringComparison.Ordinal);
    }
}
