using System.Text;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>The verbs on payment methods over real stores, with the sessions that they take cards from and go to.</summary>
public abstract class StoredPaymentMethodsContract : IAsyncLifetime
{
    private static readonly MerchantAccountId Stranger = MerchantAccountId.Parse("stranger");
    private static readonly NewPaymentMethod Silent = new(null, null, null);
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeClock clock = new();
    private readonly CardVault vault = new(KeyRing.Create(Samples.Now));
    private ISessionStore sessionStore = null!;
    private IPaymentMethodStore store = null!;
    private CheckoutSessions sessions = null!;
    private StoredPaymentMethods methods = null!;

    public virtual async ValueTask InitializeAsync()
    {
        (sessionStore, store) = await OpenAsync(clock);
        sessions = new CheckoutSessions(sessionStore, store, vault, new SessionOptions(), clock);
        methods = new StoredPaymentMethods(store, sessionStore, vault, clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<(ISessionStore Sessions, IPaymentMethodStore Methods)> OpenAsync(TimeProvider time);

    protected abstract Task CloseAsync();

    [Fact]
    public async Task A_stored_card_opens_to_what_was_typed_but_its_code()
    {
        var method = await StoreAsync();

        using var opened = Must(await methods.OpenAsync(method.Id, Samples.Owner, null, None));

        Assert.Equal("4111111111111111", Encoding.ASCII.GetString(opened.Number.Reveal()));
        Assert.Equal("12/35", Encoding.ASCII.GetString(opened.Expiry.Reveal()));
        Assert.Null(opened.Code);
        Assert.Null((await store.FindCardAsync(method.Id, None))!.Code);
        Assert.Equal(("1111", "411111", "12/35"), (method.Card.LastFour, method.Card.Bin, method.Expiry));
        Assert.Equal(vault.Fingerprint(Samples.Owner, opened.Number), method.Card.Fingerprint);
    }

    [Fact]
    public async Task A_card_stored_twice_is_two_methods_of_one_fingerprint()
    {
        var (one, other) = (await StoreAsync(), await StoreAsync());

        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal(one.Card, other.Card);
        Assert.Null(await methods.DeleteAsync(one.Id, Samples.Owner, None));
        Must(await methods.OpenAsync(other.Id, Samples.Owner, null, None)).Dispose();
    }

    [Fact]
    public async Task A_repeated_request_is_answered_with_what_it_stored_first()
    {
        var id = NewId();
        var first = await StoreAsync(id, new NewPaymentMethod(null, null, "first"));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, await StoreAsync(id, new NewPaymentMethod(null, null, "second")));
    }

    [Fact]
    public async Task A_foreign_method_answers_every_verb_exactly_as_an_unknown_one()
    {
        var foreign = (await StoreAsync()).Id;
        var notFound = new PaymentMethodProblem.NotFound();

        foreach (var id in new[] { foreign, NewId() })
        {
            Assert.Equal(notFound, Refused(await methods.GetAsync(id, Stranger, None)));
            Assert.Equal(notFound, Refused(await methods.OpenAsync(id, Stranger, null, None)));
            Assert.Equal(notFound, Refused(await methods.UpdateAsync(id, Stranger, new PaymentMethodPatch(), None)));
            Assert.Equal(notFound, await methods.DeleteAsync(id, Stranger, None));
        }

        Must(await methods.GetAsync(foreign, Samples.Owner, None));
    }

    [Fact]
    public async Task A_renewed_card_is_paid_with_under_its_new_expiry()
    {
        var method = await StoreAsync();

        await methods.UpdateAsync(method.Id, Samples.Owner, new PaymentMethodPatch { Expiry = "01/40" }, None);

        using var opened = Must(await methods.OpenAsync(method.Id, Samples.Owner, null, None));
        Assert.Equal("01/40", Encoding.ASCII.GetString(opened.Expiry.Reveal()));
    }

    [Fact]
    public async Task Uses_are_counted()
    {
        var method = await StoreAsync();
        var first = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromDays(1));

        var used = method.Used(isCustomerInitiated: true, first).Used(isCustomerInitiated: false, clock.GetUtcNow());

        Assert.Equal((2, 1), (used.UsageCount, used.CitUsageCount));
        Assert.Equal((clock.GetUtcNow(), first), (used.LastUsedAt, used.CitLastUsedAt));
        Assert.Equal(method.UpdatedAt, used.UpdatedAt);
    }

