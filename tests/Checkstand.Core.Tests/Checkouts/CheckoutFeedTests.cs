using Checkstand.Core.Checkouts;
using Xunit;

namespace Checkstand.Core.Tests.Checkouts;

/// <summary>What listeners of a checkout hear, and what holds a checkout.</summary>
public sealed class CheckoutFeedTests
{
    private static readonly CheckoutNews Open = new CheckoutNews.Updated(CheckoutStatus.Open);

    private readonly CheckoutFeed feed = new();

    [Fact]
    public void Everybody_who_listens_to_a_checkout_hears_its_news_and_no_others()
    {
        var (one, other) = (CheckoutId.New(DateTimeOffset.UnixEpoch), CheckoutId.New(DateTimeOffset.UnixEpoch));
        using var first = feed.Subscribe(one)!;
        using var second = feed.Subscribe(one)!;
        using var stranger = feed.Subscribe(other)!;

        feed.Publish(one, Open);
        feed.Publish(CheckoutId.New(DateTimeOffset.UnixEpoch), Open);

        Assert.True(first.News.TryRead(out var heard));
        Assert.Equal(Open, heard);
        Assert.True(second.News.TryRead(out _));
        Assert.False(stranger.News.TryRead(out _));
    }

    [Fact]
    public void Who_has_stopped_hears_nothing_more()
    {
        var id = CheckoutId.New(DateTimeOffset.UnixEpoch);
        var listener = feed.Subscribe(id)!;
        listener.Dispose();
        listener.Dispose();
        feed.Publish(id, Open);
        Assert.False(listener.News.TryRead(out _));
        Assert.True(listener.News.Completion.IsCompleted);
    }

    [Fact]
    public void Who_does_not_keep_up_misses_the_oldest_and_never_the_latest()
    {
        var id = CheckoutId.New(DateTimeOffset.UnixEpoch);
        using var listener = feed.Subscribe(id)!;
        for (var i = 0; i < 1000; i++)
        {
            feed.Publish(id, Open);
        }

        feed.Publish(id, new CheckoutNews.OrderCreated());

        var heard = new List<CheckoutNews>();
        while (listener.News.TryRead(out var news))
        {
            heard.Add(news);
        }

        Assert.InRange(heard.Count, 1, 100);
        Assert.Equal(new CheckoutNews.OrderCreated(), heard[^1]);
    }

    [Fact]
    public void Listeners_of_one_checkout_are_few_and_make_room_for_others()
    {
        var id = CheckoutId.New(DateTimeOffset.UnixEpoch);
        var listeners = new List<CheckoutListener>();
        while (feed.Subscribe(id) is { } listener)
        {
            listeners.Add(listener);
            Assert.True(listeners.Count < 1000);
        }

        Assert.NotNull(feed.Subscribe(CheckoutId.New(DateTimeOffset.UnixEpoch)));
        listeners[0].Dispose();
        Assert.NotNull(feed.Subscribe(id));
    }

    [Fact]
    public void A_lock_is_held_by_one_until_it_is_let_go()
    {
        var locks = new CheckoutLocks();
        var id = CheckoutId.New(DateTimeOffset.UnixEpoch);
        var hold = locks.TryTake(id);
        Assert.NotNull(hold);
        Assert.Null(locks.TryTake(id));
        Assert.NotNull(locks.TryTake(CheckoutId.New(DateTimeOffset.UnixEpoch)));

        hold.Dispose();
        var next = locks.TryTake(id);
        Assert.NotNull(next);
        // Who lets go twice does not take the lock from the next.
        hold.Dispose();
        Assert.Null(locks.TryTake(id));
    }
}
