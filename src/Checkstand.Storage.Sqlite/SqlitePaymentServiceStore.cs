using Checkstand.Core.Payments.Services;
using Checkstand.Storage;

namespace Checkstand.Storage.Sqlite;

/// <summary>Payment services in the embedded database.</summary>
public sealed class SqlitePaymentServiceStore(SqliteDatabase database) : IPaymentServiceStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PaymentService>> ListAsync(CancellationToken cancellation) =>
        Task.FromResult(database.Readers.Read(0, static (statements, _) => PaymentServiceTable.List(statements)));

    /// <inheritdoc/>
    public Task<bool> AddAsync(PaymentService service, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => PaymentServiceTable.Insert(statements, service));

    /// <inheritdoc/>
    public Task<bool> SaveAsync(PaymentService service, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => PaymentServiceTable.Update(statements, service));
}
