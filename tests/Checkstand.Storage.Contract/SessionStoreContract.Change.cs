using Checkstand.Core;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class SessionStoreContract
{
    // Longer than any machine needs; a store that hangs must fail the test, not the build.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<CardScheme> Schemes => [.. Enum.GetValues<CardScheme>()];

    [Fact]
    public async Task A_change_is_decided_on_what_was_last_acknowledged()
    {
        var session = await AddAsync(Samples.FullSession());
        CheckoutSession? seen = null;

        await Store.ChangeAsync(
            session.Id,
            current =>
            {
                seen = current;
                return new SessionChange.Save(current);
            },
            CancellationToken.None
        );

        Assert.Equal(session.Content[SessionField.Buyer], seen!.Content[SessionField.Buyer]);
        Assert.Equal(session.MerchantAccountId, seen.MerchantAccountId);
        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task A_saved_state_replaces_the_one_before()
    {
        var session = await AddAsync(Samples.FullSession());
        var after = session with
        {
            Content = Samples.Content((SessionField.Metadata, "{}")),
            ExpiresAt = session.ExpiresAt.AddMinutes(-5),
        };

        await ChangeAsync(session.Id, new SessionChange.Save(after));

        await AssertKeptAsync(after);
    }

    [Fact]
    public async Task A_refusal_is_handed_on_and_changes_nothing()
    {
        var (session, card) = await AddWithCardAsync();
        var refusal = new SessionProblem.Expired(Samples.Now);

        var answer = await Store.ChangeAsync(session.Id, _ => refusal, CancellationToken.None);

        Assert.Same(refusal, answer);
        await AssertKeptAsync(session);
        await AssertCardAsync(session.Id, card);
    }

    [Fact]
    public async Task A_change_of_an_unknown_session_is_not_found_and_not_decided()
    {
        var isAsked = false;

        var answer = await Store.ChangeAsync(
            SessionId.New(Samples.Now),
            session =>
            {
                isAsked = true;
                return new SessionChange.Save(session);
            },
            CancellationToken.None
        );

        Assert.Equal(new SessionProblem.NotFound(), answer);
        Assert.False(isAsked);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_card_of_every_scheme_is_kept(CardScheme scheme)
    {
        var method = new SessionPaymentMethod.Card(
            new CardDisplay("0005", "620000", scheme, new string('f', 64)),
            null
        );

        await AssertMethodKeptAsync(method);
    }

    [Fact]
    public async Task A_postal_code_is_kept() =>
        await AssertMethodKeptAsync(
            new SessionPaymentMethod.Card(new CardDisplay("4242", "424242", CardScheme.Visa, "f"), "〒100-8111 \"'\\")
        );

    [Theory]
    [InlineData(null)]
    [InlineData("flow")]
    public async Task A_click_to_pay_checkout_is_kept(string? flow) =>
        await AssertMethodKeptAsync(new SessionPaymentMethod.ClickToPay("tx-🛒", "correlation\n", "dpa/\"1\"", flow));

    [Fact]
    public async Task Changes_to_one_session_come_one_after_another()
    {
        var session = await AddAsync(Samples.Session().WithAmount(0));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ =>
                    Task.Run(() => Store.ChangeAsync(session.Id, Increment, CancellationToken.None).WaitAsync(Patience))
                )
        );

        Assert.All(answers, Assert.Null);
        Assert.Equal(200, (await FindAsync(session.Id)).Content.AmountMinorUnits);
    }

    [Fact]
    public async Task Only_one_of_many_removals_finds_the_session()
    {
        var session = await AddAsync(Samples.Session());

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    Task.Run(() =>
                        Store
                            .ChangeAsync(session.Id, _ => new SessionChange.Remove(), CancellationToken.None)
                            .WaitAsync(Patience)
                    )
                )
        );

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(49, answers.Count(answer => answer is SessionProblem.NotFound));
    }

    [Fact]
    public async Task A_decision_that_throws_is_handed_on_and_changes_nothing()
    {
        var (session, card) = await AddWithCardAsync();
        var bug = new InvalidOperationException("a bug in a decision");

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.ChangeAsync(session.Id, _ => throw bug, CancellationToken.None)
        );

        Assert.Same(bug, thrown);
        await AssertKeptAsync(session);
        await AssertCardAsync(session.Id, card);
    }

    // While the first change is held, the others gather: in a store that commits in groups they share a transaction.
    [Fact]
    public async Task A_decision_that_throws_hurts_nobody_that_came_with_it()
    {
        var held = await AddAsync(Samples.Session());
        var sessions = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => AddAsync(Samples.Session().WithAmount(0)))
        );
        using var hold = new Hold(Store, held.Id);
        await hold.EnteredAsync();

        var changes = sessions
            .Select(
                (session, index) =>
                    Store.ChangeAsync(
                        session.Id,
                        index % 4 == 1 ? _ => throw new InvalidOperationException($"bug {index}") : Increment,
                        CancellationToken.None
                    )
            )
            .ToList();
        hold.Release();
        await hold.Change.WaitAsync(Patience);

        for (var i = 0; i < sessions.Length; i++)
        {
            var isBad = i % 4 == 1;
            var failure = await Record.ExceptionAsync(() => changes[i].WaitAsync(Patience));
            Assert.Equal(isBad ? $"bug {i}" : null, failure?.Message);
            Assert.Equal(isBad ? 0 : 1, (await FindAsync(sessions[i].Id)).Content.AmountMinorUnits);
        }
    }

    [Fact]
    public async Task A_session_can_be_read_while_another_is_being_changed()
    {
        var (held, other) = (await AddAsync(Samples.Session()), await AddAsync(Samples.Session().WithAmount(5)));
        using var hold = new Hold(Store, held.Id);
        await hold.EnteredAsync();

        var found = await Task.Run(async () => await FindAsync(other.Id)).WaitAsync(Patience);
        var before = await Task.Run(async () => await FindAsync(held.Id)).WaitAsync(Patience);

        Assert.Equal(5, found.Content.AmountMinorUnits);
        Assert.False(before.Content[SessionField.Amount].IsPresent);
        hold.Release();
        Assert.Null(await hold.Change.WaitAsync(Patience));
        Assert.Equal(1, (await FindAsync(held.Id)).Content.AmountMinorUnits);
    }

    private async Task AssertMethodKeptAsync(SessionPaymentMethod method)
    {
        var session = await AddAsync(Samples.FullSession());
        var after = session with { PaymentMethod = method };

        await ChangeAsync(session.Id, new SessionChange.Save(after));

        await AssertKeptAsync(after);
    }
}
