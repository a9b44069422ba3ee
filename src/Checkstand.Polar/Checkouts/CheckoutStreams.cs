using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary>The event streams of checkouts (contract section 1.4).</summary>
/// <param name="feed">What happens to checkouts.</param>
/// <param name="webhooks">Knows whether anybody wants to hear of a change by webhook.</param>
/// <param name="clock">The service's clock, which ends streams.</param>
/// <param name="stopping">Ends all streams, because the server stops.</param>
public sealed class CheckoutStreams(
    CheckoutFeed feed,
    IWebhookStore webhooks,
    TimeProvider clock,
    CancellationToken stopping
)
{
    // As the vendor's server: proxies give a silent connection up after a minute or less.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(15);

    // A page that waits longer than this comes again.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    // How soon a moved clock is noticed.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Tells what happens to a checkout until its time, the client or the server ends.</summary>
    /// <returns>False when too many listen already; nothing was answered then.</returns>
    internal async Task<bool> RunAsync(HttpContext context, CheckoutId checkout, OrganizationId seller)
    {
        using var listener = feed.Subscribe(checkout);
        if (listener is null)
        {
            return false;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            // The stream's time counts from before its first byte, so that whoever has seen that can move the clock.
            var began = clock.GetUtcNow();
            await StartAsync(context, ended.Token);
            await TellAsync(context.Response, listener, seller, began, ended.Token);
            await SendReconnectAsync(context);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            await SendReconnectAsync(context);
        }

        return true;
    }

    private static async Task StartAsync(HttpContext context, CancellationToken cancellation)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        // Proxies that gather answers would keep the news to themselves.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.StartAsync(cancellation);
        await response.Body.FlushAsync(cancellation);
    }

    private async Task TellAsync(
        HttpResponse response,
        CheckoutListener listener,
        OrganizationId seller,
        DateTimeOffset began,
        CancellationToken cancellation
    )
    {
        var endsAt = began + Life;
        var pingAt = began + PingEvery;
        Task<bool>? news = null;
        while (clock.GetUtcNow() < endsAt)
        {
            while (listener.News.TryRead(out var happened))
            {
                await SendAsync(response, happened, cancellation);
                if (
                    happened is CheckoutNews.Updated(var status)
                    && !await webhooks.IsWantedAsync(seller, EventType.CheckoutUpdated, cancellation)
                )
                {
                    await SendAsync(response, new CheckoutNews.WebhookDelivered(status), cancellation);
                }
            }

            if (clock.GetUtcNow() is var now && now >= pingAt)
            {
                pingAt = now + PingEvery;
                await response.WriteAsync(": ping\n\n", cancellation);
            }

            await response.Body.FlushAsync(cancellation);
            news ??= listener.News.WaitToReadAsync(cancellation).AsTask();
            await Task.WhenAny(news, Task.Delay(Tick, TimeProvider.System, cancellation));
            cancellation.ThrowIfCancellationRequested();
            news = news.IsCompleted ? null : news;
        }
    }

    private static Task SendAsync(HttpResponse response, CheckoutNews news, CancellationToken cancellation) =>
        response.WriteAsync($"data: {Text(news)}\n\n", cancellation);

    private static async Task SendReconnectAsync(HttpContext context)
    {
        if (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync("data: {\"type\":\"reconnect\"}\n\n", CancellationToken.None);
        }
    }

    private static string Text(CheckoutNews news) =>
        System.Text.Encoding.UTF8.GetString(
            AnswerBuffer.Write(
                news,
                static (writer, happened) =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("id"u8, RandomId.New());
                    writer.WriteString("key"u8, KeyOf(happened));
                    writer.WriteStartObject("payload"u8);
                    if (StatusOf(happened) is { } status)
                    {
                        writer.WriteString("status"u8, CheckoutWords.Of(status));
                    }

                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }
            )
        );

    private static string KeyOf(CheckoutNews news) =>
        news switch
        {
            CheckoutNews.Updated => "checkout.updated",
            CheckoutNews.OrderCreated => "checkout.order_created",
            CheckoutNews.SubscriptionCreated => "checkout.subscription_created",
            CheckoutNews.WebhookDelivered => "checkout.webhook_event_delivered",
            _ => throw new UnreachableException($"No key is defined for {news}."),
        };

    private static CheckoutStatus? StatusOf(CheckoutNews news) =>
        news switch
        {
            CheckoutNews.Updated(var status) => status,
            CheckoutNews.WebhookDelivered(var status) => status,
            _ => null,
        };
}
