using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Contract;

public abstract partial class PaymentStoreContract
{
    [Fact]
    public async Task A_decision_sees_the_session_and_its_card_and_no_payment_before_the_first()
    {
        var (session, card) = await AddSessionWithCardAsync();
        SessionToPay? seen = null;

        await ClaimAsync(session, to => seen = to);

        Assert.NotNull(seen);
        Assert.Equal(session.Id, seen.Session.Id);
        Assert.Equal(
            (session.MerchantAccountId, session.ExpiresAt, session.PaymentMethod),
            (seen.Session.MerchantAccountId, seen.Session.ExpiresAt, seen.Session.PaymentMethod)
        );
        Assert.Equal(1, seen.Session.Content.AmountMinorUnits);
        AssertSealed(card, seen.Card, card.Code);
        Assert.Null(seen.LastPayment);
    }

    [Fact]
    public async Task A_claim_stores_the_payment_as_the_session_s_last_and_wipes_the_code_and_nothing_else()
    {
        var (session, card) = await AddSessionWithCardAsync();
        var (other, otherCard) = await AddSessionWithCardAsync();

        var payment = await ClaimAsync(session);

        AssertSame(payment, await Store.FindAsync(payment.Id, None));
        var after = await Sessions.FindAsync(session.Id, None);
        Assert.Equal((session.PaymentMethod, session.ExpiresAt), (after!.PaymentMethod, after.ExpiresAt));
        Assert.Equal(1, after.Content.AmountMinorUnits);
        await AssertCardAsync(session, card, code: null);
        await AssertCardAsync(other, otherCard, otherCard.Code);
        AssertSame(payment, await LastPaymentAsync(session));
        Assert.Null(await LastPaymentAsync(other));
    }

    [Fact]
    public async Task A_card_without_a_code_is_claimed_too()
    {
        var (session, card) = await AddSessionWithCardAsync(hasCode: false);

        await ClaimAsync(session, to => Assert.Null(to.Card!.Code));

        await AssertCardAsync(session, card, code: null);
    }

    [Fact]
    public async Task The_next_decision_sees_the_last_payment_as_it_is_and_no_code()
    {
        var (session, _) = await AddSessionWithCardAsync();
        var first = await ClaimAsync(session);
        var failed = await ChangeAsync(first, known => known.Hears(Failure));
        SessionToPay? seen = null;

        var second = await ClaimAsync(session, to => seen = to);

        AssertSame(failed, seen!.LastPayment);
        Assert.Null(seen.Card!.Code);
        Assert.Equal(second.Id, (await LastPaymentAsync(session))!.Id);
    }

    [Fact]
    public async Task Of_two_payments_of_one_millisecond_the_one_that_was_stored_last_is_the_last()
    {
        var (session, _) = await AddSessionWithCardAsync();
        var moment = DateTimeOffset.UnixEpoch;
        for (var i = 0; i < 8; i++)
        {
            var stored = await ClaimAsync(session, _ => { }, PaymentId.New(moment));
            Assert.Equal(stored.Id, (await LastPaymentAsync(session))!.Id);
        }
    }

    [Fact]
    public async Task A_decision_sees_no_card_when_the_session_shows_none()
    {
        var bare = Samples.Session();
        await Sessions.AddAsync(bare, None);
        var (clicked, _) = await AddSessionWithCardAsync();
        await ChangeSessionAsync(
            clicked,
            new SessionChange.SaveWithoutCard(
                clicked with
                {
                    PaymentMethod = new SessionPaymentMethod.ClickToPay("m", "c", "d", null),
                }
            )
        );
        var seen = new List<SessionToPay>();

        foreach (var session in new[] { bare, clicked })
        {
            Assert.Equal(new PaymentProblem.NoPaymentMethod(), Refused(await RefuseAsync(session, seen.Add)));
        }

        Assert.Equal(2, seen.Count);
        Assert.All(seen, to => Assert.Null(to.Card));
        Assert.IsType<SessionPaymentMethod.ClickToPay>(seen[1].Session.PaymentMethod);
    }

    [Fact]
    public async Task A_claim_that_is_refused_writes_nothing()
    {
        var (session, card) = await AddSessionWithCardAsync();
        var id = PaymentId.New(Samples.Now);

        Assert.Equal(new PaymentProblem.NoPaymentMethod(), Refused(await RefuseAsync(session, _ => { }, id)));

        Assert.Null(await Store.FindAsync(id, None));
        await AssertUntouchedAsync(session, card);
    }

    [Fact]
    public async Task A_claim_whose_decision_throws_writes_nothing_and_says_so()
    {
        var (session, card) = await AddSessionWithCardAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RefuseAsync(session, _ => throw new InvalidOperationException("A bug."))
        );

        await AssertUntouchedAsync(session, card);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found_and_nobody_is_asked()
    {
        var unknown = Samples.Session();

        Assert.Equal(
            new PaymentProblem.Session(new SessionProblem.NotFound()),
            Refused(await RefuseAsync(unknown, _ => Assert.Fail("There is nothing to decide.")))
        );
    }

