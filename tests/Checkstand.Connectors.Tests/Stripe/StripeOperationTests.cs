using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

/// <summary>Captures, voids and refunds.</summary>
public sealed class StripeOperationTests : StripeTest
{
    private string Mark(string kind) => $"metadata[{kind}_{Operation.Value:N}]";

    [Fact]
    public async Task A_capture_takes_the_amount_and_marks_the_intent()
    {
        Server.Then(200, StripeFixtures.Intent("succeeded").With("amount_received", 1000).ToJsonString());

        var answer = await CaptureAsync(new Money(1000, "USD"));

        var call = Assert.Single(Server.Calls);
        Assert.Equal("/v1/payment_intents/pi_test_1/capture", call.Path);
        Assert.Equal(Operation.ToString(), call.Header("Idempotency-Key"));
        Assert.Equal(["amount_to_capture=1000", $"{Mark("capture")}=1000"], Fields(call));
        Assert.Equal(new ProviderAnswer.Approved { Reference = "ch_test_1" }, answer);
    }

    [Fact]
    public async Task A_capture_that_is_not_the_last_says_so()
    {
        Server.Then(200, StripeFixtures.Intent().With("amount_received", 300).ToJsonString());

        var answer = await CaptureAsync(new Money(300, "USD"), isFinal: false);

        Assert.Equal("false", Server.Calls[0].Field("final_capture"));
        Assert.IsType<ProviderAnswer.Approved>(answer);
    }

    [Fact]
    public async Task A_capture_that_Stripe_still_works_on_is_pending()
    {
        Server.Then(200, StripeFixtures.Intent("processing").With("latest_charge", "ch_test_1").ToJsonString());

        Assert.Equal(new ProviderAnswer.Pending { Reference = "ch_test_1" }, await CaptureAsync());
    }

    [Theory]
    [InlineData("requires_capture")]
    [InlineData("canceled")]
    public async Task A_capture_after_which_nothing_was_received_leaves_doubt(string status)
    {
        Server.Then(200, StripeFixtures.Intent(status).ToJsonString());

        Assert.IsType<ProviderAnswer.Unknown>(await CaptureAsync());
    }

    [Fact]
    public async Task A_capture_of_an_amount_that_Stripe_can_t_count_is_not_sent()
    {
        var failed = Assert.IsType<ProviderAnswer.Failed>(await CaptureAsync(new Money(1250, "MGA")));

        Assert.Equal(PaymentErrorCode.InvalidAmount, failed.Error);
    }

    [Fact]
    public async Task A_capture_of_a_payment_in_another_state_fails()
    {
        Server.Then(400, StripeFixtures.InvalidRequest("payment_intent_unexpected_state"));

        var failed = Assert.IsType<ProviderAnswer.Failed>(await CaptureAsync());

        Assert.Equal(
            (PaymentErrorCode.ServiceError, "payment_intent_unexpected_state"),
            (failed.Error, failed.RawCode)
        );
    }

    [Fact]
    public async Task A_void_marks_the_intent_and_cancels_it()
    {
        Server
            .Then(200, StripeFixtures.Intent().ToJsonString())
            .Then(200, StripeFixtures.Intent("canceled").ToJsonString());

        var answer = await VoidAsync();

        Assert.Equal(
            [
                ("/v1/payment_intents/pi_test_1", $"{Operation}-mark", $"{Mark("void")}=1"),
                ("/v1/payment_intents/pi_test_1/cancel", $"{Operation}", "expand[]=latest_charge"),
            ],
            Server.Calls.Select(call => (call.Path, call.Header("Idempotency-Key")!, Fields(call).Single()))
        );
        Assert.Equal(new ProviderAnswer.Approved { Reference = IntentId }, answer);
    }

    [Fact]
    public async Task A_void_that_can_t_be_marked_is_not_sent()
    {
        Server.Then(404, StripeFixtures.InvalidRequest("resource_missing"));

        var failed = Assert.IsType<ProviderAnswer.Failed>(await VoidAsync());

        Assert.Equal((PaymentErrorCode.ServiceError, "resource_missing"), (failed.Error, failed.RawCode));
        Assert.Single(Server.Calls);
    }

