using System.Text.Json.Nodes;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeMovementTests : StripeTest
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Money Price = new(1299, "USD");

    private static JsonObject Captured(JsonObject intent, int received, DateTimeOffset at) =>
        intent
            .With("status", "succeeded")
            .With("amount_received", received)
            .With("latest_charge.balance_transaction", new JsonObject { ["created"] = at.ToUnixTimeSeconds() });

    private JsonObject OfOurs(JsonObject refund) =>
        refund.With("payment_intent", StripeFixtures.Intent(operation: Operation));

    private string Mark(string kind, out OperationId operation)
    {
        operation = OperationId.New(Clock.GetUtcNow());
        return $"metadata.{kind}_{operation.Value:N}";
    }

    private async Task<List<ProviderMovement>> ListSpanAsync(DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var movements = new List<ProviderMovement>();
        await foreach (
            var movement in Connector.ListMovementsAsync(
                Account,
                from ?? Noon,
                until ?? Noon.AddDays(1),
                TestContext.Current.CancellationToken
            )
        )
        {
            movements.Add(movement);
        }

        return movements;
    }

    private Task<List<ProviderMovement>> ListAsync(params JsonObject[] intents)
    {
        Server.Then(200, StripeFixtures.Page(false, intents)).Then(200, StripeFixtures.Page(false));
        return ListSpanAsync();
    }

    [Fact]
    public async Task Payments_are_listed_from_before_the_span_and_refunds_within_it()
    {
        Server
            .Then(200, StripeFixtures.Page(true, StripeFixtures.Intent().With("id", "pi_test_7")))
            .Then(200, StripeFixtures.Page(false))
            .Then(200, StripeFixtures.Page(false));

        await ListSpanAsync(Noon.AddMilliseconds(500), Noon.AddHours(1).AddMilliseconds(1));

        var (from, until) = (Noon.ToUnixTimeSeconds(), Noon.AddHours(1).ToUnixTimeSeconds() + 1);
        Assert.Equal(
            [
                $"created[gte]={from - (31 * 86400)}",
                $"created[lt]={until}",
                "limit=50",
                "expand[]=data.latest_charge.balance_transaction",
            ],
            Fields(Server.Calls[0])
        );
        Assert.Equal("pi_test_7", Server.Calls[1].Field("starting_after"));
        Assert.Equal("/v1/refunds", Server.Calls[2].Path);
        Assert.Equal(
            [$"created[gte]={from}", $"created[lt]={until}", "limit=50", "expand[]=data.payment_intent"],
            Fields(Server.Calls[2])
        );
    }

    [Fact]
    public async Task A_reservation_is_an_authorization() =>
        Assert.Equal(
            [new ProviderMovement(Operation.ToString(), MovementKind.Authorization, Price, IntentId)],
            await ListAsync(StripeFixtures.Intent(operation: Operation))
        );

    [Fact]
    public async Task What_is_captured_at_once_is_one_capture() =>
        Assert.Equal(
            [new ProviderMovement(Operation.ToString(), MovementKind.Capture, Price, IntentId)],
            await ListAsync(
                Captured(StripeFixtures.Intent(operation: Operation), 1299, Noon.AddMinutes(1))
                    .With("capture_method", "automatic")
            )
        );

    [Fact]
    public async Task A_capture_has_its_operation_s_key_and_what_Stripe_received()
    {
        var intent = Captured(StripeFixtures.Intent(operation: Operation), 1000, Noon.AddHours(2));

        var movements = await ListAsync(intent.With(Mark("capture", out var capture), "1200"));

        Assert.Equal(
            [
                new ProviderMovement(Operation.ToString(), MovementKind.Authorization, Price, IntentId),
                new ProviderMovement(capture.ToString(), MovementKind.Capture, new Money(1000, "USD"), "ch_test_1"),
            ],
            movements
        );
    }

    [Fact]
    public async Task Several_captures_are_told_apart_by_their_marks()
    {
        var intent = Captured(StripeFixtures.Intent(operation: Operation), 1000, Noon.AddHours(2));

        var movements = await ListAsync(
            intent.With(Mark("capture", out var first), "300").With(Mark("capture", out var second), "700")
        );

        Assert.Equal(
            new Dictionary<string, long> { [first.ToString()] = 300, [second.ToString()] = 700 },
            movements
                .Where(movement => movement.Kind == MovementKind.Capture)
                .ToDictionary(movement => movement.IdempotencyKey, movement => movement.Amount.MinorUnits)
        );
    }

    [Fact]
    public async Task A_capture_by_other_hands_has_no_key() =>
        Assert.Contains(
            new ProviderMovement("", MovementKind.Capture, Price, "ch_test_1"),
            await ListAsync(Captured(StripeFixtures.Intent(operation: Operation), 1299, Noon))
        );

    [Fact]
    public async Task A_mark_without_money_is_no_capture()
    {
        var intent = StripeFixtures.Intent(operation: Operation).With(Mark("capture", out _), "1299");

        Assert.Equal(MovementKind.Authorization, Assert.Single(await ListAsync(intent)).Kind);
    }

    [Fact]
    public async Task A_void_has_its_operation_s_key_and_the_whole_amount()
    {
        var intent = StripeFixtures
            .Intent("canceled", Operation)
            .With("canceled_at", Noon.AddHours(3).ToUnixTimeSeconds())
            .With(Mark("void", out var key), "1");

        Assert.Contains(
            new ProviderMovement(key.ToString(), MovementKind.Void, Price, IntentId),
            await ListAsync(intent)
        );
    }

    [Fact]
    public async Task A_reservation_that_ran_out_is_a_void_without_a_key() =>
        Assert.Contains(
            new ProviderMovement("", MovementKind.Void, Price, IntentId),
            await ListAsync(
                StripeFixtures.Intent("canceled", Operation).With("canceled_at", Noon.AddHours(3).ToUnixTimeSeconds())
            )
        );

    [Fact]
    public async Task What_moved_outside_the_span_is_left_out()
    {
        var intent = Captured(StripeFixtures.Intent(operation: Operation), 1299, Noon.AddDays(1))
            .With("latest_charge.created", Noon.AddSeconds(-1).ToUnixTimeSeconds())
            .With(Mark("capture", out _), "1299");

        Assert.Empty(await ListAsync(intent));
    }

    [Fact]
    public async Task What_reserved_nothing_and_what_is_not_ours_is_left_out() =>
        Assert.Empty(
            await ListAsync(
                StripeFixtures.Intent("requires_payment_method", Operation).With("latest_charge.status", "failed"),
                StripeFixtures.Intent("requires_action", Operation).With("latest_charge", value: null),
                StripeFixtures.Intent(),
                StripeFixtures.Intent().With("metadata.checkstand_operation", "not an id")
            )
        );

    [Fact]
    public async Task Currencies_come_back_in_our_unit()
    {
        var intent = StripeFixtures.Intent(operation: Operation).With("currency", "isk").With("amount", 30000);

        Assert.Equal(new Money(300, "ISK"), Assert.Single(await ListAsync(intent)).Amount);
    }

    [Fact]
    public async Task Refunds_have_their_operation_s_key()
    {
        Server
            .Then(200, StripeFixtures.Page(false))
            .Then(200, StripeFixtures.Page(false, OfOurs(StripeFixtures.Refund(operation: Operation))));

        Assert.Equal(
            [new ProviderMovement(Operation.ToString(), MovementKind.Refund, new Money(500, "USD"), "re_test_1")],
            await ListSpanAsync()
        );
    }

    [Fact]
    public async Task A_refund_by_other_hands_has_no_key_and_a_release_is_none()
    {
        Server
            .Then(200, StripeFixtures.Page(false))
            .Then(
                200,
                StripeFixtures.Page(
                    false,
                    OfOurs(StripeFixtures.Refund()),
                    OfOurs(StripeFixtures.Refund()).With("balance_transaction", null),
                    StripeFixtures.Refund().With("payment_intent", StripeFixtures.Intent()),
                    OfOurs(StripeFixtures.Refund("failed", Operation)),
                    OfOurs(StripeFixtures.Refund("pending", Operation))
                )
            );

        Assert.Equal(
            [new ProviderMovement("", MovementKind.Refund, new Money(500, "USD"), "re_test_1")],
            await ListSpanAsync()
        );
    }

    [Fact]
    public async Task Services_that_share_an_account_have_a_ledger_each()
    {
        const string Other = "0190a6a0-0000-7000-8000-00000000ffff";
        var theirs = StripeFixtures.Intent(operation: Operation).With("metadata.checkstand_service", Other);
        Server
            .Then(200, StripeFixtures.Page(false, theirs))
            .Then(
                200,
                StripeFixtures.Page(
                    false,
                    StripeFixtures.Refund(operation: Operation).With("payment_intent", theirs.DeepClone()),
                    StripeFixtures.Refund(operation: Operation)
                )
            );

        Assert.Empty(await ListSpanAsync());
    }

    [Fact]
    public async Task A_ledger_can_be_listed_from_the_beginning_of_time_to_its_end()
    {
        Server.Then(200, StripeFixtures.Page(false)).Then(200, StripeFixtures.Page(false));

        await ListSpanAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

        Assert.All(Server.Calls, call => Assert.True(long.Parse(call.Field("created[gte]")!) > 0));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("currency")]
    [InlineData("amount")]
    [InlineData("amount_received")]
    [InlineData("latest_charge.created")]
    public async Task A_payment_that_can_t_be_read_ends_the_listing(string member) =>
        await Assert.ThrowsAsync<ListingFailedException>(() =>
            ListAsync(StripeFixtures.Intent(operation: Operation).With(member, "\ufffd?"))
        );

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(200)]
    public async Task A_list_that_can_t_be_read_ends_the_listing(int status)
    {
        Server.Then(status, "{}");

        await Assert.ThrowsAsync<ListingFailedException>(() => ListSpanAsync());
    }
}
