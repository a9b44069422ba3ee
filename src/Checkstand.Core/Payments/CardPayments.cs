using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

/// <summary>
/// The verbs on payments, one file each. Every one keeps to the same order: decide under the lock and store what is
/// about to be asked for, ask the provider, store its answer. A crash in between leaves an open operation, which is
/// looked up at the provider and never sent again.
/// </summary>
public sealed partial class CardPayments(
    IPaymentStore store,
    PaymentServiceDirectory services,
    PaymentConnectors connectors,
    CardVault vault,
    TimeProvider clock
)
{
    // What was begun before this is no operation of this process.
    private readonly DateTimeOffset beganAt = clock.NowInMilliseconds();

    private readonly RunningOperations running = new();

    /// <summary>
    /// Raised when a look-up settled an operation: whoever waits for the outcome of a payment need not wait for its next
    /// look. Nothing relies on it; a crash may swallow it.
    /// </summary>
    public event EventHandler? OutcomeLearned;

    /// <summary>Asks a provider for an operation that is stored and marked as running, and stores its answer.</summary>
    /// <param name="payment">The payment with the open operation.</param>
    /// <param name="ask">Calls the connector.</param>
    /// <param name="card">The card, for an authorization; the caller disposes it.</param>
    /// <param name="next">What follows the settled payment in the same transaction; pure.</param>
    private async Task<Payment> RunAsync(
        Payment payment,
        Func<IPaymentConnector, ProviderAccount, PaymentOperation, Task<ProviderAnswer>> ask,
        CardData? card = null,
        Func<Payment, ProviderAnswer, Payment>? next = null
    )
    {
        var operation = payment.Open!;
        // Without a connector nothing can have been sent.
        var answer = ConnectorOf(payment, operation) is var (connector, account)
            ? await ask(connector, account, operation)
            : new ProviderAnswer.Failed(PaymentErrorCode.InvalidServiceConfiguration);
        try
        {
            return await SettleAsync(payment.Id, operation.Id, answer, card, next);
        }
        catch (StoreBusyException)
        {
            // The money may have moved, so a refusal would be a lie: whoever believed it would pay again. The operation
            // is stored as open, and its outcome is looked up.
            return payment;
        }
    }

    // Null when this program has no connector for the service, as for the test provider's in production.
    private (IPaymentConnector Connector, ProviderAccount Account)? ConnectorOf(
        Payment payment,
        PaymentOperation operation
    ) =>
        services.Find(payment.MerchantAccountId, operation.PaymentServiceId) is { } service
        && connectors.For(service.DefinitionId) is { } connector
            ? (connector, new ProviderAccount(service.Id, service.Fields))
            : null;
}
