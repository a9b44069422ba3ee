using System.Threading.Channels;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// Tells whoever listens to a checkout what happens to it, within this process: a page that waits for its payment. Nothing
/// is kept for those who are not listening, because a checkout can be asked at any time.
/// </summary>
public sealed class CheckoutFeed
{
    // A page listens once or twice; more is somebody who wants to fill memory.
    private const int ListenersMax = 16;

    // A listener holds a connection and some kB for ten minutes; a tenth of the connections that the server takes.
    private const int AllListenersMax = 1_000;

    // Few things happen to a checkout in the time that a listener needs to write one of them out.
    private const int WaitingMax = 64;

    private readonly Lock changing = new();
    private readonly Dictionary<CheckoutId, List<CheckoutListener>> listeners = [];
    private int count;

    /// <summary>Tells the listeners of a checkout. Never waits: who doesn't keep up misses the oldest news.</summary>
    public void Publish(CheckoutId checkout, CheckoutNews news)
    {
        lock (changing)
        {
            foreach (var listener in listeners.GetValueOrDefault(checkout) ?? [])
            {
                listener.Tell(news);
            }
        }
    }

    /// <summary>Begins to listen.</summary>
    /// <returns>
    /// What is told from now on, until it is disposed; null when too many listen already, to this checkout (16) or to all
    /// (1000).
    /// </returns>
    public CheckoutListener? Subscribe(CheckoutId checkout)
    {
        lock (changing)
        {
            var all = listeners.GetValueOrDefault(checkout);
            if (count >= AllListenersMax || all?.Count >= ListenersMax)
            {
                return null;
            }

            if (all is null)
            {
                listeners[checkout] = all = [];
            }

            var listener = new CheckoutListener(this, checkout, WaitingMax);
            all.Add(listener);
            count++;
            return listener;
        }
    }

    internal void Remove(CheckoutListener listener)
    {
        lock (changing)
        {
            if (!listeners.TryGetValue(listener.Checkout, out var all) || !all.Remove(listener))
            {
                return;
            }

            count--;
            if (all.Count == 0)
            {
                listeners.Remove(listener.Checkout);
            }
        }
    }
}

/// <summary>One who listens to a checkout.</summary>
public sealed class CheckoutListener : IDisposable
{
    private readonly CheckoutFeed feed;
    private readonly Channel<CheckoutNews> waiting;

    internal CheckoutListener(CheckoutFeed feed, CheckoutId checkout, int waitingMax)
    {
        this.feed = feed;
        Checkout = checkout;
        waiting = Channel.CreateBounded<CheckoutNews>(
            new BoundedChannelOptions(waitingMax) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
        );
    }

    /// <summary>What happens, in order.</summary>
    public ChannelReader<CheckoutNews> News => waiting.Reader;

    internal CheckoutId Checkout { get; }

    internal void Tell(CheckoutNews news) => waiting.Writer.TryWrite(news);

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        feed.Remove(this);
        waiting.Writer.TryComplete();
    }
}

/// <summary>Something that happened to a checkout (contract polar section 1.4). A closed set.</summary>
public abstract record CheckoutNews
{
    private CheckoutNews() { }

    /// <summary>It changed: an update, a confirmation, a success, a failure, its end.</summary>
    public sealed record Updated(CheckoutStatus Status) : CheckoutNews;

    /// <summary>Its order was made.</summary>
    public sealed record OrderCreated : CheckoutNews;

    /// <summary>Its subscription was made or changed.</summary>
    public sealed record SubscriptionCreated : CheckoutNews;

    /// <summary>The webhook about a change was delivered, or nobody wanted one.</summary>
    public sealed record WebhookDelivered(CheckoutStatus Status) : CheckoutNews;
}
