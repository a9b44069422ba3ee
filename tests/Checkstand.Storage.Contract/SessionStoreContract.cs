using Checkstand.Core;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>
/// What every session store promises. A database's test project inherits it and says how its store is opened; each test
/// has data of its own, and may close them and open them again.
/// </summary>
public abstract partial class SessionStoreContract : IAsyncLifetime
{
    protected ISessionStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<ISessionStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    protected async Task ReopenAsync()
    {
        await CloseAsync();
        Store = await OpenAsync();
    }

    [Fact]
    public async Task What_is_added_is_found()
    {
        var session = await AddAsync(Samples.Session());

        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task Every_field_is_kept_to_the_byte()
    {
        var session = await AddAsync(Samples.FullSession());

        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task Instants_are_kept_to_the_millisecond_and_come_back_in_UTC()
    {
        var session = await AddAsync(Samples.Session(Samples.Now.AddMilliseconds(3_600_001)));

        var found = await FindAsync(session.Id);

        Assert.Equal(session.ExpiresAt, found.ExpiresAt);
        Assert.Equal(TimeSpan.Zero, found.ExpiresAt.Offset);
        Assert.Equal(TimeSpan.Zero, found.CreatedAt.Offset);
    }

    [Fact]
    public async Task An_expired_session_is_found_because_expiry_is_for_the_rules()
    {
        var session = await AddAsync(Samples.Session(Samples.Now.AddYears(-10)));

        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found()
    {
        await AddAsync(Samples.Session());

        Assert.Null(await Store.FindAsync(SessionId.New(Samples.Now), CancellationToken.None));
        Assert.Null(await Store.FindAsync(default, CancellationToken.None));
    }

    [Fact]
    public async Task A_new_session_has_no_card()
    {
        var session = await AddAsync(Samples.Session());

        Assert.Null(await Store.FindCardAsync(session.Id, CancellationToken.None));
        Assert.Null(await Store.FindCardAsync(SessionId.New(Samples.Now), CancellationToken.None));
    }

    [Fact]
    public async Task An_id_that_is_taken_is_not_added_and_the_first_session_stays()
    {
        var session = await AddAsync(Samples.Session());

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Store.AddAsync(session.WithAmount(7), CancellationToken.None)
        );

        await AssertKeptAsync(session);
    }

    [Fact]
    public async Task Two_sessions_are_kept_apart()
    {
        var (one, other) = (Samples.Session().WithAmount(1), Samples.Session().WithAmount(2));
        await Task.WhenAll(AddAsync(one), AddAsync(other));

        await AssertKeptAsync(one);
        await AssertKeptAsync(other);
    }

    protected async Task<CheckoutSession> AddAsync(CheckoutSession session)
    {
        await Store.AddAsync(session, CancellationToken.None);
        return session;
    }

    /// <summary>Adds a session and puts a card on it.</summary>
    protected async Task<(CheckoutSession Session, SealedCard Card)> AddWithCardAsync(
        DateTimeOffset? expiresAt = null,
        string keyId = "kek-1"
    )
    {
        var session = await AddAsync(Samples.Session(expiresAt));
        var card = Samples.Card(keyId);
        return (await PutCardAsync(session, card), card);
    }

    protected async Task<CheckoutSession> PutCardAsync(CheckoutSession session, SealedCard card)
    {
        var after = session with { PaymentMethod = Samples.CardMethod };
        await ChangeAsync(session.Id, new SessionChange.SaveWithCard(after, card));
        return after;
    }

    protected async Task ChangeAsync(SessionId id, SessionChange change) =>
        Assert.Null(await Store.ChangeAsync(id, _ => change, CancellationToken.None));

    protected async Task<CheckoutSession> FindAsync(SessionId id)
    {
        var found = await Store.FindAsync(id, CancellationToken.None);
        Assert.NotNull(found);
        return found;
    }

    protected async Task<bool> HasCardAsync(SessionId id) =>
        await Store.FindCardAsync(id, CancellationToken.None) is not null;

    protected async Task AssertKeptAsync(CheckoutSession expected)
    {
        var found = await FindAsync(expected.Id);
        Assert.Equal(expected.Id, found.Id);
        Assert.Equal(expected.MerchantAccountId, found.MerchantAccountId);
        Assert.Equal(expected.CreatedAt, found.CreatedAt);
        Assert.Equal(expected.ExpiresAt, found.ExpiresAt);
        Assert.Equal(expected.PaymentMethod, found.PaymentMethod);
        Assert.All(
            Enum.GetValues<SessionField>(),
            field => Assert.Equal(expected.Content[field], found.Content[field])
        );
    }

    protected async Task AssertCardAsync(SessionId id, SealedCard expected)
    {
        var found = await Store.FindCardAsync(id, CancellationToken.None);
        Assert.NotNull(found);
        Assert.Equal(expected.KeyId, found.KeyId);
        Assert.Equal(expected.WrappedKey, found.WrappedKey);
        Assert.Equal(expected.Card, found.Card);
        Assert.Equal(expected.Code, found.Code);
    }

    /// <summary>A decision that adds one to the amount, from whatever the store shows it.</summary>
    protected static Result<SessionChange, SessionProblem> Increment(CheckoutSession session) =>
        new SessionChange.Save(session.WithAmount((session.Content.AmountMinorUnits ?? 0) + 1));
}
