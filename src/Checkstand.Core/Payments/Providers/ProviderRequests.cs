using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments.Providers;

/// <summary>Reserve money on a card.</summary>
public sealed class AuthorizeRequest
{
    /// <summary>Our account with the provider.</summary>
    public required ProviderAccount Account { get; init; }

    /// <summary>The operation; its text is the idempotency key.</summary>
    public required OperationId OperationId { get; init; }

    /// <summary>The payment it belongs to.</summary>
    public required PaymentId PaymentId { get; init; }

    /// <summary>The checkout (session) that is paid; null for a payment without one.</summary>
    public required Guid? CheckoutId { get; init; }

    /// <summary>How much, from the snapshot taken under the lock.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whether to capture at once.</summary>
    public required bool CapturesAtOnce { get; init; }

    /// <summary>The card. The caller disposes it after the call; a connector keeps no reference.</summary>
    public required CardData Card { get; init; }

    /// <summary>Billing postal code for address verification; null when none is known.</summary>
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country of the payment; null when not said.</summary>
    public string? Country { get; init; }

    /// <summary>What the buyer's statement should say; null for the provider's default.</summary>
    public string? StatementDescriptor { get; init; }

    /// <summary>Where the buyer goes after a challenge; null when the merchant named no page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Whether the merchant, not the buyer, started this payment: no buyer is there to pass a challenge.</summary>
    public bool IsMerchantInitiated { get; init; }

    /// <summary>Nothing of the card.</summary>
    public override string ToString() => $"authorize {OperationId}";
}

/// <summary>Take reserved money.</summary>
/// <param name="Account">Our account with the provider.</param>
/// <param name="OperationId">The operation; its text is the idempotency key.</param>
/// <param name="PaymentReference">The provider's id of the authorization.</param>
/// <param name="Amount">How much.</param>
/// <param name="IsFinal">Whether the rest of the reservation is to be released.</param>
public sealed record CaptureRequest(
    ProviderAccount Account,
    OperationId OperationId,
    string PaymentReference,
    Money Amount,
    bool IsFinal
);

/// <summary>Release reserved money.</summary>
/// <param name="Account">Our account with the provider.</param>
/// <param name="OperationId">The operation; its text is the idempotency key.</param>
/// <param name="PaymentReference">The provider's id of the authorization.</param>
public sealed record VoidRequest(ProviderAccount Account, OperationId OperationId, string PaymentReference);

/// <summary>Give captured money back.</summary>
/// <param name="Account">Our account with the provider.</param>
/// <param name="OperationId">The operation; its text is the idempotency key.</param>
/// <param name="PaymentReference">The provider's id of the authorization that was captured.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">The merchant's words; null when none were given.</param>
public sealed record RefundRequest(
    ProviderAccount Account,
    OperationId OperationId,
    string PaymentReference,
    Money Amount,
    string? Reason
);

/// <summary>Ask what became of an operation.</summary>
/// <param name="Account">Our account with the provider.</param>
/// <param name="OperationId">The operation; its text is the idempotency key it was sent with.</param>
/// <param name="Kind">What it was.</param>
/// <param name="PaymentReference">The provider's id of the authorization, when an answer ever named it.</param>
/// <param name="StartedAt">When it was sent, for providers that can only list.</param>
public sealed record FindRequest(
    ProviderAccount Account,
    OperationId OperationId,
    OperationKind Kind,
    string? PaymentReference,
    DateTimeOffset StartedAt
);

/// <summary>What a provider can be asked for.</summary>
public enum OperationKind
{
    /// <summary>Reserve money, and perhaps capture it at once.</summary>
    Authorize,

    /// <summary>Take reserved money.</summary>
    Capture,

    /// <summary>Release reserved money.</summary>
    Void,

    /// <summary>Give money back.</summary>
    Refund,
}
