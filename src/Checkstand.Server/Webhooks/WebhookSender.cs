using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Checkstand.Core.Webhooks;

namespace Checkstand.Server.Webhooks;

/// <summary>
/// Sends webhooks over HTTP. Nothing that a receiver does can hold this up or fill memory: one deadline over all, a bound
/// on what is read, no redirects, no cookies, no proxy.
/// </summary>
internal sealed class WebhookSender : IWebhookSender, IDisposable
{
    // As the contract has it (section 5), from the look-up of the name to the last byte that is read.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    // A name that moves to other addresses is noticed by then.
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ConnectionIdle = TimeSpan.FromSeconds(30);

    // What a person needs to see what is wrong.
    private const int ResponseBytesMax = 1024;
    private const int HeadersKibibytesMax = 16;

    private readonly HttpClient http;

    // Receivers compare with a clock of their own, so this is never the sandbox's, which moves.
    private readonly TimeProvider realClock;

    public WebhookSender(WebhookDialer dialer, TimeProvider realClock)
    {
        this.realClock = realClock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = Deadline,
            PooledConnectionLifetime = ConnectionLife,
            PooledConnectionIdleTimeout = ConnectionIdle,
            MaxResponseHeadersLength = HeadersKibibytesMax,
            // What is left of an answer is not read to save its connection.
            MaxResponseDrainSize = 0,
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancellation) => dialer.ConnectAsync(context.DnsEndPoint, cancellation),
        };
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => http.Dispose();

    public async Task<DeliveryOutcome> SendAsync(
        string url,
        Guid id,
        string secret,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation
    )
    {
        using var deadline = new CancellationTokenSource(Deadline, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        int? code = null;
        try
        {
            using var request = Request(url, id, secret, body);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            code = (int)response.StatusCode;
            return new DeliveryOutcome(response.IsSuccessStatusCode, code, await ReadAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryOutcome(
                false,
                code,
                string.Create(CultureInfo.InvariantCulture, $"No whole answer within {Deadline.TotalSeconds} seconds.")
            );
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new DeliveryOutcome(false, code, ReasonOf(failure));
        }
    }

    private HttpRequestMessage Request(string url, Guid id, string secret, ReadOnlyMemory<byte> body)
    {
        var timestamp = realClock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("user-agent", "checkstand webhooks");
        request.Headers.Add("webhook-id", id.ToString("D"));
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, id, timestamp, body.Span));
        return request;
    }

    private static async Task<string?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var start = new byte[ResponseBytesMax];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        if (length == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(start, 0, length);
        return string.Concat(text.Where(character => character >= ' ' || character is '\n' or '\t'));
    }

    private static string ReasonOf(Exception failure) =>
        failure switch
        {
            { InnerException: AddressRefusedException refused } => refused.Message,
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                "The host's name can't be resolved.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                "No secure connection: the host's certificate or TLS version is not accepted.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
                "The host can't be reached, or refuses the connection.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                "The answer's headers are too long.",
            _ => "The connection broke, or the answer is no HTTP.",
        };
}