    [Fact]
    public async Task An_expired_session_is_claimed_because_expiry_is_for_the_rules()
    {
        var (session, _) = await AddSessionWithCardAsync(end: Samples.Now.AddYears(-10));

        await ClaimAsync(session);
    }

    [Fact]
    public async Task A_claim_with_an_id_that_is_taken_answers_the_payment_that_has_it_whatever_is_decided()
    {
        var (session, _) = await AddSessionWithCardAsync();
        var (other, otherCard) = await AddSessionWithCardAsync();
        var approved = await ChangeAsync(await ClaimAsync(session), known => known.Hears(Approved));

        foreach (var to in new[] { session, other })
        {
            var accepted = await Store.ClaimAsync(approved.Id, to.Id, _ => Begun() with { Id = approved.Id }, None);
            foreach (var again in new[] { Must(await RefuseAsync(to, _ => { }, approved.Id)), Must(accepted) })
            {
                Assert.False(again.IsNew);
                AssertSame(approved, again.Payment);
            }
        }

        AssertSame(approved, await Store.FindAsync(approved.Id, None));
        await AssertUntouchedAsync(other, otherCard);
    }

    [Fact]
    public async Task A_claim_with_an_id_that_another_merchant_account_has_taken_is_a_fault_and_writes_nothing()
    {
        var foreign = await AddAsync(Begun(Stranger));
        var (session, card) = await AddSessionWithCardAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => ClaimAsync(session, id: foreign.Id));

        AssertSame(foreign, await Store.FindAsync(foreign.Id, None));
        await AssertUntouchedAsync(session, card);
    }

    [Fact]
    public async Task Of_many_claims_of_one_session_each_sees_the_one_before()
    {
        var (session, _) = await AddSessionWithCardAsync();

        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        var id = PaymentId.New(Samples.Now);
                        return Store.ClaimAsync(
                            id,
                            session.Id,
                            to =>
                                to.LastPayment is { } last
                                    ? new PaymentProblem.InProgress(last.Id)
                                    : PaymentOf(to.Session, id),
                            None
                        );
                    })
                )
        );

        var won = Assert.Single(claims, claim => claim.TryGet(out _, out _));
        var winner = Must(won).Payment.Id;
        Assert.All(
            claims.Where(claim => !claim.TryGet(out _, out _)),
            claim => Assert.Equal(new PaymentProblem.InProgress(winner), Refused(claim))
        );
    }

    [Fact]
    public async Task A_claim_waits_for_a_change_of_the_session_and_sees_what_became_of_it()
    {
        var (session, _) = await AddSessionWithCardAsync();
        using var hold = new Hold(Sessions, session.Id);
        await hold.EnteredAsync();
        var amount = 0L;
        var claim = ClaimAsync(session, to => amount = to.Session.Content.AmountMinorUnits!.Value);
        Assert.False(claim.IsCompleted);

        hold.Release();

        await claim;
        Assert.Equal(2, amount);
        Assert.Null(await hold.Change);
    }

    [Fact]
    public async Task Later_changes_of_the_session_keep_its_last_payment_and_a_new_card_brings_a_new_code()
    {
        var (session, card) = await AddSessionWithCardAsync();
        var payment = await ClaimAsync(session);
        Assert.Null(await Sessions.ChangeAsync(session.Id, known => new SessionChange.Save(known.WithAmount(5)), None));
        await AssertCardAsync(session, card, code: null);
        var next = Samples.Card("kek-2");

        Assert.Null(await Sessions.ChangeAsync(session.Id, known => new SessionChange.SaveWithCard(known, next), None));

        Assert.Equal(payment.Id, (await LastPaymentAsync(session))!.Id);
        await AssertCardAsync(session, next, next.Code);
    }

    [Fact]
    public async Task A_wiped_code_stays_wiped_when_the_card_is_wrapped_anew()
    {
        var (session, card) = await AddSessionWithCardAsync();
        await ClaimAsync(session);
        var wrapped = Samples.Bytes(60);

        await Sessions.RewrapCardsAsync(
            "kek-2",
            (_, known) =>
                new SealedCard
                {
                    KeyId = "kek-2",
                    WrappedKey = wrapped,
                    Card = known.Card,
                    Code = known.Code,
                },
            10,
            None
        );

        var found = await Sessions.FindCardAsync(session.Id, None);
        Assert.Equal(wrapped, found!.WrappedKey);
        Assert.Equal(card.Card, found.Card);
        Assert.Null(found.Code);
    }

    [Fact]
    public async Task A_payment_outlives_its_session()
    {
        var (session, _) = await AddSessionWithCardAsync();
        var payment = await ClaimAsync(session);

        await ChangeSessionAsync(session, new SessionChange.Remove());

        AssertSame(payment, await Store.FindAsync(payment.Id, None));
    }
}
