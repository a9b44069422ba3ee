using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Storage;

namespace Checkstand.Storage.Sqlite;

/// <summary>Sessions and their cards in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqliteSessionStore(SqliteDatabase database) : ISessionStore
{
    /// <inheritdoc/>
    public Task AddAsync(CheckoutSession session, CancellationToken cancellation)
    {
        // Written here: the writer is one thread, and everybody waits for it.
        var document = StoredSession.Write(session);
        return database.Writer.WriteAsync(statements =>
        {
            SessionTable.Insert(statements, session, document);
            return true;
        });
    }

    /// <inheritdoc/>
    public ValueTask<CheckoutSession?> FindAsync(SessionId id, CancellationToken cancellation) =>
        new(database.Readers.Read(id, SessionTable.Find));

    /// <inheritdoc/>
    public ValueTask<SealedCard?> FindCardAsync(SessionId id, CancellationToken cancellation) =>
        new(database.Readers.Read(id, CardTable.Find));

    /// <inheritdoc/>
    public async Task<SessionProblem?> ChangeAsync(
        SessionId id,
        Func<CheckoutSession, Result<SessionChange, SessionProblem>> decide,
        CancellationToken cancellation
    ) =>
        await database.Writer.WriteAsync<SessionProblem?>(statements =>
        {
            if (SessionTable.Find(statements, id) is not { } session)
            {
                return new SessionProblem.NotFound();
            }

            if (!decide(session).TryGet(out var change, out var refused))
            {
                return refused;
            }

            Apply(statements, session, change);
            return null;
        });

    /// <inheritdoc/>
    public Task<int> RemoveCardsAsync(DateTimeOffset endedBy, int max, CancellationToken cancellation) =>
        RemoveEndedAsync(
            statements => SessionTable.EndedWithCard(statements, endedBy, max),
            (statements, id) =>
            {
                RemoveCard(statements, id);
                SessionTable.ForgetCard(statements, id);
            }
        );

    /// <inheritdoc/>
    public Task<int> RemoveSessionsAsync(DateTimeOffset endedBy, int max, CancellationToken cancellation) =>
        RemoveEndedAsync(
            statements => SessionTable.Ended(statements, endedBy, max),
            (statements, id) =>
            {
                RemoveCard(statements, id);
                SessionTable.Delete(statements, id);
            }
        );

    /// <inheritdoc/>
    public Task<bool> ScrubAsync(CancellationToken cancellation) => database.RemovedCards.EraseAsync();

    /// <inheritdoc/>
    public Task<int> RewrapCardsAsync(
        string keyId,
        Func<SessionId, SealedCard, SealedCard> rewrap,
        int max,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            var ids = CardTable.UnderOtherKeys(statements, keyId, max);
            foreach (var id in ids)
            {
                CardTable.Save(statements, id, rewrap(id, CardTable.Find(statements, id)!));
            }

            if (ids.Count > 0)
            {
                // A rotation is for keys that others may know: what the old one wrapped must not stay in the log.
                database.RemovedCards.Note();
            }

            return ids.Count;
        });

    private async Task<int> RemoveEndedAsync(
        Func<PreparedStatements, IReadOnlyList<SessionId>> find,
        Action<PreparedStatements, SessionId> remove
    )
    {
        // Nearly always there is nothing to do; a reader finds that out without a turn in the writer's queue.
        if (database.Readers.Read(find, static (statements, find) => find(statements)).Count == 0)
        {
            return 0;
        }

        return await database.Writer.WriteAsync(statements =>
        {
            var ids = find(statements);
            foreach (var id in ids)
            {
                remove(statements, id);
            }

            return ids.Count;
        });
    }

    private void Apply(PreparedStatements statements, CheckoutSession before, SessionChange change)
    {
        switch (change)
        {
            case SessionChange.Save save:
                SessionTable.Update(statements, before, save.Session);
                break;
            case SessionChange.SaveWithCard save:
                SessionTable.UpdateWithCard(statements, before, save.Session);
                // An earlier card is overwritten, so the log may hold what is now removed.
                database.RemovedCards.Note();
                CardTable.Save(statements, before.Id, save.Card);
                if (WasPaid(statements, before))
                {
                    WipeCode(statements, before.Id);
                }

                break;
            case SessionChange.SaveWithoutCard save:
                SessionTable.Update(statements, before, save.Session);
                RemoveCard(statements, before.Id);
                break;
            case SessionChange.Remove:
                RemoveCard(statements, before.Id);
                SessionTable.Delete(statements, before.Id);
                break;
            default:
                throw new UnreachableException($"No way is defined to apply {change.GetType().Name}.");
        }
    }

    /// <summary>Overwrites the security code of a session's card, within a transaction of the writer.</summary>
    internal void WipeCode(PreparedStatements statements, SessionId id)
    {
        if (CardTable.WipeCode(statements, id))
        {
            database.RemovedCards.Note();
        }
    }

    // What had no payment method was not paid.
    private static bool WasPaid(PreparedStatements statements, CheckoutSession before) =>
        before.PaymentMethod is not null && PaymentTable.FindLast(statements, before) is { WasApproved: true };

    private void RemoveCard(PreparedStatements statements, SessionId id)
    {
        if (CardTable.Delete(statements, id))
        {
            database.RemovedCards.Note();
        }
    }
}