    [Fact]
    public async Task The_card_of_a_session_is_stored_without_its_code_and_the_session_keeps_both()
    {
        var session = await SessionWithCardAsync();

        var method = Must(await StoreFromAsync(session.Id));

        using var opened = Must(await methods.OpenAsync(method.Id, Samples.Owner, null, None));
        Assert.Equal("4111111111111111", Encoding.ASCII.GetString(opened.Number.Reveal()));
        Assert.Null(opened.Code);
        using var stays = vault.Open(session.Id, (await sessionStore.FindCardAsync(session.Id, None))!);
        Assert.Equal("123", Encoding.ASCII.GetString(stays.Code!.Reveal()));
    }

    [Fact]
    public async Task A_session_that_is_foreign_unknown_or_ended_gives_no_card()
    {
        var session = await SessionWithCardAsync();
        var notFound = new PaymentMethodProblem.SessionNotFound();

        Assert.Equal(notFound, Refused(await StoreFromAsync(session.Id, Stranger)));
        Assert.Equal(notFound, Refused(await StoreFromAsync(SessionId.New(Samples.Now))));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(notFound, Refused(await StoreFromAsync(session.Id)));
    }

    [Fact]
    public async Task A_session_without_a_card_of_its_own_gives_none()
    {
        var session = await CreateAsync();
        var none = new PaymentMethodProblem.SessionWithoutCard();
        Assert.Equal(none, Refused(await StoreFromAsync(session.Id)));

        await sessions.AttachClickToPayAsync(session.Id, new("m", "c", "d", null), None);
        Assert.Equal(none, Refused(await StoreFromAsync(session.Id)));

        var method = await StoreAsync();
        Assert.Null(await AttachAsync(session.Id, method.Id, "123"));
        Assert.Equal(none, Refused(await StoreFromAsync(session.Id)));
    }

    [Fact]
    public async Task A_stored_method_on_a_session_is_shown_and_takes_the_place_of_a_card()
    {
        var session = await SessionWithCardAsync();
        var method = await StoreAsync();

        Assert.Null(await AttachAsync(session.Id, method.Id, code: null));

        Assert.Equal(
            new SessionPaymentMethod.Stored(method.Id, method.Card, HasCode: false, "SW1A"),
            Must(await sessions.GetAsync(session.Id, Samples.Owner, None)).PaymentMethod
        );
        Assert.Null(await sessionStore.FindCardAsync(session.Id, None));
    }

