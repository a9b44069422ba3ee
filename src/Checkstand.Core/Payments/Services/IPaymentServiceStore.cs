namespace Checkstand.Core.Payments.Services;

/// <summary>What payment services need from a database. Writes are durable when their task completes.</summary>
public interface IPaymentServiceStore
{
    /// <summary>All payment services of all merchant accounts, deleted ones too, by id.</summary>
    Task<IReadOnlyList<PaymentService>> ListAsync(CancellationToken cancellation);

    /// <summary>Keeps a new payment service.</summary>
    /// <returns>False when the id is taken; nothing is changed then.</returns>
    Task<bool> AddAsync(PaymentService service, CancellationToken cancellation);

    /// <summary>Keeps the new state of a payment service.</summary>
    /// <returns>False when there is none of that id.</returns>
    Task<bool> SaveAsync(PaymentService service, CancellationToken cancellation);
}