    [Fact]
    public async Task A_void_after_which_the_payment_is_not_canceled_leaves_doubt()
    {
        Server
            .Then(200, StripeFixtures.Intent().ToJsonString())
            .Then(200, StripeFixtures.Intent("requires_capture").ToJsonString());

        Assert.IsType<ProviderAnswer.Unknown>(await VoidAsync());
    }

    [Fact]
    public async Task A_void_whose_cancellation_is_refused_fails()
    {
        Server
            .Then(200, StripeFixtures.Intent("succeeded").ToJsonString())
            .Then(400, StripeFixtures.InvalidRequest("payment_intent_unexpected_state"));

        Assert.IsType<ProviderAnswer.Failed>(await VoidAsync());
    }

    [Fact]
    public async Task A_refund_names_the_payment_and_its_operation()
    {
        Server.Then(200, StripeFixtures.Refund().ToJsonString());

        var answer = await RefundAsync();

        var call = Assert.Single(Server.Calls);
        Assert.Equal("/v1/refunds", call.Path);
        Assert.Equal(Operation.ToString(), call.Header("Idempotency-Key"));
        Assert.Equal(
            ["payment_intent=pi_test_1", "amount=500", $"metadata[checkstand_operation]={Operation}"],
            Fields(call)
        );
        Assert.Equal(new ProviderAnswer.Approved { Reference = "re_test_1" }, answer);
    }

    [Theory]
    [InlineData("duplicate", "reason")]
    [InlineData("fraudulent", "reason")]
    [InlineData("requested_by_customer", "reason")]
    [InlineData("Duplicate", "metadata[checkstand_reason]")]
    [InlineData("The tea was cold", "metadata[checkstand_reason]")]
    public async Task A_reason_is_Stripe_s_word_or_a_note(string reason, string field)
    {
        Server.Then(200, StripeFixtures.Refund().ToJsonString());

        await RefundAsync(reason);

        Assert.Equal(reason, Server.Calls[0].Field(field));
        Assert.Equal(4, Server.Calls[0].Fields.Count);
    }

    [Fact]
    public async Task A_long_reason_is_cut_to_what_Stripe_keeps()
    {
        Server.Then(200, StripeFixtures.Refund().ToJsonString());

        await RefundAsync(new string('x', 501));

        Assert.Equal(new string('x', 500), Server.Calls[0].Field("metadata[checkstand_reason]"));
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("requires_action")]
    public async Task A_refund_under_way_is_pending(string status)
    {
        Server.Then(200, StripeFixtures.Refund(status).ToJsonString());

        Assert.Equal(new ProviderAnswer.Pending { Reference = "re_test_1" }, await RefundAsync());
    }

    [Theory]
    [InlineData("expired_or_canceled_card", "expired_card")]
    [InlineData("lost_or_stolen_card", "invalid_payment_method")]
    [InlineData("insufficient_funds", "insufficient_funds")]
    [InlineData("declined", "issuer_decline")]
    [InlineData("unknown", "other_decline")]
    [InlineData(null, "other_decline")]
    public async Task A_refund_that_failed_is_declined(string? reason, string expected)
    {
        Server.Then(200, StripeFixtures.Refund("failed").With("failure_reason", reason).ToJsonString());

        Assert.Equal(
            new ProviderAnswer.Declined(new PaymentErrorCode(expected), MayTryElsewhere: false)
            {
                Reference = "re_test_1",
                RawCode = reason ?? "failed",
            },
            await RefundAsync()
        );
    }

    [Fact]
    public async Task A_refund_that_was_canceled_failed()
    {
        Server.Then(200, StripeFixtures.Refund("canceled").ToJsonString());

        Assert.IsType<ProviderAnswer.Failed>(await RefundAsync());
    }

    [Theory]
    [InlineData("a_new_status")]
    [InlineData(null)]
    public async Task A_refund_of_which_nothing_is_said_leaves_doubt(string? status)
    {
        Server.Then(200, StripeFixtures.Refund().With("status", status).ToJsonString());

        Assert.IsType<ProviderAnswer.Unknown>(await RefundAsync());
    }

    [Fact]
    public async Task A_refund_of_more_than_was_captured_is_refused_for_its_amount()
    {
        Server.Then(400, StripeFixtures.InvalidRequest(null, "amount"));

        Assert.Equal(PaymentErrorCode.InvalidAmount, Assert.IsType<ProviderAnswer.Failed>(await RefundAsync()).Error);
    }
}
