using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Sessions;

public sealed class CheckoutSessionTests
{
    private static readonly SessionPaymentMethod Method = new SessionPaymentMethod.Card(
        new CardDisplay("1111", "411111", CardScheme.Visa, new string('a', 64)),
        "SW1A 1AA"
    );

    [Fact]
    public void A_session_lives_for_an_hour_when_its_creator_is_silent() =>
        Assert.Equal(Now.AddHours(1), CheckoutSession.Create(Owner, SessionPatch.Silent, Now).ExpiresAt);

    [Fact]
    public void A_session_lives_as_long_as_its_creator_says()
    {
        var session = CheckoutSession.Create(
            Owner,
            new SessionPatch(SessionContent.Empty, TimeSpan.FromSeconds(86_400)),
            Now
        );

        Assert.Equal(Now.AddDays(1), session.ExpiresAt);
    }

    [Fact]
    public void A_new_session_belongs_to_its_creator_and_shows_no_payment_method()
    {
        var session = CheckoutSession.Create(Owner, SessionPatch.Silent, Now);

        Assert.Equal(Owner, session.MerchantAccountId);
        Assert.Equal(Now, session.CreatedAt);
        Assert.Null(session.PaymentMethod);
        Assert.All(session.Content.Slots(), slot => Assert.False(slot.IsPresent));
    }

    [Fact]
    public void A_null_in_a_create_says_nothing()
    {
        var session = CheckoutSession.Create(
            Owner,
            Patch((SessionField.Buyer, "null"), (SessionField.Amount, "5")),
            Now
        );

        Assert.False(session.Content[SessionField.Buyer].IsPresent);
        Assert.Equal(5, session.Content.AmountMinorUnits);
    }

    [Fact]
    public void Both_instants_of_a_session_are_cut_to_milliseconds()
    {
        var session = CheckoutSession.Create(
            Owner,
            new SessionPatch(SessionContent.Empty, TimeSpan.FromSeconds(3600.0009)),
            Now + TimeSpan.FromTicks(12_349_999)
        );

        Assert.Equal(Now + TimeSpan.FromMilliseconds(1234), session.CreatedAt);
        Assert.Equal(Now + TimeSpan.FromMilliseconds(1234 + 3_600_000), session.ExpiresAt);
    }

    [Fact]
    public void Instants_are_kept_in_UTC()
    {
        var session = CheckoutSession.Create(Owner, SessionPatch.Silent, Now.ToOffset(TimeSpan.FromHours(9)));

        Assert.Equal(TimeSpan.Zero, session.CreatedAt.Offset);
        Assert.Equal(TimeSpan.Zero, session.ExpiresAt.Offset);
    }

    [Fact]
    public void An_update_keeps_what_is_absent_clears_what_is_null_and_replaces_what_has_a_value()
    {
        var session = CheckoutSession.Create(
            Owner,
            Patch(
                (SessionField.Metadata, """{"cohort":"a","x":"1"}"""),
                (SessionField.Currency, "\"GBP\""),
                (SessionField.Amount, "1299")
            ),
            Now
        );

        var updated = Must(
            session.Update(
                Owner,
                Patch((SessionField.Metadata, """{"cohort":"b"}"""), (SessionField.Currency, "null")),
                Now
            )
        );

        // Replaced as a whole: the key "x" is gone.
        Assert.Equal(Json("""{"cohort":"b"}"""), updated.Content[SessionField.Metadata]);
        Assert.False(updated.Content[SessionField.Currency].IsPresent);
        Assert.Equal(1299, updated.Content.AmountMinorUnits);
    }

    [Fact]
    public void An_update_changes_neither_identity_nor_payment_method()
    {
        var session = Must(Open().WithPaymentMethod(Method, null, Now));

        var updated = Must(session.Update(Owner, Patch((SessionField.Amount, "1")), Now.AddMinutes(1)));

        Assert.Equal(session.Id, updated.Id);
        Assert.Equal(session.CreatedAt, updated.CreatedAt);
        Assert.Equal(session.MerchantAccountId, updated.MerchantAccountId);
        Assert.Equal(Method, updated.PaymentMethod);
    }

    [Fact]
    public void The_session_before_an_update_stays_as_it_was()
    {
        var session = CheckoutSession.Create(Owner, Patch((SessionField.Amount, "1")), Now);

        Must(session.Update(Owner, Patch((SessionField.Amount, "2")), Now));

        Assert.Equal(1, session.Content.AmountMinorUnits);
    }

    [Fact]
    public void A_life_in_an_update_counts_from_the_update()
    {
        var later = Now.AddMinutes(50);

        var updated = Must(
            Open().Update(Owner, new SessionPatch(SessionContent.Empty, TimeSpan.FromSeconds(7200)), later)
        );

        Assert.Equal(later.AddHours(2), updated.ExpiresAt);
    }

