using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>What goes over the wire (contract sections 1.2 and 6.1).</summary>
public sealed class RequestFormTests
{
    private static readonly string NoItems = ScriptedHandler.Page(0, 0);

    [Fact]
    public async Task A_list_sends_its_filters_once_for_each_value_and_escapes_them()
    {
        using var server = new ScriptedHandler(NoItems);

        await server.Polar.Checkouts.ListPageAsync(
            organizationId: ["a", "b"],
            externalCustomerId: ["a b", "ç&="],
            status: CheckoutStatus.Open,
            query: "a@b.c",
            page: 2,
            limit: 50,
            sorting: [CheckoutSortProperty.CreatedAtDescending, CheckoutSortProperty.Status]
        );

        Assert.Equal(
            [
                "GET /prefix/v1/checkouts/?organization_id=a&organization_id=b&external_customer_id=a%20b"
                    + "&external_customer_id=%C3%A7%26%3D&status=open&query=a%40b.c&page=2&limit=50"
                    + "&sorting=-created_at&sorting=status",
            ],
            server.Lines
        );
    }

    [Fact]
    public async Task A_list_without_filters_sends_none()
    {
        using var server = new ScriptedHandler(NoItems);

        await server.Polar.Webhooks.ListWebhookDeliveriesPageAsync(endpointId: (string?)null, succeeded: false);

        Assert.Equal(["GET /prefix/v1/webhooks/deliveries?succeeded=false&page=1"], server.Lines);
    }

    [Fact]
    public async Task Metadata_is_filtered_by_name()
    {
        using var server = new ScriptedHandler(NoItems);

        await server.Polar.Orders.ListPageAsync(metadata: new Dictionary<string, string> { ["a b"] = "c" });

        Assert.Equal(["GET /prefix/v1/orders/?metadata%5Ba%20b%5D=c&page=1"], server.Lines);
    }

    [Fact]
    public async Task Following_pages_repeat_the_filters_and_stop_at_the_last_page_alone()
    {
        // Pages that are shorter than was asked do not end a list.
        using var server = new ScriptedHandler(
            ScriptedHandler.Page(3, 3, """{"id":"1"}"""),
            ScriptedHandler.Page(3, 3),
            ScriptedHandler.Page(3, 3, """{"id":"2"}""", """{"id":"3"}""")
        );

        var items = await server.Polar.Meters.ListAsync(query: "x", limit: 5).ToListAsync();

        Assert.Equal(["1", "2", "3"], items.Select(meter => meter.Id));
        Assert.Equal(
            [
                "GET /prefix/v1/meters/?query=x&page=1&limit=5",
                "GET /prefix/v1/meters/?query=x&page=2&limit=5",
                "GET /prefix/v1/meters/?query=x&page=3&limit=5",
            ],
            server.Lines
        );
    }

    [Fact]
    public async Task A_list_that_is_left_early_asks_for_no_more()
    {
        using var server = new ScriptedHandler(ScriptedHandler.Page(9, 9, """{"id":"1"}"""));

        await foreach (var _ in server.Polar.Products.ListAsync())
        {
            break;
        }

        Assert.Single(server.Lines);
    }

    [Fact]
    public async Task A_list_that_is_cancelled_stops()
    {
        using var server = new ScriptedHandler(ScriptedHandler.Page(9, 9, """{"id":"1"}"""));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in server.Polar.Products.ListAsync().WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        Assert.Single(server.Lines);
    }

    [Fact]
    public async Task A_page_that_fails_ends_the_list_with_its_error()
    {
        using var server = new ScriptedHandler(ScriptedHandler.Page(2, 2, """{"id":"1"}"""));
        server.Answer(500, "{}");
        List<string> seen = [];

        await Assert.ThrowsAsync<InternalServerErrorException>(async () =>
        {
            await foreach (var product in server.Polar.Products.ListAsync())
            {
                seen.Add(product.Id);
            }
        });

        Assert.Equal(["1"], seen);
    }

    [Fact]
    public async Task The_operations_of_buyers_send_no_token_and_the_others_do()
    {
        using var server = new ScriptedHandler();
        var checkouts = server.Polar.Checkouts;

        await checkouts.ClientGetAsync("s");
        await checkouts.ClientUpdateAsync("s", new());
        await checkouts.ClientConfirmAsync("s", new());
        await checkouts.ClientOpenedAsync("s");
        await checkouts.GetAsync("c");

        Assert.Equal([null, null, null, null, "Bearer polar_oat_test"], server.Tokens);
        Assert.Equal(["{}", "{}"], server.Bodies.Skip(1).Take(2));
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a b?c#d", "a%20b%3Fc%23d")]
    [InlineData("ü", "%C3%BC")]
    public async Task What_stands_in_a_path_is_escaped(string secret, string escaped)
    {
        using var server = new ScriptedHandler();

        await server.Polar.Checkouts.ClientGetAsync(secret);

        Assert.Equal([$"GET /prefix/v1/checkouts/client/{escaped}"], server.Lines);
    }

    [Fact]
    public async Task A_creation_is_not_repeated_even_when_calls_are()
    {
        using var server = new ScriptedHandler();
        server.Answer(500, "{}");

        await Assert.ThrowsAsync<InternalServerErrorException>(() =>
            server.Polar.Checkouts.CreateAsync(
                new CheckoutCreate { Products = ["p"] },
                new CallOptions { Retries = new RetryOptions { Strategy = RetryStrategy.Backoff } }
            )
        );

        Assert.Single(server.Lines);
    }

    [Fact]
    public async Task An_answer_that_is_no_checkout_is_told_with_its_body()
    {
        using var server = new ScriptedHandler("""{"amount":"ten"}""");

        var failure = await Assert.ThrowsAsync<ResponseParseException>(() => server.Polar.Checkouts.GetAsync("c"));

        Assert.Equal("""{"amount":"ten"}""", failure.Body);
        Assert.Contains("amount", failure.Message, StringComparison.Ordinal);
    }
}
