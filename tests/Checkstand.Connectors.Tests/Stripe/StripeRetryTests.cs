using System.Text;
using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeRetryTests : StripeTest
{
    private static string Approval => StripeFixtures.Intent().ToJsonString();

    private static string RateLimit => StripeFixtures.InvalidRequest("rate_limit");

    private static string LockTimeout => StripeFixtures.InvalidRequest("lock_timeout");

    private static string KeyInUse => StripeFixtures.Error("idempotency_error", "idempotency_key_in_use");

    [Theory]
    [InlineData(429, "rate_limit")]
    [InlineData(429, "lock_timeout")]
    [InlineData(409, "lock_timeout")]
    [InlineData(409, "idempotency_key_in_use")]
    public async Task A_request_that_may_be_repeated_is_with_the_same_key_and_body(int status, string code)
    {
        Server.Then(status, StripeFixtures.InvalidRequest(code)).Then(200, Approval);

        Assert.IsType<ProviderAnswer.Approved>(await AuthorizeAsync());

        Assert.Equal(2, Server.Calls.Count);
        Assert.Equal(Server.Calls[0].Header("Idempotency-Key"), Server.Calls[1].Header("Idempotency-Key"));
        Assert.Equal(Server.Calls[0].Fields, Server.Calls[1].Fields);
        Assert.Equal(CardDigits, Server.Calls[1].Field("payment_method_data[card][number]"));
    }

    [Fact]
    public async Task A_rate_limit_that_stays_failed_and_moved_nothing()
    {
        Server.Then(429, RateLimit).Then(429, RateLimit).Then(429, RateLimit).Then(429, RateLimit);

        Assert.Equal(
            new ProviderAnswer.Failed(PaymentErrorCode.ServiceError) { RawCode = "rate_limit", RawDescription = "No." },
            await AuthorizeAsync()
        );
        Assert.Equal(1 + StripeApi.RetriesMax, Server.Calls.Count);
    }

    [Fact]
    public async Task A_rate_limit_that_can_t_be_read_is_one_all_the_same()
    {
        Server.Then(429, "").Then(429, "slow down").Then(429, "").Then(429, "");

        Assert.Equal(PaymentErrorCode.ServiceError, Assert.IsType<ProviderAnswer.Failed>(await AuthorizeAsync()).Error);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    public async Task A_lock_that_stays_leaves_doubt(int status)
    {
        Server.Then(status, LockTimeout).Then(status, LockTimeout).Then(status, LockTimeout).Then(status, LockTimeout);

        Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(429)]
    public void A_lock_says_nothing_of_the_money_whatever_its_status(int status) =>
        Assert.IsType<ProviderAnswer.Unknown>(
            StripeErrors.Of(new StripeReply.Answered(status, StripeObject.Parse(Encoding.UTF8.GetBytes(LockTimeout))))
        );

    [Fact]
    public async Task Stripe_can_say_that_a_repetition_is_no_use()
    {
        Server.Then(409, KeyInUse, ("Stripe-Should-Retry", "false"));

        Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_fault_of_Stripe_s_is_not_repeated(int status)
    {
        Server.Then(status, StripeFixtures.Error("api_error", null));

        Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());
        Assert.Single(Server.Calls);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_repeated_and_the_key_tells_what_became_of_it()
    {
        Server.ThenHangsUp().Then(200, Approval, ("Idempotent-Replayed", "true"));

        Assert.IsType<ProviderAnswer.Approved>(await AuthorizeAsync());
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_repeated()
    {
        Server
            .Then(async context =>
            {
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"id\":");
                await context.Response.Body.FlushAsync();
                context.Abort();
            })
            .Then(402, StripeFixtures.CardError().ToJsonString());

        Assert.IsType<ProviderAnswer.Declined>(await AuthorizeAsync());
    }

    [Fact]
    public async Task Connections_that_keep_breaking_leave_doubt()
    {
        Server.ThenHangsUp().ThenHangsUp().ThenHangsUp().ThenHangsUp();

        Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());
        Assert.Equal(1 + StripeApi.RetriesMax, Server.Calls.Count);
    }

    // The first attempt may have been carried out; that a later one was not says nothing of it.
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_refusal_after_a_broken_connection_does_not_take_the_doubt_back(int status)
    {
        Server.ThenHangsUp();
        for (var attempt = 0; attempt < StripeApi.RetriesMax; attempt++)
        {
            Server.Then(status, RateLimit);
        }

        Assert.Equal(
            $"status {status} after an attempt in doubt, request req_test",
            Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync()).Why
        );
    }

    [Fact]
    public async Task A_rate_limit_after_a_key_in_use_does_not_take_the_doubt_back()
    {
        Server.Then(409, KeyInUse).Then(429, RateLimit).Then(429, RateLimit).Then(429, RateLimit);

        Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());
    }

    [Fact]
    public async Task A_server_that_is_gone_after_a_broken_connection_does_not_take_the_doubt_back()
    {
        using var client = new HttpClient(new BreaksThenRefuses());
        var options = new StripeOptions { ApiBase = Server.Address, Accounts = Accounts() };
        var request = Request();
        using var card = request.Card;

        var answer = await new StripeConnector(client, options, Clock, Log).AuthorizeAsync(request, default);

        Assert.Equal(
            "the connection failed (ConnectionError), after an attempt in doubt",
            Assert.IsType<ProviderAnswer.Unknown>(answer).Why
        );
    }

    [Fact]
    public async Task Waits_grow_and_end()
    {
        Server.Then(429, RateLimit).Then(429, RateLimit).Then(429, RateLimit).Then(429, RateLimit);

        await AuthorizeAsync();

        Assert.Equal(StripeApi.RetriesMax, Clock.Skipped.Count);
        Assert.All(Clock.Skipped, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public async Task When_the_time_runs_out_between_two_attempts_the_last_answer_stands()
    {
        Server.Then(context =>
        {
            Clock.Advance(TimeSpan.FromSeconds(29.999));
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return context.Response.WriteAsync(RateLimit);
        });

        Assert.Equal(PaymentErrorCode.ServiceError, Assert.IsType<ProviderAnswer.Failed>(await AuthorizeAsync()).Error);
        Assert.Single(Server.Calls);
    }

    [Fact]
    public async Task The_other_operations_are_repeated_alike()
    {
        Server
            .Then(429, RateLimit)
            .Then(200, StripeFixtures.Refund().ToJsonString())
            .Then(409, LockTimeout)
            .Then(200, StripeFixtures.Intent("succeeded").ToJsonString());

        Assert.IsType<ProviderAnswer.Approved>(await RefundAsync());
        Assert.IsType<ProviderAnswer.Approved>(await CaptureAsync());
    }

    private sealed class BreaksThenRefuses : HttpMessageHandler
    {
        private bool hasBroken;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (hasBroken)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            }

            hasBroken = true;
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }
    }
}
