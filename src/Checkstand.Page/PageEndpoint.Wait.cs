using Checkstand.Core.Checkouts;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Page;

internal sealed partial class PageEndpoint
{
    /// <summary>What the address of the page has behind it when the browser asks for the outcome and not for the page.</summary>
    public const string WaitQuery = "wait";

    // Shorter than what proxies give up after. A reader of screens begins anew with each page, so not much shorter.
    private static readonly TimeSpan OutcomeWait = TimeSpan.FromSeconds(25);

    // Another tab that is paying has stored so by then, and a page that can't listen asks no more often.
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The page once there is something new to show. The page that waits for a payment asks for this at once, and the browser
    /// shows it until this is answered: so it needs no script, shows the outcome the moment that it is known, and does not
    /// come anew every few seconds, which would interrupt whoever has it read out.
    /// </summary>
    public async Task ShowNextAsync(HttpContext context, string secret)
    {
        var found = await services.Checkouts.FindBySecretAsync(secret, context.RequestAborted);
        if (found.TryGet(out var parts, out _))
        {
            await WaitAsync(parts.Checkout.Id, secret, context.RequestAborted);
        }

        found = await FindAsync(secret, context.RequestAborted);
        if (!found.TryGet(out parts, out var problem))
        {
            await RefuseAsync(context, problem);
        }
        else if (parts.Checkout.Status == CheckoutStatus.Confirmed && !NeedsAction(parts))
        {
            await ShowAsync(context, secret, parts);
        }
        else
        {
            await PageAnswer.SeeOther(context, HereOf(context, secret), parts.Checkout);
        }
    }

    private async Task WaitAsync(CheckoutId checkout, string secret, CancellationToken aborted)
    {
        using var listener = services.Feed.Subscribe(checkout);
        // Looked at after the ear is there, so that nothing happens unheard in between.
        var found = await FindAsync(secret, aborted);
        if (
            !found.TryGet(out var parts, out _)
            || parts.Checkout.Status is not (CheckoutStatus.Confirmed or CheckoutStatus.Open)
            || NeedsAction(parts)
        )
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, services.Life.ApplicationStopping);
        ended.CancelAfter(listener is null || parts.Checkout.Status == CheckoutStatus.Open ? ShortWait : OutcomeWait);
        try
        {
            if (listener is null)
            {
                await Task.Delay(Timeout.Infinite, ended.Token);
            }
            else
            {
                await listener.News.WaitToReadAsync(ended.Token);
            }
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // Nothing happened for so long, or the server stops: the page is shown as it is.
        }
    }
}
