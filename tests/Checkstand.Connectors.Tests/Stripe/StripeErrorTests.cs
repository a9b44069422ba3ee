using System.Net;
using System.Net.Sockets;
using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

/// <summary>Answers that are neither a success nor a decline. What may have moved money must never look as if it had not.</summary>
public sealed class StripeErrorTests : StripeTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(403, "{}")]
    [InlineData(401, "not JSON")]
    public async Task A_refused_key_fails_and_is_logged(int status, string body)
    {
        Server.Then(status, body);

        var failed = Assert.IsType<ProviderAnswer.Failed>(await AuthorizeAsync());

        Assert.Equal(PaymentErrorCode.InvalidServiceCredentials, failed.Error);
        Assert.Equal(1602, Assert.Single(Log.All).Id);
    }

    [Theory]
    [InlineData(400, null, null, "service_error")]
    [InlineData(400, "parameter_invalid_empty", "currency", "service_error")]
    [InlineData(400, "amount_too_small", "amount", "invalid_amount")]
    [InlineData(400, "amount_too_large", null, "invalid_amount")]
    [InlineData(400, "invalid_charge_amount", null, "invalid_amount")]
    [InlineData(400, "parameter_invalid_integer", "amount", "invalid_amount")]
    [InlineData(402, null, null, "service_error")]
    [InlineData(404, "resource_missing", "intent", "service_error")]
    public async Task A_request_that_Stripe_did_not_take_failed(int status, string? code, string? param, string error)
    {
        Server.Then(status, StripeFixtures.InvalidRequest(code, param, "No such thing."));

        Assert.Equal(
            new ProviderAnswer.Failed(new PaymentErrorCode(error))
            {
                RawCode = code ?? "invalid_request_error",
                RawDescription = "No such thing.",
            },
            await AuthorizeAsync()
        );
        Assert.Equal(1603, Assert.Single(Log.All).Id);
    }

    [Fact]
    public async Task Words_about_a_card_s_field_are_not_kept()
    {
        Server.Then(
            400,
            StripeFixtures.InvalidRequest("x", "payment_method_data[card][cvc]", "Invalid value: 123 for cvc")
        );

        Assert.Equal(
            new ProviderAnswer.Failed(PaymentErrorCode.InvalidPaymentMethod) { RawCode = "x" },
            await AuthorizeAsync()
        );
    }

    [Theory]
    [InlineData(400, "idempotency_error")]
    [InlineData(400, "api_error")]
    [InlineData(400, "a_new_type")]
    [InlineData(402, "api_error")]
    [InlineData(409, "idempotency_error")]
    [InlineData(409, "invalid_request_error")]
    [InlineData(500, "api_error")]
    [InlineData(502, "invalid_request_error")]
    [InlineData(503, "card_error")]
    [InlineData(424, "invalid_request_error")]
    [InlineData(418, "invalid_request_error")]
    [InlineData(302, "card_error")]
    public async Task An_answer_that_says_nothing_of_the_money_leaves_doubt(int status, string type)
    {
        for (var attempt = 0; attempt <= StripeApi.RetriesMax; attempt++)
        {
            Server.Then(status, StripeFixtures.Error(type, "a_code"), ("Location", "/v1/elsewhere"));
        }

        var unknown = Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());

        Assert.Equal($"status {status} (a_code), request req_test", unknown.Why);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    [InlineData(200, "{\"id\":\"pi_test_1\"")]
    [InlineData(200, "{\"id\":7,\"status\":\"succeeded\"}")]
    [InlineData(200, "{\"id\":\"\\ud800\",\"status\":\"succeeded\"}")]
    [InlineData(200, "{\"id\":\"../x\",\"status\":\"succeeded\"}")]
    [InlineData(200, "{\"id\":\"pi_test_1\",\"status\":\"\\udfff\"}")]
    [InlineData(200, "{\"id\":\"pi_test_1\",\"status\":[\"succeeded\"]}")]
    [InlineData(200, "{\"\\ud800\":1,\"id\":null}")]
    [InlineData(204, "")]
    [InlineData(400, "")]
    [InlineData(400, "{\"error\":\"no\"}")]
    [InlineData(402, "{\"error\":{\"type\":\"\\ud800\"}}")]
    [InlineData(402, "{\"error\":{}}")]
    [InlineData(404, "<html>")]
    [InlineData(500, "")]
    public async Task An_answer_that_can_t_be_read_leaves_doubt(int status, string body)
    {
        Server.Then(async context =>
        {
            context.Response.StatusCode = status;
            if (body.Length > 0)
            {
                await context.Response.WriteAsync(body);
            }
        });

        Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());
    }

    [Fact]
    public async Task A_decline_with_parts_that_are_no_text_is_a_decline_all_the_same()
    {
        Server.Then(402, """{"error":{"type":"card_error","code":"\ud800","decline_code":4,"message":{}}}""");

        Assert.Equal(
            new ProviderAnswer.Declined(PaymentErrorCode.OtherDecline, MayTryElsewhere: false),
            await AuthorizeAsync()
        );
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    public async Task An_answer_beyond_the_limit_leaves_doubt(int status)
    {
        Server.Then(status, new string(' ', StripeApi.AnswerBytesMax + 1));

        var unknown = Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());

        Assert.Equal("an answer of more than 1048576 bytes, request req_test", unknown.Why);
    }

    [Fact]
    public async Task An_answer_just_within_the_limit_is_read()
    {
        Server.Then(200, StripeFixtures.Intent().ToJsonString().PadRight(StripeApi.AnswerBytesMax));

        Assert.IsType<ProviderAnswer.Approved>(await AuthorizeAsync());
    }

    [Fact]
    public async Task No_answer_in_time_leaves_doubt_and_is_not_tried_again()
    {
        var arrived = new TaskCompletionSource();
        Server.Then(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var answer = AuthorizeAsync();
        await arrived.Task.WaitAsync(Patience);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("no answer in time", Assert.IsType<ProviderAnswer.Unknown>(await answer).Why);
        Assert.Single(Server.Calls);
    }

    [Fact]
    public async Task An_answer_that_stops_half_way_until_the_time_is_up_leaves_doubt()
    {
        var begun = new TaskCompletionSource();
        Server.Then(async context =>
        {
            await context.Response.WriteAsync("{\"id\":");
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var answer = AuthorizeAsync();
        await begun.Task.WaitAsync(Patience);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<ProviderAnswer.Unknown>(await answer);
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_doubt()
    {
        using var caller = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        Server.Then(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var answer = AuthorizeAsync(cancellation: caller.Token);
        await arrived.Task.WaitAsync(Patience);
        await caller.CancelAsync();

        Assert.IsType<ProviderAnswer.Unknown>(await answer);
    }

    [Fact]
    public async Task A_caller_that_has_given_up_before_sends_nothing()
    {
        var answer = await AuthorizeAsync(cancellation: new CancellationToken(canceled: true));

        Assert.Equal(PaymentErrorCode.ServiceNetworkError, Assert.IsType<ProviderAnswer.Failed>(answer).Error);
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task A_connection_that_is_refused_has_moved_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = new Uri($"http://{listener.LocalEndpoint}");
        listener.Stop();

        await AssertNotSentAsync(closed);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task A_server_that_can_t_be_reached_has_moved_nothing(HttpRequestError error) =>
        await AssertNotSentAsync(new Fails(new HttpRequestException(error)), retries: StripeApi.RetriesMax);

    [Fact]
    public async Task A_connection_that_takes_too_long_to_open_has_moved_nothing() =>
        await AssertNotSentAsync(new Fails(new TaskCanceledException()), retries: 0);

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_has_moved_nothing()
    {
        await AssertNotSentAsync(new UriBuilder(Server.Address) { Scheme = "https" }.Uri);

        Assert.Empty(Server.Calls);
    }

    private async Task AssertNotSentAsync(Uri address)
    {
        using var handler = StripeConnector.CreateHandler();
        await AssertNotSentAsync(handler, StripeApi.RetriesMax, address);
    }

    private async Task AssertNotSentAsync(HttpMessageHandler handler, int retries, Uri? address = null)
    {
        using var client = new HttpClient(handler);
        var options = new StripeOptions { ApiBase = address ?? Server.Address, Accounts = Accounts() };
        var request = Request();
        using var card = request.Card;

        var answer = await new StripeConnector(client, options, Clock, Log).AuthorizeAsync(request, default);

        Assert.Equal(PaymentErrorCode.ServiceNetworkError, Assert.IsType<ProviderAnswer.Failed>(answer).Error);
        Assert.Equal(retries, Clock.Skipped.Count);
    }

    private sealed class Fails(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromException<HttpResponseMessage>(failure);
    }
}
