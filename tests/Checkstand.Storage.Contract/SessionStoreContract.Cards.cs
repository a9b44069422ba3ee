using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class SessionStoreContract
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_card_is_kept_with_the_session_that_shows_it(bool hasCode)
    {
        var session = await AddAsync(Samples.FullSession());
        var card = Samples.Card(hasCode: hasCode);

        var after = await PutCardAsync(session, card);

        await AssertKeptAsync(after);
        await AssertCardAsync(session.Id, card);
    }

    [Fact]
    public async Task A_second_card_takes_the_place_of_the_first()
    {
        var (session, _) = await AddWithCardAsync();
        var second = Samples.Card("kek-2");

        await PutCardAsync(session, second);

        await AssertCardAsync(session.Id, second);
    }

    // Parameters of prepared statements keep the type of their first value in some drivers.
    [Fact]
    public async Task Cards_with_and_without_a_code_follow_each_other()
    {
        var session = await AddAsync(Samples.Session());

        foreach (var hasCode in new[] { false, true, false, true, true, false, false })
        {
            var card = Samples.Card(hasCode: hasCode);
            await PutCardAsync(session, card);
            await AssertCardAsync(session.Id, card);
        }
    }

    [Fact]
    public async Task Saving_the_session_alone_leaves_its_card_alone()
    {
        var (session, card) = await AddWithCardAsync();

        await ChangeAsync(session.Id, new SessionChange.Save(session.WithAmount(3)));

        await AssertCardAsync(session.Id, card);
    }

    [Fact]
    public async Task Another_payment_method_removes_the_card()
    {
        var (session, _) = await AddWithCardAsync();
        var after = session with { PaymentMethod = new SessionPaymentMethod.ClickToPay("t", "c", "d", null) };

        await ChangeAsync(session.Id, new SessionChange.SaveWithoutCard(after));

        Assert.False(await HasCardAsync(session.Id));
        await AssertKeptAsync(after);
    }

    [Fact]
    public async Task Another_payment_method_on_a_session_without_a_card_is_just_kept()
    {
        var session = await AddAsync(Samples.Session());
        var after = session with { PaymentMethod = new SessionPaymentMethod.ClickToPay("t", "c", "d", null) };

        await ChangeAsync(session.Id, new SessionChange.SaveWithoutCard(after));

        await AssertKeptAsync(after);
    }

    [Fact]
    public async Task A_card_after_another_payment_method_is_kept()
    {
        var session = await AddAsync(Samples.Session());
        var after = session with { PaymentMethod = new SessionPaymentMethod.ClickToPay("t", "c", "d", null) };
        await ChangeAsync(session.Id, new SessionChange.SaveWithoutCard(after));
        var card = Samples.Card();

        await PutCardAsync(after, card);

        await AssertCardAsync(session.Id, card);
    }

    [Fact]
    public async Task Removing_a_session_removes_its_card_and_no_other()
    {
        var (session, _) = await AddWithCardAsync();
        var (other, otherCard) = await AddWithCardAsync();

        await ChangeAsync(session.Id, new SessionChange.Remove());

        Assert.Null(await Store.FindAsync(session.Id, CancellationToken.None));
        Assert.False(await HasCardAsync(session.Id));
        await AssertKeptAsync(other);
        await AssertCardAsync(other.Id, otherCard);
    }

    [Fact]
    public async Task Cards_under_other_keys_are_wrapped_anew_in_batches_until_none_is_left()
    {
        var ids = new List<SessionId>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await AddWithCardAsync(keyId: $"old-{i % 2}")).Session.Id);
        }

        var batches = new List<int>();
        do
        {
            batches.Add(await Store.RewrapCardsAsync("new", Rewrapped, 2, CancellationToken.None));
        } while (batches[^1] > 0);

        Assert.Equal([2, 2, 1, 0], batches);
        foreach (var id in ids)
        {
            Assert.Equal("new", (await Store.FindCardAsync(id, CancellationToken.None))!.KeyId);
        }
    }

    [Fact]
    public async Task Each_card_is_wrapped_anew_with_its_own_session_and_stays_itself()
    {
        var (session, card) = await AddWithCardAsync(keyId: "old");
        var (other, otherCard) = await AddWithCardAsync(keyId: "old");
        var asked = new Dictionary<SessionId, SealedCard>();

        await Store.RewrapCardsAsync(
            "new",
            (id, current) =>
            {
                asked[id] = current;
                return Rewrapped(id, current);
            },
            10,
            CancellationToken.None
        );

        Assert.Equal(card.WrappedKey, asked[session.Id].WrappedKey);
        Assert.Equal(otherCard.WrappedKey, asked[other.Id].WrappedKey);
        await AssertCardAsync(session.Id, Rewrapped(session.Id, card));
        await AssertCardAsync(other.Id, Rewrapped(other.Id, otherCard));
        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task A_card_under_the_wanted_key_is_not_touched()
    {
        var (session, card) = await AddWithCardAsync(keyId: "new");

        Assert.Equal(0, await Store.RewrapCardsAsync("new", Rewrapped, 10, CancellationToken.None));

        await AssertCardAsync(session.Id, card);
    }

    [Fact]
    public async Task A_wrap_that_throws_is_handed_on_and_leaves_the_whole_batch_as_it_was()
    {
        var (session, card) = await AddWithCardAsync(keyId: "old");
        var (other, otherCard) = await AddWithCardAsync(keyId: "old");
        var asked = 0;

        await Assert.ThrowsAsync<KeyNotFoundException>(() =>
            Store.RewrapCardsAsync(
                "new",
                (id, current) => ++asked % 2 == 0 ? throw new KeyNotFoundException() : Rewrapped(id, current),
                10,
                CancellationToken.None
            )
        );

        await AssertCardAsync(session.Id, card);
        await AssertCardAsync(other.Id, otherCard);
    }

    [Fact]
    public async Task No_reader_misses_a_card_while_all_are_wrapped_anew()
    {
        var ids = new List<SessionId>();
        for (var i = 0; i < 30; i++)
        {
            ids.Add((await AddWithCardAsync(keyId: "0")).Session.Id);
        }

        using var stop = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var reads = 0;
            while (!stop.IsCancellationRequested)
            {
                Assert.True(await HasCardAsync(ids[reads % ids.Count]), $"Card {reads % ids.Count} was missed.");
                reads++;
            }

            return reads;
        });
        for (var round = 1; round <= 20; round++)
        {
            var key = $"{round}";
            while (await Store.RewrapCardsAsync(key, (_, card) => Under(key, card), 7, CancellationToken.None) > 0) { }
        }

        await stop.CancelAsync();
        Assert.True(await reader.WaitAsync(Patience) > 0);
    }

    private static SealedCard Rewrapped(SessionId id, SealedCard card) =>
        new()
        {
            KeyId = "new",
            WrappedKey = [.. id.ToBytes(), .. card.WrappedKey],
            Card = card.Card,
            Code = card.Code,
        };

    private static SealedCard Under(string keyId, SealedCard card) =>
        new()
        {
            KeyId = keyId,
            WrappedKey = card.WrappedKey,
            Card = card.Card,
            Code = card.Code,
        };
}
