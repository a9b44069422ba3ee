namespace Checkstand.Core.Payments.Providers;

/// <summary>
/// What the payment rules need from a payment service provider; one folder of connectors for each. A connector keeps no
/// state of ours: every request carries the idempotency key that was stored before the call, and a repeated key must
/// never move money twice.
/// </summary>
/// <remarks>
/// A connector answers with a <see cref="ProviderAnswer"/> and throws for bugs only. Whatever leaves it in doubt (a
/// timeout after the request was sent, a broken connection, an answer that can't be read) is
/// <see cref="ProviderAnswer.Unknown"/>, never a decline or a failure.
/// </remarks>
public interface IPaymentConnector
{
    /// <summary>Names the kind of provider in payment services, such as <c>mock-card</c>. 1 to 50 characters.</summary>
    string DefinitionId { get; }

    /// <summary>Whether an authorization of nothing checks the card; otherwise the provider takes amounts only.</summary>
    bool ChecksCards => false;

    /// <summary>Reserves money on a card, and captures it at once when the request says so.</summary>
    Task<ProviderAnswer> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellation);

    /// <summary>Takes reserved money, all or part of it.</summary>
    Task<ProviderAnswer> CaptureAsync(CaptureRequest request, CancellationToken cancellation);

    /// <summary>Releases reserved money of which nothing was captured, or gives up a payment that waits for its buyer.</summary>
    Task<ProviderAnswer> VoidAsync(VoidRequest request, CancellationToken cancellation);

    /// <summary>Gives captured money back, all or part of it.</summary>
    Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellation);

    /// <summary>
    /// Asks what became of an operation. Moves no money. <see cref="ProviderAnswer.Failed"/> when the provider is sure
    /// that it never saw the key and never will; <see cref="ProviderAnswer.Unknown"/> when it could not be asked.
    /// </summary>
    Task<ProviderAnswer> FindAsync(FindRequest request, CancellationToken cancellation);

    /// <summary>Every movement of money that the provider has for us, to compare ledgers. Order does not matter.</summary>
    /// <param name="service">Which of our accounts with the provider.</param>
    /// <param name="from">Movements at or after this instant.</param>
    /// <param name="until">And before this one.</param>
    /// <param name="cancellation">Ends the listing.</param>
    /// <exception cref="ListingFailedException">The list could not be read to its end.</exception>
    IAsyncEnumerable<ProviderMovement> ListMovementsAsync(
        ProviderAccount service,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    );
}

/// <summary>Which of a merchant's accounts with a provider is meant.</summary>
/// <param name="PaymentServiceId">The payment service of ours.</param>
/// <param name="Fields">
/// What its owner configured, without secrets: those come from the program's configuration, where a field names them.
/// </param>
public sealed record ProviderAccount(Guid PaymentServiceId, IReadOnlyDictionary<string, string> Fields);

/// <summary>One movement of money in a provider's books.</summary>
/// <param name="IdempotencyKey">
/// The key of the operation that caused it: our <see cref="OperationId"/> as text; empty for what nobody here asked for,
/// such as a refund made in the provider's dashboard.
/// </param>
/// <param name="Kind">What moved. An authorization that captures at once is one <see cref="MovementKind.Capture"/>.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reference">The provider's own id of it.</param>
public sealed record ProviderMovement(string IdempotencyKey, MovementKind Kind, Money Amount, string Reference);

/// <summary>Kinds of movement.</summary>
public enum MovementKind
{
    /// <summary>Money was reserved and is still, or was, waiting to be captured.</summary>
    Authorization,

    /// <summary>Money was taken from the buyer.</summary>
    Capture,

    /// <summary>A reservation was released.</summary>
    Void,

    /// <summary>Money went back to the buyer.</summary>
    Refund,
}