    [Fact]
    public async Task The_code_typed_beside_a_stored_method_is_sealed_for_the_session_and_goes_with_it()
    {
        var session = await CreateAsync();
        var method = await StoreAsync();

        Assert.Null(await AttachAsync(session.Id, method.Id, "987"));

        var sealedCode = (await sessionStore.FindCardAsync(session.Id, None))!;
        using (var code = vault.OpenCode(session.Id, sealedCode)!)
        {
            Assert.Equal("987", Encoding.ASCII.GetString(code.Reveal()));
        }

        // Also after an update, which writes the session anew.
        await sessions.UpdateAsync(
            session.Id,
            Samples.Owner,
            new SessionPatch(SessionContent.Empty, TimeSpan.FromHours(2)),
            None
        );
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, (await sessions.SweepAsync(None)).CardsRemoved);
        Assert.Null(await sessionStore.FindCardAsync(session.Id, None));
        Must(await methods.OpenAsync(method.Id, Samples.Owner, null, None)).Dispose();
    }

    [Fact]
    public async Task A_method_of_another_merchant_is_unknown_to_a_session()
    {
        var session = await sessions.CreateAsync(Stranger, SessionPatch.Silent, None);
        var method = await StoreAsync();

        Assert.Equal(new SessionProblem.PaymentMethodUnknown(), await AttachAsync(session.Id, method.Id, "123"));

        Assert.Null(await sessionStore.FindCardAsync(session.Id, None));
        Assert.Null(Must(await sessions.GetAsync(session.Id, None)).PaymentMethod);
    }

    [Fact]
    public async Task A_session_says_when_its_method_was_deleted_since()
    {
        var session = await CreateAsync();
        var method = await StoreAsync();
        await AttachAsync(session.Id, method.Id, code: null);

        Assert.Null(await methods.DeleteAsync(method.Id, Samples.Owner, None));

        Assert.False((await sessions.GetAsync(session.Id, Samples.Owner, None)).TryGet(out _, out var problem));
        Assert.Equal(new SessionProblem.PaymentMethodGone(), problem);
        // A foreign session is still nobody's, and a browser may put something else on this one.
        Assert.False((await sessions.GetAsync(session.Id, Stranger, None)).TryGet(out _, out var foreign));
        Assert.Equal(new SessionProblem.NotFound(), foreign);
        Must(await sessions.GetAsync(session.Id, None));
    }

    [Fact]
    public async Task A_card_that_a_rotation_overtakes_is_written_under_the_new_key()
    {
        var held = await CreateAsync();
        using var hold = new Hold(sessionStore, held.Id);
        await hold.EnteredAsync();
        var storing = StoreAsync();

        vault.Ring = vault.Ring.WithNewActive(clock.GetUtcNow());
        hold.Release();

        var method = await storing.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(vault.Ring.ActiveKeyId, (await store.FindCardAsync(method.Id, None))!.KeyId);
        vault.Ring = vault.Ring.WithActiveOnly();
        Must(await methods.OpenAsync(method.Id, Samples.Owner, null, None)).Dispose();
    }

    private Guid NewId() => TimeOrderedId.New(clock.GetUtcNow());

    private Task<CheckoutSession> CreateAsync() => sessions.CreateAsync(Samples.Owner, SessionPatch.Silent, None);

    private async Task<CheckoutSession> SessionWithCardAsync()
    {
        var session = await CreateAsync();
        using var card = TypedCard();
        Assert.Null(await sessions.AttachCardAsync(session.Id, card, "SW1A", None));
        return session;
    }

    private async Task<StoredPaymentMethod> StoreAsync(Guid? id = null, NewPaymentMethod? said = null)
    {
        using var card = TypedCard();
        return await methods.StoreCardAsync(id ?? NewId(), Samples.Owner, card, said ?? Silent, None);
    }

    private Task<Result<StoredPaymentMethod, PaymentMethodProblem>> StoreFromAsync(
        SessionId session,
        MerchantAccountId? caller = null
    ) => methods.StoreFromSessionAsync(NewId(), session, caller ?? Samples.Owner, Silent, None);

    private async Task<SessionProblem?> AttachAsync(SessionId session, Guid method, string? code)
    {
        using var typed = code is null ? null : new SecurityCode(Encoding.ASCII.GetBytes(code));
        return await sessions.AttachStoredMethodAsync(session, method, typed, "SW1A", None);
    }

    private static CardData TypedCard() =>
        new(new CardNumber("4111111111111111"u8), new CardExpiry("12/35"u8), new SecurityCode("123"u8));

    private static T Must<T, TProblem>(Result<T, TProblem> result)
        where T : notnull
        where TProblem : class
    {
        Assert.True(result.TryGet(out var value, out var refused), $"Refused: {refused}");
        return value;
    }

    private static PaymentMethodProblem Refused<T>(Result<T, PaymentMethodProblem> result)
        where T : notnull
    {
        Assert.False(result.TryGet(out _, out var refused));
        return refused;
    }
}
