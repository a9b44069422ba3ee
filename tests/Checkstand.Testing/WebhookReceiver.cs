using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Testing;

/// <summary>What a receiver was sent.</summary>
public sealed record ReceivedWebhook(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>
    /// Whether the signature is right, as Standard Webhooks says it and the vendor's SDKs check it: written for the tests,
    /// with nothing of the server's.
    /// </summary>
    public bool IsSignedWith(string secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Headers["webhook-timestamp"]}."), .. Body];
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        return Headers["webhook-signature"] == expected;
    }
}

/// <summary>An HTTP server of this process that webhooks are sent to.</summary>
public sealed class WebhookReceiver : IDisposable
{
    private readonly HttpListener listener;
    private readonly ConcurrentQueue<ReceivedWebhook> received = new();

    public WebhookReceiver()
    {
        (listener, Url) = Listen();
        _ = AcceptAsync();
    }

    /// <summary>Its address.</summary>
    public Uri Url { get; }

    /// <summary>Answers what it was sent; 200 when not set.</summary>
    public Func<ReceivedWebhook, HttpListenerResponse, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Everything that arrived, in order.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. received];

    /// <summary>Answers with statuses one after the other, and with 200 after the last.</summary>
    public void AnswerWith(params int[] statuses)
    {
        var left = new ConcurrentQueue<int>(statuses);
        Answer = (_, response) =>
        {
            response.StatusCode = left.TryDequeue(out var status) ? status : 200;
            return Task.CompletedTask;
        };
    }

    public void Dispose() => listener.Close();

    private static (HttpListener Listener, Uri Url) Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var started = new HttpListener { Prefixes = { url } };
            try
            {
                started.Start();
                return (started, new Uri(url));
            }
            catch (HttpListenerException)
            {
                // Somebody took the port in between.
                started.Close();
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = ServeAsync(await listener.GetContextAsync());
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var headers = context.Request.Headers.AllKeys.ToDictionary(
                name => name!.ToLowerInvariant(),
                name => context.Request.Headers[name]!
            );
            var webhook = new ReceivedWebhook(headers, body.ToArray());
            received.Enqueue(webhook);
            await Answer(webhook, context.Response);
            context.Response.Close();
        }
        catch (Exception failure)
            when (failure
                    is HttpListenerException
                        or IOException
                        or ObjectDisposedException
                        or InvalidOperationException
            )
        {
            // The sender went away: killed, or out of patience.
        }
    }
}