    [Fact]
    public void A_life_in_an_update_can_bring_the_end_closer()
    {
        var session = CheckoutSession.Create(Owner, new SessionPatch(SessionContent.Empty, TimeSpan.FromDays(1)), Now);

        var updated = Must(
            session.Update(Owner, new SessionPatch(SessionContent.Empty, TimeSpan.FromHours(1)), Now.AddHours(2))
        );

        Assert.Equal(Now.AddHours(3), updated.ExpiresAt);
    }

    [Fact]
    public void An_update_without_a_life_keeps_the_end()
    {
        var session = Open();

        Assert.Equal(session.ExpiresAt, Must(session.Update(Owner, SessionPatch.Silent, Now.AddMinutes(59))).ExpiresAt);
    }

    [Fact]
    public void A_life_in_an_update_is_cut_to_milliseconds()
    {
        var updated = Must(
            Open()
                .Update(
                    Owner,
                    new SessionPatch(SessionContent.Empty, TimeSpan.FromHours(1)),
                    Now + TimeSpan.FromTicks(19_999)
                )
        );

        Assert.Equal(Now.AddHours(1) + TimeSpan.FromMilliseconds(1), updated.ExpiresAt);
    }

    [Fact]
    public void An_expired_session_refuses_an_update() =>
        Assert.Equal(
            new SessionProblem.Expired(Now.AddHours(1)),
            Refused(Open().Update(Owner, SessionPatch.Silent, Now.AddHours(1)))
        );

    [Fact]
    public void A_foreign_session_refuses_an_update_as_if_it_did_not_exist() =>
        Assert.Equal(new SessionProblem.NotFound(), Refused(Open().Update(Stranger, SessionPatch.Silent, Now)));

    [Fact]
    public void A_foreign_session_is_not_found_before_it_is_expired()
    {
        var session = Open();

        Assert.Equal(new SessionProblem.NotFound(), session.RefusalAt(session.ExpiresAt, Stranger));
        Assert.Equal(
            new SessionProblem.NotFound(),
            Refused(session.Update(Stranger, SessionPatch.Silent, session.ExpiresAt))
        );
    }

    [Fact]
    public void A_session_is_good_until_the_very_instant_of_its_end()
    {
        var session = Open();

        Assert.Null(session.RefusalAt(session.ExpiresAt - TimeSpan.FromTicks(1)));
        Assert.Null(session.RefusalAt(session.ExpiresAt - TimeSpan.FromTicks(1), Owner));
        Assert.Equal(new SessionProblem.Expired(session.ExpiresAt), session.RefusalAt(session.ExpiresAt));
        Assert.Equal(new SessionProblem.Expired(session.ExpiresAt), session.RefusalAt(session.ExpiresAt, Owner));
    }

    [Fact]
    public void A_payment_method_leaves_the_end_where_it_is()
    {
        var session = Open();

        var attached = Must(session.WithPaymentMethod(Method, null, Now.AddMinutes(30)));

        Assert.Equal(Method, attached.PaymentMethod);
        Assert.Equal(session.ExpiresAt, attached.ExpiresAt);
    }

    // Gr4vy's older reference page: receipt of the fields moves expires_at to five minutes later.
    [Fact]
    public void A_payment_method_moves_the_end_when_a_life_is_set()
    {
        var receipt = Now.AddMinutes(30) + TimeSpan.FromTicks(9_999);

        var attached = Must(Open().WithPaymentMethod(Method, TimeSpan.FromSeconds(300), receipt));

        Assert.Equal(Now.AddMinutes(35), attached.ExpiresAt);
    }

    [Fact]
    public void A_second_payment_method_replaces_the_first()
    {
        var clickToPay = new SessionPaymentMethod.ClickToPay("m", "c", "d", null);

        var attached = Must(Must(Open().WithPaymentMethod(Method, null, Now)).WithPaymentMethod(clickToPay, null, Now));

        Assert.Equal(clickToPay, attached.PaymentMethod);
    }

    [Fact]
    public void A_payment_method_changes_nothing_that_the_merchant_said()
    {
        var session = CheckoutSession.Create(Owner, Patch((SessionField.Amount, "1299")), Now);

        Assert.Same(session.Content, Must(session.WithPaymentMethod(Method, null, Now)).Content);
    }

    [Fact]
    public void An_expired_session_refuses_a_card()
    {
        var session = Open();

        Assert.Equal(
            new SessionProblem.Expired(session.ExpiresAt),
            Refused(session.WithPaymentMethod(Method, TimeSpan.FromSeconds(300), session.ExpiresAt))
        );
    }

    private static CheckoutSession Open() => CheckoutSession.Create(Owner, SessionPatch.Silent, Now);

    private static CheckoutSession Must(Result<CheckoutSession, SessionProblem> result)
    {
        Assert.True(result.TryGet(out var session, out var refused), $"Refused: {refused}");
        return session;
    }

    private static SessionProblem Refused(Result<CheckoutSession, SessionProblem> result)
    {
        Assert.False(result.TryGet(out _, out var refused));
        return refused;
    }
}
