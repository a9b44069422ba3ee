using System.Text.Json.Nodes;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeFindTests : StripeTest
{
    // Twice the time limit of a call and a minute between the clocks.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(120);

    private string CaptureMark => $"metadata.capture_{Operation.Value:N}";

    private static JsonObject Other() => StripeFixtures.Intent(operation: OperationId.New(DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData("requires_capture", typeof(ProviderAnswer.Approved))]
    [InlineData("succeeded", typeof(ProviderAnswer.Approved))]
    [InlineData("processing", typeof(ProviderAnswer.Pending))]
    [InlineData("canceled", typeof(ProviderAnswer.Failed))]
    [InlineData("requires_action", typeof(ProviderAnswer.Failed))]
    [InlineData("requires_confirmation", typeof(ProviderAnswer.Unknown))]
    public async Task An_authorization_is_what_its_intent_says(string status, Type expected)
    {
        Server.Then(200, StripeFixtures.Intent(status, Operation).ToJsonString());

        Assert.IsType(expected, await FindAsync(OperationKind.Authorize, IntentId));

        var call = Assert.Single(Server.Calls);
        Assert.Equal(("GET", "/v1/payment_intents/pi_test_1"), (call.Method, call.Path));
        Assert.Equal(["expand[]=latest_charge"], Fields(call));
        Assert.Null(call.Header("Idempotency-Key"));
    }

    [Fact]
    public async Task A_canceled_authorization_failed_for_the_reason_that_Stripe_keeps()
    {
        Server.Then(
            200,
            StripeFixtures.Intent("canceled", Operation).With("cancellation_reason", "abandoned").ToJsonString()
        );

        Assert.Equal(
            new ProviderAnswer.Failed(PaymentErrorCode.ServiceError) { Reference = IntentId, RawCode = "abandoned" },
            await FindAsync(OperationKind.Authorize, IntentId)
        );
    }

    [Fact]
    public async Task A_declined_authorization_keeps_its_reason()
    {
        var error = StripeFixtures.CardError()["error"]!.AsObject();
        error.Remove("payment_intent");
        Server.Then(
            200,
            StripeFixtures
                .Intent("requires_payment_method", Operation)
                .With("last_payment_error", error.DeepClone().AsObject().With("decline_code", "stolen_card"))
                .ToJsonString()
        );

        var declined = Assert.IsType<ProviderAnswer.Declined>(await FindAsync(OperationKind.Authorize, IntentId));

        Assert.Equal((PaymentErrorCode.SuspectedFraud, IntentId), (declined.Error, declined.Reference));
    }

    [Fact]
    public async Task A_challenge_that_was_failed_is_a_decline()
    {
        Server.Then(
            200,
            StripeFixtures
                .Intent("requires_payment_method", Operation)
                .With("last_payment_error.type", "invalid_request_error")
                .With("last_payment_error.code", "payment_intent_authentication_failure")
                .ToJsonString()
        );

        Assert.Equal(
            PaymentErrorCode.FailedBuyerApproval,
            Assert.IsType<ProviderAnswer.Declined>(await FindAsync(OperationKind.Authorize, IntentId)).Error
        );
    }

    [Fact]
    public async Task A_payment_of_another_operation_says_nothing()
    {
        Server.Then(200, Other().ToJsonString());

        Assert.IsType<ProviderAnswer.Unknown>(await FindAsync(OperationKind.Authorize, IntentId));
    }

    [Fact]
    public async Task Without_a_reference_the_payments_of_that_time_are_searched_page_by_page()
    {
        var startedAt = Clock.GetUtcNow() - TimeSpan.FromHours(1);
        Server
            .Then(200, StripeFixtures.Page(true, Other().With("id", "pi_test_8"), Other().With("id", "pi_test_9")))
            .Then(200, StripeFixtures.Page(false, StripeFixtures.Intent(operation: Operation)))
            .Then(200, StripeFixtures.Intent(operation: Operation).ToJsonString());

        var answer = await FindAsync(OperationKind.Authorize, null, startedAt);

        Assert.Equal(IntentId, Assert.IsType<ProviderAnswer.Approved>(answer).Reference);
        string[] window =
        [
            $"created[gte]={startedAt.ToUnixTimeSeconds() - 60}",
            $"created[lte]={startedAt.ToUnixTimeSeconds() + 600}",
            "limit=100",
        ];
        Assert.Equal(window, Fields(Server.Calls[0]));
        Assert.Equal([.. window, "starting_after=pi_test_9"], Fields(Server.Calls[1]));
        Assert.Equal("/v1/payment_intents/pi_test_1", Server.Calls[2].Path);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(119, false)]
    [InlineData(120, true)]
    [InlineData(86400, true)]
    public async Task What_is_not_there_failed_once_it_can_t_be_under_way(int secondsAgo, bool isSure)
    {
        Server.Then(200, StripeFixtures.Page(false, Other()));

        var answer = await FindAsync(
            OperationKind.Authorize,
            null,
            Clock.GetUtcNow() - TimeSpan.FromSeconds(secondsAgo)
        );

        if (isSure)
        {
            Assert.Equal(PaymentErrorCode.ServiceNetworkError, Assert.IsType<ProviderAnswer.Failed>(answer).Error);
        }
        else
        {
            Assert.IsType<ProviderAnswer.Unknown>(answer);
        }
    }

    [Fact]
    public async Task A_search_ends_after_fifty_pages_and_says_nothing()
    {
        for (var page = 0; page < 50; page++)
        {
            Server.Then(200, StripeFixtures.Page(true, Other()));
        }

        var answer = await FindAsync(OperationKind.Authorize, null, Clock.GetUtcNow() - Settled);

        Assert.Equal("more than 50 pages", Assert.IsType<ProviderAnswer.Unknown>(answer).Why);
        Assert.Equal(50, Server.Calls.Count);
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(403, "{}")]
    [InlineData(404, """{"error":{"type":"invalid_request_error","code":"resource_missing"}}""")]
    [InlineData(500, "{}")]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"has_more":false}""")]
    [InlineData(200, """{"data":[]}""")]
    [InlineData(200, """{"data":[7],"has_more":false}""")]
    [InlineData(200, """{"data":{},"has_more":false}""")]
    [InlineData(200, """{"data":[],"has_more":true}""")]
    [InlineData(200, """{"data":[],"has_more":"no"}""")]
    [InlineData(200, """{"data":[{"id":"\ud800"}],"has_more":true}""")]
    public async Task What_could_not_be_asked_stays_unknown(int status, string body)
    {
        var longAgo = Clock.GetUtcNow() - TimeSpan.FromDays(1);
        foreach (var kind in Enum.GetValues<OperationKind>())
        {
            Server.Then(status, body);

            Assert.IsType<ProviderAnswer.Unknown>(
                await FindAsync(kind, kind == OperationKind.Authorize ? null : IntentId, longAgo)
            );
        }

        Server.Then(status, body);
        Assert.IsType<ProviderAnswer.Unknown>(await FindAsync(OperationKind.Authorize, IntentId, longAgo));
    }

    [Theory]
    [InlineData(OperationKind.Capture)]
    [InlineData(OperationKind.Void)]
    [InlineData(OperationKind.Refund)]
    public async Task Only_an_authorization_can_be_found_without_a_reference(OperationKind kind)
    {
        Assert.IsType<ProviderAnswer.Unknown>(await FindAsync(kind, null, Clock.GetUtcNow() - Settled));
        Assert.Empty(Server.Calls);
    }

    [Theory]
    [InlineData("succeeded", 1299)]
    [InlineData("requires_capture", 300)]
    public async Task A_capture_that_left_its_mark_and_money_is_done(string status, int received)
    {
        Server.Then(
            200,
            StripeFixtures.Intent(status).With(CaptureMark, "1299").With("amount_received", received).ToJsonString()
        );

        Assert.Equal(
            new ProviderAnswer.Approved { Reference = "ch_test_1" },
            await FindAsync(OperationKind.Capture, IntentId)
        );
    }

    [Fact]
    public async Task A_capture_that_Stripe_still_works_on_is_pending()
    {
        Server.Then(200, StripeFixtures.Intent("processing").With(CaptureMark, "1299").ToJsonString());

        Assert.IsType<ProviderAnswer.Pending>(await FindAsync(OperationKind.Capture, IntentId));
    }

    [Theory]
    [InlineData("requires_capture", true)]
    [InlineData("requires_capture", false)]
    [InlineData("canceled", false)]
    public async Task A_capture_without_money_failed_in_time(string status, bool isMarked)
    {
        var intent = StripeFixtures.Intent(status);
        var body = (isMarked ? intent.With(CaptureMark, "1299") : intent).ToJsonString();
        Server.Then(200, body).Then(200, body);

        Assert.IsType<ProviderAnswer.Unknown>(await FindAsync(OperationKind.Capture, IntentId));
        Assert.IsType<ProviderAnswer.Failed>(
            await FindAsync(OperationKind.Capture, IntentId, Clock.GetUtcNow() - Settled)
        );
    }

    [Fact]
    public async Task A_capture_by_another_operation_is_not_this_one()
    {
        var other = $"metadata.capture_{OperationId.New(Clock.GetUtcNow()).Value:N}";
        Server.Then(
            200,
            StripeFixtures.Intent("succeeded").With(other, "1299").With("amount_received", 1299).ToJsonString()
        );

        Assert.IsType<ProviderAnswer.Failed>(
            await FindAsync(OperationKind.Capture, IntentId, Clock.GetUtcNow() - Settled)
        );
    }

    [Fact]
    public async Task A_capture_by_other_hands_needs_a_person()
    {
        Server.Then(200, StripeFixtures.Intent("succeeded").With("amount_received", 1299).ToJsonString());

        Assert.IsType<ProviderAnswer.Unknown>(
            await FindAsync(OperationKind.Capture, IntentId, Clock.GetUtcNow() - Settled)
        );
    }

    [Fact]
    public async Task A_payment_that_is_canceled_is_voided()
    {
        Server.Then(200, StripeFixtures.Intent("canceled").ToJsonString());

        Assert.IsType<ProviderAnswer.Approved>(await FindAsync(OperationKind.Void, IntentId));
    }

    [Fact]
    public async Task A_payment_that_was_captured_can_t_be_voided_any_more()
    {
        Server.Then(200, StripeFixtures.Intent("succeeded").ToJsonString());

        Assert.IsType<ProviderAnswer.Failed>(await FindAsync(OperationKind.Void, IntentId));
    }

    [Fact]
    public async Task A_payment_that_is_still_reserved_was_not_voided_in_time()
    {
        var marked = StripeFixtures.Intent().With($"metadata.void_{Operation.Value:N}", "1").ToJsonString();
        Server.Then(200, marked).Then(200, marked);

        Assert.IsType<ProviderAnswer.Unknown>(await FindAsync(OperationKind.Void, IntentId));
        Assert.IsType<ProviderAnswer.Failed>(
            await FindAsync(OperationKind.Void, IntentId, Clock.GetUtcNow() - Settled)
        );
    }

    [Fact]
    public async Task A_refund_is_found_among_the_payment_s_refunds()
    {
        Server
            .Then(200, StripeFixtures.Page(true, StripeFixtures.Refund().With("id", "re_test_9")))
            .Then(200, StripeFixtures.Page(false, StripeFixtures.Refund("pending", Operation)));

        var answer = await FindAsync(OperationKind.Refund, IntentId);

        Assert.Equal(new ProviderAnswer.Pending { Reference = "re_test_1" }, answer);
        Assert.Equal(["payment_intent=pi_test_1", "limit=100"], Fields(Server.Calls[0]));
        Assert.Equal(["payment_intent=pi_test_1", "limit=100", "starting_after=re_test_9"], Fields(Server.Calls[1]));
    }

    [Fact]
    public async Task A_refund_that_is_not_there_failed_in_time()
    {
        Server.Then(200, StripeFixtures.Page(false, StripeFixtures.Refund())).Then(200, StripeFixtures.Page(false));

        Assert.IsType<ProviderAnswer.Unknown>(await FindAsync(OperationKind.Refund, IntentId));
        Assert.IsType<ProviderAnswer.Failed>(
            await FindAsync(OperationKind.Refund, IntentId, Clock.GetUtcNow() - Settled)
        );
    }
}
