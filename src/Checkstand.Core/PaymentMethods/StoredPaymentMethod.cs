using System.Text;
using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;

namespace Checkstand.Core.PaymentMethods;

/// <summary>
/// A card that a merchant keeps for later payments: one immutable record of what may be shown. The number is in the
/// vault; a security code never is (PCI DSS 4.0.1 requirement 3.3.1).
/// </summary>
public sealed record StoredPaymentMethod
{
    /// <summary>Names it: a UUID version 7, so that byte order is time order and lists page by it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The merchant account that owns it.</summary>
    public required MerchantAccountId MerchantAccountId { get; init; }

    /// <summary>What may be shown of the card.</summary>
    public required CardDisplay Card { get; init; }

    /// <summary>
    /// When the card expires, <c>MM/YY</c>, as typed or updated. This one counts, not the one that was sealed with the
    /// number: a renewed card often keeps its number.
    /// </summary>
    public required string Expiry { get; init; }

    /// <summary>The expiry as a card has it.</summary>
    public CardExpiry CardExpiry => new(Encoding.ASCII.GetBytes(Expiry));

    /// <summary>The buyer it is stored for; null when it is stored for nobody.</summary>
    public Guid? BuyerId { get; init; }

    /// <summary>The buyer as the merchant names him, when the request did; null otherwise.</summary>
    public string? BuyerExternalIdentifier { get; init; }

    /// <summary>The merchant's own name of it, 1 to 200 characters; null when it has none. Need not be unique.</summary>
    public string? ExternalIdentifier { get; init; }

    /// <summary>The scheme's id of the payment that later ones refer to, up to 100 characters; null when none is known.</summary>
    public string? SchemeTransactionId { get; init; }

    /// <summary>The scheme that <see cref="SchemeTransactionId"/> is of; null without one.</summary>
    public CardScheme? SchemeTransactionIdScheme { get; init; }

    /// <summary>The scheme's link between payments, up to 100 characters; null when none is known.</summary>
    public string? TransactionLinkId { get; init; }

    /// <summary>When it was stored, UTC, millisecond resolution.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed by its merchant, UTC, millisecond resolution.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was last paid with; null when it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>How many payments were made with it.</summary>
    public long UsageCount { get; init; }

    /// <summary>When a buyer last paid with it himself (customer-initiated); null when none did.</summary>
    public DateTimeOffset? CitLastUsedAt { get; init; }

    /// <summary>How many payments buyers made with it themselves.</summary>
    public long CitUsageCount { get; init; }

    /// <summary>A method that is stored now.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="owner">The merchant account.</param>
    /// <param name="card">The card; the caller disposes it.</param>
    /// <param name="fingerprint">What the card is known by to the merchant account.</param>
    /// <param name="said">What the merchant says of it.</param>
    /// <param name="now">The time.</param>
    public static StoredPaymentMethod Of(
        Guid id,
        MerchantAccountId owner,
        CardData card,
        string fingerprint,
        NewPaymentMethod said,
        DateTimeOffset now
    )
    {
        var at = Milliseconds.Of(now);
        return new StoredPaymentMethod
        {
            Id = id,
            MerchantAccountId = owner,
            Card = CardDisplay.Of(card.Number, fingerprint),
            Expiry = Encoding.ASCII.GetString(card.Expiry.Reveal()),
            BuyerId = said.BuyerId,
            BuyerExternalIdentifier = said.BuyerExternalIdentifier,
            ExternalIdentifier = said.ExternalIdentifier,
            CreatedAt = at,
            UpdatedAt = at,
        };
    }

    /// <summary>Why <paramref name="caller"/> can't have it; null when it is its own.</summary>
    public PaymentMethodProblem? RefusalFor(MerchantAccountId caller) =>
        caller == MerchantAccountId ? null : new PaymentMethodProblem.NotFound();

    /// <summary>This method after an update by its merchant.</summary>
    public StoredPaymentMethod Update(PaymentMethodPatch said, DateTimeOffset now)
    {
        var transactionId = said.SchemeTransactionId.Over(SchemeTransactionId);
        // An id without its scheme says nothing, so one that is new takes the card's; and a scheme goes with its id.
        var scheme = said.SchemeTransactionIdScheme.Over(SchemeTransactionIdScheme);
        if (said.SchemeTransactionId.IsSaid && said.SchemeTransactionId.Value is not null)
        {
            scheme ??= said.SchemeTransactionIdScheme.IsSaid ? null : Card.Scheme;
        }

        return this with
        {
            Expiry = said.Expiry ?? Expiry,
            SchemeTransactionId = transactionId,
            SchemeTransactionIdScheme = said.SchemeTransactionId is { IsSaid: true, Value: null } ? null : scheme,
            TransactionLinkId = said.TransactionLinkId.Over(TransactionLinkId),
            UpdatedAt = Milliseconds.Of(now),
        };
    }

    /// <summary>This method after a payment with it.</summary>
    /// <param name="isCustomerInitiated">Whether the buyer made the payment himself.</param>
    /// <param name="now">When.</param>
    public StoredPaymentMethod Used(bool isCustomerInitiated, DateTimeOffset now)
    {
        var at = Milliseconds.Of(now);
        return this with
        {
            LastUsedAt = at,
            UsageCount = UsageCount + 1,
            CitLastUsedAt = isCustomerInitiated ? at : CitLastUsedAt,
            CitUsageCount = CitUsageCount + (isCustomerInitiated ? 1 : 0),
        };
    }
}
