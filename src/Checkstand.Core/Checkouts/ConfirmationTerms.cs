using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;

namespace Checkstand.Core.Checkouts;

/// <summary>What a confirmation brings along besides the checkout itself.</summary>
public sealed record ConfirmationTerms
{
    /// <summary>Who sells.</summary>
    public required Organization Organization { get; init; }

    /// <summary>Whether there is a card to pay with.</summary>
    public required ConfirmationCard Card { get; init; }

    /// <summary>The fingerprint of that card; null when there is none.</summary>
    public string? CardFingerprint { get; init; }

    /// <summary>Makes the payment that is about to be sent, of an order. Pure.</summary>
    public required Func<PaymentOrder, Result<Payment, PaymentProblem>> Prepare { get; init; }

    /// <summary>Whether such a payment may be of nothing, to check the card. Pure.</summary>
    public required Func<Payment, bool> ChecksCards { get; init; }

    /// <summary>Where the buyer goes after a challenge.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>The id of the customer, if it is a new one.</summary>
    public required Guid NewCustomerId { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What there is to pay with.</summary>
public enum ConfirmationCard
{
    /// <summary>Nothing was sent.</summary>
    Missing,

    /// <summary>A token that nobody knows.</summary>
    Unknown,

    /// <summary>A card.</summary>
    Present,
}
