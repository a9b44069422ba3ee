using System.Text;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>The verbs of the core over a real store: what rules and store keep together and neither could keep alone.</summary>
public abstract class CheckoutSessionsContract : IAsyncLifetime
{
    private static readonly MerchantAccountId Stranger = MerchantAccountId.Parse("stranger");
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeClock clock = new();
    private readonly SessionOptions options = new();
    private readonly CardVault vault = new(KeyRing.Create(Samples.Now));
    private ISessionStore store = null!;
    private IPaymentMethodStore methods = null!;
    private CheckoutSessions sessions = null!;

    public virtual async ValueTask InitializeAsync()
    {
        (store, methods) = await OpenAsync(clock);
        sessions = new CheckoutSessions(store, methods, vault, options, clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<(ISessionStore Sessions, IPaymentMethodStore Methods)> OpenAsync(TimeProvider time);

    protected abstract Task CloseAsync();

    [Fact]
    public async Task A_created_session_is_answered_as_it_will_be_read()
    {
        var session = await CreateAsync();

        var read = Must(await sessions.GetAsync(session.Id, Samples.Owner, None));

        Assert.Equal((session.CreatedAt, session.ExpiresAt), (read.CreatedAt, read.ExpiresAt));
        Assert.Equal(clock.GetUtcNow().AddHours(1), read.ExpiresAt);
    }

    [Fact]
    public async Task An_update_queued_behind_the_sweep_of_its_session_is_refused()
    {
        var (session, other) = (await CreateAsync(), await CreateAsync());
        await AttachCardAsync(session.Id);
        var (expired, justBefore) = (new SessionProblem.Expired(session.ExpiresAt), TimeSpan.FromMilliseconds(-1));
        var said = new SessionPatch(SessionContent.Empty, TimeSpan.FromHours(1));
        using var hold = new Hold(store, other.Id);
        await hold.EnteredAsync();
        clock.Advance(session.ExpiresAt - clock.GetUtcNow());
        var sweeping = sessions.SweepAsync(None);
        clock.Advance(justBefore);

        var updating = sessions.UpdateAsync(session.Id, Samples.Owner, said, None);
        var attaching = AttachCardAsync(session.Id);
        var deleting = sessions.DeleteAsync(session.Id, Samples.Owner, None);
        clock.Advance(-justBefore);
        hold.Release();

        Assert.Equal(1, (await sweeping).CardsRemoved);
        Assert.Equal(expired, Refused(await updating));
        Assert.Equal(expired, await attaching);
        Assert.Equal(expired, await deleting);
        Assert.Null(await store.FindCardAsync(session.Id, None));
    }

    [Fact]
    public async Task A_foreign_session_answers_every_verb_exactly_as_an_unknown_one()
    {
        var foreign = (await CreateAsync()).Id;
        var unknown = SessionId.New(clock.GetUtcNow());

        foreach (var id in new[] { foreign, unknown })
        {
            Assert.Equal(new SessionProblem.NotFound(), Refused(await sessions.GetAsync(id, Stranger, None)));
            Assert.Equal(
                new SessionProblem.NotFound(),
                Refused(await sessions.UpdateAsync(id, Stranger, SessionPatch.Silent, None))
            );
            Assert.Equal(new SessionProblem.NotFound(), await sessions.DeleteAsync(id, Stranger, None));
        }

        Must(await sessions.GetAsync(foreign, Samples.Owner, None));
    }

    [Fact]
    public async Task An_expired_session_answers_every_verb_so_and_is_not_changed()
    {
        var session = await CreateAsync();
        clock.Advance(TimeSpan.FromHours(1));
        var expired = new SessionProblem.Expired(session.ExpiresAt);

        Assert.Equal(expired, Refused(await sessions.GetAsync(session.Id, None)));
        Assert.Equal(expired, Refused(await sessions.GetAsync(session.Id, Samples.Owner, None)));
        Assert.Equal(
            expired,
            Refused(await sessions.UpdateAsync(session.Id, Samples.Owner, SessionPatch.Silent, None))
        );
        Assert.Equal(expired, await sessions.DeleteAsync(session.Id, Samples.Owner, None));
        Assert.Equal(expired, await AttachCardAsync(session.Id));
        Assert.Equal(expired, await sessions.AttachClickToPayAsync(session.Id, ClickToPay, None));
        Assert.Equal(expired, await sessions.AttachStoredMethodAsync(session.Id, Guid.Empty, null, null, None));
        Assert.NotNull(await store.FindAsync(session.Id, None));
        Assert.Null(await store.FindCardAsync(session.Id, None));
    }

    [Fact]
    public async Task A_deleted_session_is_unknown_and_its_card_gone()
    {
        var session = await CreateAsync();
        await AttachCardAsync(session.Id);

        Assert.Null(await sessions.DeleteAsync(session.Id, Samples.Owner, None));

        Assert.Equal(new SessionProblem.NotFound(), Refused(await sessions.GetAsync(session.Id, Samples.Owner, None)));
        Assert.Equal(new SessionProblem.NotFound(), await sessions.DeleteAsync(session.Id, Samples.Owner, None));
        Assert.Equal(new SessionProblem.NotFound(), await AttachCardAsync(session.Id));
        Assert.Null(await store.FindCardAsync(session.Id, None));
    }

    [Fact]
    public async Task A_card_is_shown_as_it_may_be_and_opens_to_what_was_typed()
    {
        var session = await CreateAsync();

        Assert.Null(await AttachCardAsync(session.Id));

        var method = Assert.IsType<SessionPaymentMethod.Card>(
            Must(await sessions.GetAsync(session.Id, None)).PaymentMethod
        );
        Assert.Equal(("1111", "411111", "SW1A"), (method.Display.LastFour, method.Display.Bin, method.PostalCode));
        using var opened = vault.Open(session.Id, (await store.FindCardAsync(session.Id, None))!);
        Assert.Equal("4111111111111111", Encoding.ASCII.GetString(opened.Number.Reveal()));
        Assert.Equal(vault.Fingerprint(Samples.Owner, opened.Number), method.Display.Fingerprint);
    }

    [Fact]
    public async Task A_click_to_pay_checkout_takes_the_card_out_of_the_vault()
    {
        var session = await CreateAsync();
        await AttachCardAsync(session.Id);

        Assert.Null(await sessions.AttachClickToPayAsync(session.Id, ClickToPay, None));

        Assert.Equal(ClickToPay, Must(await sessions.GetAsync(session.Id, None)).PaymentMethod);
        Assert.Null(await store.FindCardAsync(session.Id, None));
    }

    [Fact]
    public async Task An_update_keeps_the_card()
    {
        var session = await CreateAsync();
        await AttachCardAsync(session.Id);

        var updated = Must(
            await sessions.UpdateAsync(
                session.Id,
                Samples.Owner,
                new SessionPatch(SessionContent.Empty, TimeSpan.FromHours(2)),
                None
            )
        );

        Assert.IsType<SessionPaymentMethod.Card>(updated.PaymentMethod);
        Assert.NotNull(await store.FindCardAsync(session.Id, None));
    }

    [Fact]
    public async Task A_life_after_fields_moves_the_end_when_it_is_set()
    {
        var session = await CreateAsync();
        options.LifeAfterFieldsSeconds = 300;

        await AttachCardAsync(session.Id);

        Assert.Equal(clock.GetUtcNow().AddMinutes(5), Must(await sessions.GetAsync(session.Id, None)).ExpiresAt);
    }

    // The card is sealed before the rotation and written after it.
    [Fact]
    public async Task A_card_that_a_rotation_overtakes_is_written_under_the_new_key()
    {
        var (held, session) = (await CreateAsync(), await CreateAsync());
        using var hold = new Hold(store, held.Id);
        await hold.EnteredAsync();
        var attaching = AttachCardAsync(session.Id);
        var old = vault.Ring.ActiveKeyId;

        vault.Ring = vault.Ring.WithNewActive(clock.GetUtcNow());
        hold.Release();

        Assert.Null(await attaching.WaitAsync(TimeSpan.FromSeconds(60)));
        var card = (await store.FindCardAsync(session.Id, None))!;
        Assert.Equal(vault.Ring.ActiveKeyId, card.KeyId);
        Assert.NotEqual(old, card.KeyId);
        vault.Ring = vault.Ring.WithActiveOnly();
        vault.Open(session.Id, card).Dispose();
    }

    [Fact]
    public async Task A_sweep_removes_cards_at_the_end_and_sessions_after_their_retention()
    {
        options.RetentionDays = 2;
        var session = await CreateAsync();
        await AttachCardAsync(session.Id);
        Assert.Equal(new SweepReport(0, 0), await sessions.SweepAsync(None));

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new SweepReport(1, 0), await sessions.SweepAsync(None));
        Assert.Null(await store.FindCardAsync(session.Id, None));

        clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(new SweepReport(0, 0), await sessions.SweepAsync(None));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new SweepReport(0, 1), await sessions.SweepAsync(None));
        Assert.Null(await store.FindAsync(session.Id, None));
    }

    // More than two batches of the sweep, and no multiple of one.
    [Fact]
    public async Task A_sweep_goes_on_until_nothing_is_due()
    {
        options.RetentionDays = 0;
        var created = await Task.WhenAll(Enumerable.Range(0, 1203).Select(_ => CreateAsync()));
        await Task.WhenAll(created.Select(session => AttachCardAsync(session.Id)));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new SweepReport(1203, 1203), await sessions.SweepAsync(None));

        Assert.True(await sessions.ScrubAsync(None));
    }

    private static SessionPaymentMethod.ClickToPay ClickToPay => new("m", "c", "d", null);

    private Task<CheckoutSession> CreateAsync() => sessions.CreateAsync(Samples.Owner, SessionPatch.Silent, None);

    private async Task<SessionProblem?> AttachCardAsync(SessionId id)
    {
        using var card = new CardData(
            new CardNumber("4111111111111111"u8),
            new CardExpiry("12/35"u8),
            new SecurityCode("123"u8)
        );
        return await sessions.AttachCardAsync(id, card, "SW1A", None);
    }

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
