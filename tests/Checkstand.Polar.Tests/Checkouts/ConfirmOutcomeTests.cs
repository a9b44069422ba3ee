namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What becomes of a checkout by each of the test provider's confirmation tokens.</summary>
public sealed class ConfirmOutcomeTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Intent = "/payment_processor_metadata/intent_status";

    [Fact]
    public async Task An_approved_payment_is_confirmed_and_then_succeeded_with_one_order()
    {
        var checkout = await server.Api.OpenAsync();

        var answer = (await server.Public.ConfirmAsync(checkout)).Expect(200);

        Assert.Equal("confirmed", answer.TextAt("/status"));
        Assert.Equal("succeeded", answer.TextAt(Intent));
        Assert.StartsWith(
            "pi_",
            answer.TextAt("/payment_processor_metadata/intent_client_secret"),
            StringComparison.Ordinal
        );
        Assert.Equal("succeeded", await server.Api.StatusAsync(checkout));
        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Equal("paid", order.GetProperty("status").GetString());
        Assert.Equal(1000, order.GetProperty("total_amount").GetInt64());
        Assert.Equal([(1000, "USD", "charged")], await server.ChargesAsync(checkout));
    }

    [Theory]
    [InlineData("ctoken_test_decline", "The payment failed: ")]
    [InlineData("ctoken_test_decline_insufficient_funds", "The payment failed: ")]
    [InlineData("ctoken_test_decline_expired_card", "The payment failed: ")]
    [InlineData("ctoken_test_decline_incorrect_cvc", "The payment failed: ")]
    [InlineData("ctoken_test_error", "The payment failed. ")]
    public async Task A_refused_payment_leaves_the_checkout_open_for_the_next_card(string token, string says)
    {
        var checkout = await server.Api.OpenAsync();

        var refused = (await server.Public.ConfirmAsync(checkout, token)).ExpectError(400, "PaymentError");

        Assert.StartsWith(says, refused.TextAt("/detail"), StringComparison.Ordinal);
        var open = (await server.Public.GetAsync($"/v1/checkouts/client/{checkout.Secret}")).Expect(200);
        Assert.Equal("open", open.TextAt("/status"));
        Assert.False(open.At("/payment_processor_metadata").TryGetProperty("intent_status", out _));
        Assert.Empty(await server.Api.OrdersAsync(checkout));

        (await server.Public.ConfirmAsync(checkout)).Expect(200);
        Assert.Equal("succeeded", await server.Api.StatusAsync(checkout));
        Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Single(await server.ChargesAsync(checkout), charge => charge.Outcome == "charged");
    }

    [Theory]
    [InlineData("approve", "succeeded", 1)]
    [InlineData("fail", "open", 0)]
    public async Task A_challenge_is_shown_and_its_outcome_settles_the_checkout(
        string decision,
        string status,
        int orders
    )
    {
        var checkout = await server.Api.OpenAsync();

        var answer = (await server.Public.ConfirmAsync(checkout, "ctoken_test_requires_action")).Expect(200);

        Assert.Equal("requires_action", answer.TextAt(Intent));
        var page = new Uri(answer.TextAt("/payment_processor_metadata/approval_url")!);
        Assert.Equal(server.Address.Authority, page.Authority);
        Assert.Equal("confirmed", await server.Api.StatusAsync(checkout));
        var shown = (await server.Public.GetAsync($"/v1/checkouts/client/{checkout.Secret}")).Expect(200);
        Assert.Equal("requires_action", shown.TextAt(Intent));

        await DecideAsync(page, decision);
        await server.UntilAsync(checkout, status);

        Assert.Equal(orders, (await server.Api.OrdersAsync(checkout)).Count);
    }

    [Theory]
    [InlineData("ctoken_test_timeout_charged", 61, "succeeded", 1)]
    [InlineData("ctoken_test_timeout_not_charged", 61, "open", 0)]
    [InlineData("ctoken_test_late_success", 11, "succeeded", 1)]
    [InlineData("ctoken_test_late_failure", 11, "open", 0)]
    public async Task An_outcome_that_becomes_known_later_settles_the_checkout_then(
        string token,
        int seconds,
        string status,
        int orders
    )
    {
        var checkout = await server.Api.OpenAsync();

        var answer = (await server.Public.ConfirmAsync(checkout, token)).Expect(200);

        Assert.Equal("processing", answer.TextAt(Intent));
        Assert.Equal("confirmed", await server.Api.StatusAsync(checkout));
        (await server.Public.ConfirmAsync(checkout)).ExpectError(403, "NotOpenCheckout");

        server.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await server.UntilAsync(checkout, status);

        Assert.Equal(orders, (await server.Api.OrdersAsync(checkout)).Count);
        Assert.Equal(orders, (await server.ChargesAsync(checkout)).Count(charge => charge.Outcome == "charged"));
    }

    [Fact]
    public async Task News_that_come_twice_and_late_change_nothing()
    {
        var checkout = await server.Api.OpenAsync();
        (await server.Public.ConfirmAsync(checkout, "ctoken_test_late_success")).Expect(200);
        server.Clock.Advance(TimeSpan.FromSeconds(11));
        await server.UntilAsync(checkout, "succeeded");

        for (var i = 0; i < 3; i++)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(11));
            // Asking for a status that is there already lets what is due happen not once; so it is asked for another.
            await server.UntilAsync(checkout, "succeeded");
        }

        Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Single(await server.ChargesAsync(checkout));
    }

    [Fact]
    public async Task An_unknown_token_is_refused_where_it_stands()
    {
        var checkout = await server.Api.OpenAsync();

        var refused = (await server.Public.ConfirmAsync(checkout, "ctoken_unknown")).ExpectError(
            422,
            "PolarRequestValidationError"
        );

        Assert.Equal(["body.confirmation_token_id: value_error"], refused.Complaints);
        Assert.Equal("open", await server.Api.StatusAsync(checkout));
        Assert.Empty(await server.ChargesAsync(checkout));
    }

    [Fact]
    public async Task A_confirmed_or_paid_checkout_refuses_everything()
    {
        var checkout = await server.Api.OpenAsync();
        (await server.Public.ConfirmAsync(checkout)).Expect(200);

        (await server.Public.ConfirmAsync(checkout)).ExpectError(403, "NotOpenCheckout");
        (await server.Public.PatchAsync($"/v1/checkouts/client/{checkout.Secret}", "{}")).ExpectError(
            403,
            "NotOpenCheckout"
        );
        var refused = await server.Api.PatchAsync($"/v1/checkouts/{checkout.Id}", """{"metadata":{"a":"b"}}""");
        Assert.Equal($"Checkout {checkout.Id} is not open: succeeded", refused.Expect(403).TextAt("/detail"));
    }

    private static async Task DecideAsync(Uri page, string decision)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new KeyValuePair<string, string>("decision", decision)]);
        using var answer = await http.PostAsync(page, form);
        Assert.True((int)answer.StatusCode < 400, $"{answer.StatusCode}");
    }
}
