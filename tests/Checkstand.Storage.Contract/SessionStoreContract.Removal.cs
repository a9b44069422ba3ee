using Checkstand.Core.Sessions;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class SessionStoreContract
{
    private static readonly DateTimeOffset End = Samples.Now.AddHours(2);

    [Fact]
    public async Task Cards_are_removed_from_the_very_instant_at_which_their_session_ends()
    {
        var (before, _) = await AddWithCardAsync(End.AddMilliseconds(-1));
        var (at, _) = await AddWithCardAsync(End);
        var (after, _) = await AddWithCardAsync(End.AddMilliseconds(1));

        Assert.Equal(2, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));

        Assert.False(await HasCardAsync(before.Id));
        Assert.False(await HasCardAsync(at.Id));
        Assert.True(await HasCardAsync(after.Id));
    }

    [Fact]
    public async Task A_session_whose_card_was_removed_stays_and_shows_what_it_showed()
    {
        var (session, _) = await AddWithCardAsync(End);

        await Store.RemoveCardsAsync(End, 100, CancellationToken.None);

        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task Cards_are_removed_in_batches()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddWithCardAsync(End);
        }

        Assert.Equal(2, await Store.RemoveCardsAsync(End, 2, CancellationToken.None));
        Assert.Equal(2, await Store.RemoveCardsAsync(End, 2, CancellationToken.None));
        Assert.Equal(1, await Store.RemoveCardsAsync(End, 2, CancellationToken.None));
        Assert.Equal(0, await Store.RemoveCardsAsync(End, 2, CancellationToken.None));
    }

    [Fact]
    public async Task Sessions_without_a_card_do_not_count_among_the_removed_cards()
    {
        await AddAsync(Samples.Session(End));
        var (changed, _) = await AddWithCardAsync(End);
        await ChangeAsync(
            changed.Id,
            new SessionChange.SaveWithoutCard(
                changed with
                {
                    PaymentMethod = new SessionPaymentMethod.ClickToPay("t", "c", "d", null),
                }
            )
        );

        Assert.Equal(0, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));
    }

    [Fact]
    public async Task The_end_that_counts_is_the_latest_one()
    {
        var (longer, _) = await AddWithCardAsync(End);
        var (shorter, _) = await AddWithCardAsync(End.AddHours(1));
        await ChangeAsync(longer.Id, new SessionChange.Save(longer with { ExpiresAt = End.AddHours(1) }));
        await ChangeAsync(shorter.Id, new SessionChange.Save(shorter with { ExpiresAt = End }));

        Assert.Equal(1, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));

        Assert.True(await HasCardAsync(longer.Id));
        Assert.False(await HasCardAsync(shorter.Id));
    }

    // A card can come back when the clock is set back, and must not stay for good then.
    [Fact]
    public async Task A_card_that_comes_back_after_its_removal_is_removed_again()
    {
        var (session, _) = await AddWithCardAsync(End);
        await Store.RemoveCardsAsync(End, 100, CancellationToken.None);
        await PutCardAsync(session, Samples.Card());

        Assert.Equal(1, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));

        Assert.False(await HasCardAsync(session.Id));
    }

    [Fact]
    public async Task A_card_that_replaces_another_is_removed_at_the_end()
    {
        var (session, _) = await AddWithCardAsync(End);
        await PutCardAsync(session, Samples.Card());

        Assert.Equal(1, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));

        Assert.False(await HasCardAsync(session.Id));
    }

    [Fact]
    public async Task A_card_that_follows_another_payment_method_is_removed_at_the_end()
    {
        var session = await AddAsync(Samples.Session(End));
        var clickToPay = session with { PaymentMethod = new SessionPaymentMethod.ClickToPay("t", "c", "d", null) };
        await ChangeAsync(session.Id, new SessionChange.SaveWithoutCard(clickToPay));
        await PutCardAsync(clickToPay, Samples.Card());

        Assert.Equal(1, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));

        Assert.False(await HasCardAsync(session.Id));
    }

    [Fact]
    public async Task Sessions_are_removed_with_their_cards_from_the_very_instant()
    {
        var (at, _) = await AddWithCardAsync(End);
        var without = await AddAsync(Samples.Session(End));
        var (after, card) = await AddWithCardAsync(End.AddMilliseconds(1));

        Assert.Equal(2, await Store.RemoveSessionsAsync(End, 100, CancellationToken.None));

        Assert.Null(await Store.FindAsync(at.Id, CancellationToken.None));
        Assert.Null(await Store.FindAsync(without.Id, CancellationToken.None));
        Assert.False(await HasCardAsync(at.Id));
        await AssertKeptAsync(after);
        await AssertCardAsync(after.Id, card);
    }

    [Fact]
    public async Task Sessions_are_removed_in_batches()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddAsync(Samples.Session(End));
        }

        Assert.Equal(3, await Store.RemoveSessionsAsync(End, 3, CancellationToken.None));
        Assert.Equal(2, await Store.RemoveSessionsAsync(End, 3, CancellationToken.None));
        Assert.Equal(0, await Store.RemoveSessionsAsync(End, 3, CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_store_has_nothing_to_remove_or_to_wrap_anew()
    {
        Assert.Equal(0, await Store.RemoveCardsAsync(End, 100, CancellationToken.None));
        Assert.Equal(0, await Store.RemoveSessionsAsync(End, 100, CancellationToken.None));
        Assert.Equal(0, await Store.RewrapCardsAsync("new", Rewrapped, 100, CancellationToken.None));
    }

    [Fact]
    public async Task A_store_at_rest_is_scrubbed_at_once()
    {
        Assert.True(await Store.ScrubAsync(CancellationToken.None));

        var (session, _) = await AddWithCardAsync(End);
        await ChangeAsync(session.Id, new SessionChange.Remove());

        Assert.True(await Store.ScrubAsync(CancellationToken.None));
        Assert.True(await Store.ScrubAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Scrubbing_loses_nothing_that_was_not_removed()
    {
        var (session, card) = await AddWithCardAsync(End);
        var (gone, _) = await AddWithCardAsync(End);
        await ChangeAsync(gone.Id, new SessionChange.Remove());

        await Store.ScrubAsync(CancellationToken.None);

        await AssertKeptAsync(session);
        await AssertCardAsync(session.Id, card);
    }
}
