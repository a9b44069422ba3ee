using Checkstand.Core.Sessions;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class SessionStoreContract
{
    [Fact]
    public async Task What_was_added_is_there_after_a_restart()
    {
        var session = await AddAsync(Samples.FullSession());

        await ReopenAsync();

        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task What_was_changed_is_there_after_a_restart()
    {
        var session = await AddAsync(Samples.Session());
        var card = Samples.Card();
        var withCard = await PutCardAsync(session, card);
        await ChangeAsync(session.Id, new SessionChange.Save(withCard.WithAmount(9)));

        await ReopenAsync();

        await AssertKeptAsync(withCard.WithAmount(9));
        await AssertCardAsync(session.Id, card);
    }

    [Fact]
    public async Task What_was_removed_stays_removed_after_a_restart()
    {
        var (removed, _) = await AddWithCardAsync();
        var (ended, _) = await AddWithCardAsync(End);
        await ChangeAsync(removed.Id, new SessionChange.Remove());
        await Store.RemoveCardsAsync(End, 100, CancellationToken.None);

        await ReopenAsync();

        Assert.Null(await Store.FindAsync(removed.Id, CancellationToken.None));
        Assert.False(await HasCardAsync(removed.Id));
        Assert.False(await HasCardAsync(ended.Id));
        Assert.Equal(0, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_wrapped_anew_is_so_after_a_restart()
    {
        var (session, card) = await AddWithCardAsync(keyId: "old");
        await Store.RewrapCardsAsync("new", Rewrapped, 10, CancellationToken.None);

        await ReopenAsync();

        await AssertCardAsync(session.Id, Rewrapped(session.Id, card));
    }

    [Fact]
    public async Task Nothing_is_forgotten_that_is_due_over_a_restart()
    {
        var (session, _) = await AddWithCardAsync(End);

        await ReopenAsync();

        Assert.Equal(1, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));
        Assert.Equal(1, await Store.RemoveSessionsAsync(End, 100, CancellationToken.None));
        Assert.Null(await Store.FindAsync(session.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_store_can_be_reopened_many_times()
    {
        var session = await AddAsync(Samples.Session().WithAmount(0));

        for (var i = 1; i <= 5; i++)
        {
            Assert.Null(await Store.ChangeAsync(session.Id, Increment, CancellationToken.None));
            await ReopenAsync();
            Assert.Equal(i, (await FindAsync(session.Id)).Content.AmountMinorUnits);
        }
    }

    [Fact]
    public async Task Every_acknowledged_write_of_a_crowd_is_there_after_a_restart()
    {
        var sessions = Enumerable.Range(0, 1000).Select(i => Samples.Session().WithAmount(i)).ToList();
        await Task.WhenAll(sessions.Select(session => Store.AddAsync(session, CancellationToken.None)));

        await ReopenAsync();

        foreach (var session in sessions)
        {
            await AssertKeptAsync(session);
        }
    }
}
