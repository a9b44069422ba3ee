using Checkstand.Core.Payments;
using Checkstand.Storage;
using Checkstand.Storage.Sqlite;

namespace Checkstand.TestProvider.Ledger;

/// <summary>
/// The test provider's books: a file of its own in the data directory, written the way the server's is. What was
/// answered survives a crash of the process; the machine's may take the last of it.
/// </summary>
public sealed class TestLedger : IDisposable
{
    /// <summary>Name of the file in the data directory.</summary>
    public const string FileName = "test-provider.db";

    private readonly SqliteDatabase database;

    private TestLedger(SqliteDatabase database) => this.database = database;

    /// <summary>Opens the books of a data directory, makes them when they are new.</summary>
    /// <param name="directory">An existing directory that no other process uses.</param>
    /// <param name="clock">The service's clock; dates the migrations.</param>
    public static TestLedger Open(string directory, TimeProvider clock) =>
        new(
            SqliteDatabase.Open(
                Path.Combine(directory, FileName),
                typeof(TestLedger).Assembly,
                clock,
                // The money is not real: an fsync for each batch would cost every payment of the sandbox as much again.
                durability: Durability.ProcessDeath
            )
        );

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();

    /// <summary>Enters an operation that is about no other, with what will be told of it.</summary>
    /// <returns>The entry of its key: this one, or one that was there before.</returns>
    internal Task<BookEntry> AddAsync(BookEntry entry, params Notification[] notifications) =>
        database.Writer.WriteAsync(statements =>
        {
            if (!LedgerTable.TryInsert(statements, entry))
            {
                return LedgerTable.Find(statements, entry.Key)!;
            }

            foreach (var notification in notifications)
            {
                NotificationTable.Insert(statements, notification);
            }

            return entry;
        });

    /// <summary>Carries out an operation on an authorization and enters it, whatever became of it.</summary>
    /// <returns>The entry of its key: this one, or one that was there before.</returns>
    internal Task<BookEntry> CarryOutAsync(BookEntry operation) =>
        database.Writer.WriteAsync(statements =>
        {
            if (LedgerTable.Find(statements, operation.Key) is { } first)
            {
                return first;
            }

            var payment = operation.PaymentId is { } id ? LedgerTable.FindById(statements, id) : null;
            var (done, after) = LedgerRules.CarryOut(operation, payment);
            LedgerTable.TryInsert(statements, done);
            if (after is not null)
            {
                LedgerTable.Update(statements, after);
            }

            return done;
        });

    /// <summary>Enters what the buyer decided about a challenge, and that we are to be told.</summary>
    /// <returns>The challenge after it, decided now or before; null when there is none.</returns>
    internal Task<BookEntry?> DecideAsync(Guid id, bool isApproved, DateTimeOffset now) =>
        database.Writer.WriteAsync(statements =>
        {
            if (LedgerTable.FindById(statements, id) is not { IsChallenge: true } challenge)
            {
                return null;
            }

            if (LedgerRules.Decide(challenge, isApproved, now) is not { } decided)
            {
                return challenge;
            }

            LedgerTable.Update(statements, decided);
            NotificationTable.Insert(
                statements,
                new Notification(0, decided.Key, isApproved ? "succeeded" : "failed", now, 0)
            );
            return decided;
        });

    internal BookEntry? Find(OperationId key) => database.Readers.Read(key, LedgerTable.Find);

    internal BookEntry? FindChallenge(Guid id) =>
        database.Readers.Read(id, LedgerTable.FindById) is { IsChallenge: true } challenge ? challenge : null;

    internal IReadOnlyList<BookEntry> Charges(Guid? checkoutId, int max) =>
        database.Readers.Read(
            (checkoutId, max),
            static (statements, which) => LedgerTable.Charges(statements, which.checkoutId, which.max)
        );

    internal IReadOnlyList<BookEntry> Movements(
        Guid accountId,
        (DateTimeOffset At, byte[] Key) after,
        DateTimeOffset until,
        int max
    ) =>
        database.Readers.Read(
            (accountId, after, until, max),
            static (statements, page) =>
                LedgerTable.Movements(statements, page.accountId, page.after, page.until, page.max)
        );

    /// <summary>What is due and was not told yet, about one operation or about all.</summary>
    internal IReadOnlyList<Notification> Due(OperationId? key, DateTimeOffset now, int max) =>
        database.Readers.Read(
            (key, now, max),
            static (statements, which) => NotificationTable.Due(statements, which.key, which.now, which.max)
        );

    /// <summary>Enters what became of notifications, in one transaction.</summary>
    internal Task NoteAsync(IReadOnlyList<Action<PreparedStatements>> changes) =>
        database.Writer.WriteAsync(statements =>
        {
            foreach (var change in changes)
            {
                change(statements);
            }

            return true;
        });
}
