using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// Sends requests to Stripe and says what became of them. A call has one limit of time for all its attempts. Attempts
/// are repeated only where the idempotency key makes that safe and useful: 409, 429, and connections that failed.
/// </summary>
internal sealed class StripeApi
{
    /// <summary>Bytes of the largest answer that is read: a page of 50 payments has some 500 kB.</summary>
    public const int AnswerBytesMax = 1024 * 1024;

    /// <summary>Attempts after the first. With the delays below they take some four seconds.</summary>
    public const int RetriesMax = 3;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(4);

    private readonly HttpClient http;
    private readonly StripeOptions options;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline<StripeReply> retries;

    public StripeApi(HttpClient http, StripeOptions options, TimeProvider clock)
    {
        this.http = http;
        this.options = options;
        this.clock = clock;
        retries = new ResiliencePipelineBuilder<StripeReply> { TimeProvider = clock }
            .AddRetry(
                new RetryStrategyOptions<StripeReply>
                {
                    ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { MayRetry: true }),
                    MaxRetryAttempts = RetriesMax,
                    Delay = FirstDelay,
                    MaxDelay = DelayMax,
                    BackoffType = DelayBackoffType.Exponential,
                    // Requests that were refused together must not come back together.
                    UseJitter = true,
                }
            )
            .Build();
    }

    /// <summary>Sends a form. The caller wipes it afterwards.</summary>
    /// <param name="account">Whose key is used.</param>
    /// <param name="path">From the root, with its identifiers checked.</param>
    /// <param name="idempotencyKey">Repeated as it is by each attempt.</param>
    /// <param name="form">The body.</param>
    /// <param name="cancellation">Ends the call; what was sent by then is <see cref="StripeReply.Lost"/>.</param>
    public Task<StripeReply> PostAsync(
        StripeAccount account,
        string path,
        string idempotencyKey,
        StripeForm form,
        CancellationToken cancellation
    ) =>
        SendAsync(
            () =>
            {
                var message = NewMessage(HttpMethod.Post, account, path);
                message.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
                message.Content = new StripeFormContent(form);
                return message;
            },
            cancellation
        );

    /// <summary>Reads, which moves nothing.</summary>
    public Task<StripeReply> GetAsync(StripeAccount account, string pathAndQuery, CancellationToken cancellation) =>
        SendAsync(() => NewMessage(HttpMethod.Get, account, pathAndQuery), cancellation);

    private HttpRequestMessage NewMessage(HttpMethod method, StripeAccount account, string pathAndQuery)
    {
        var message = new HttpRequestMessage(method, new Uri(options.ApiBase, pathAndQuery));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.SecretKey.Reveal());
        message.Headers.TryAddWithoutValidation("Stripe-Version", StripeOptions.ApiVersion);
        message.Headers.TryAddWithoutValidation("User-Agent", "Checkstand");
        return message;
    }

    private async Task<StripeReply> SendAsync(Func<HttpRequestMessage> newMessage, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        StripeReply last = new StripeReply.NotSent("the caller gave up");
        var leftDoubt = false;
        try
        {
            await retries.ExecuteAsync(
                async token =>
                {
                    last = await AttemptAsync(newMessage, token);
                    leftDoubt |= last.LeavesDoubt;
                    return last;
                },
                either.Token
            );
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The time ran out between two attempts: what the last one found stands.
        }

        return leftDoubt ? WithEarlierDoubt(last) : last;
    }

    // "Nothing was done" is true of one attempt only. Once an earlier one may have been carried out, these answers to a
    // later one don't take that back. Others do: Stripe answers a repeated key with the first attempt's own result.
    private static StripeReply WithEarlierDoubt(StripeReply last) =>
        last switch
        {
            StripeReply.NotSent unsent => new StripeReply.Lost($"{unsent.Why}, after an attempt in doubt"),
            StripeReply.Answered { Status: 401 or 403 or 429 } answered => new StripeReply.Lost(
                $"status {answered.Status} after an attempt in doubt"
            )
            {
                RequestId = answered.RequestId,
            },
            _ => last,
        };

    private async Task<StripeReply> AttemptAsync(Func<HttpRequestMessage> newMessage, CancellationToken cancellation)
    {
        using var message = newMessage();
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await ReadAsync(response, cancellation);
        }
        catch (OperationCanceledException)
        {
            return Broken(message, "no answer in time", mayRetry: false);
        }
        catch (HttpRequestException failure)
        {
            return Broken(message, $"the connection failed ({failure.HttpRequestError})", mayRetry: true);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            return Broken(message, $"the answer broke off ({failure.GetType().Name})", mayRetry: true);
        }
    }

    private static StripeReply Broken(HttpRequestMessage message, string why, bool mayRetry) =>
        message.Content is StripeFormContent { WasTaken: false }
            ? new StripeReply.NotSent(why) { MayRetry = mayRetry }
            : new StripeReply.Lost(why) { MayRetry = mayRetry };

    private static async Task<StripeReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var requestId = Header(response, "Request-Id");
        using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > AnswerBytesMax)
            {
                return new StripeReply.Lost($"an answer of more than {AnswerBytesMax} bytes") { RequestId = requestId };
            }

            bytes.Write(buffer, 0, read);
        }

        return new StripeReply.Answered(
            (int)response.StatusCode,
            StripeObject.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))
        )
        {
            RequestId = requestId,
            MayRetry =
                response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests
                && Header(response, "Stripe-Should-Retry") != "false",
        };
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? RawText.Clip(values.FirstOrDefault(), 100) : null;
}
