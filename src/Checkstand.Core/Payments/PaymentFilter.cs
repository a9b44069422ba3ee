namespace Checkstand.Core.Payments;

/// <summary>Which payments a list shows. Null and empty mean "any"; all that is said must hold.</summary>
public sealed record PaymentFilter
{
    /// <summary>One payment.</summary>
    public PaymentId? Id { get; init; }

    /// <summary>Those that paid one checkout.</summary>
    public Guid? CheckoutId { get; init; }

    /// <summary>The merchant's own id.</summary>
    public string? ExternalIdentifier { get; init; }

    /// <summary>The stored buyer.</summary>
    public Guid? BuyerId { get; init; }

    /// <summary>Any of these.</summary>
    public IReadOnlyList<PaymentStatus> Statuses { get; init; } = [];

    /// <summary>Any of these.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];

    /// <summary>Any of these.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Any of these.</summary>
    public IReadOnlyList<Guid> PaymentServiceIds { get; init; } = [];

    /// <summary>Any of these.</summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    /// <summary>Any of these.</summary>
    public IReadOnlyList<Vault.CardScheme> Schemes { get; init; } = [];

    /// <summary>The provider's id of the authorization.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>The stored payment method.</summary>
    public Guid? StoredMethodId { get; init; }

    /// <summary>The card's last four digits.</summary>
    public string? LastFour { get; init; }

    /// <summary>The card's first six digits.</summary>
    public string? Bin { get; init; }

    /// <summary>The card's fingerprint.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Ordered amount, lower bound, inclusive.</summary>
    public long? MinorUnitsMin { get; init; }

    /// <summary>Ordered amount, upper bound, inclusive.</summary>
    public long? MinorUnitsMax { get; init; }

    /// <summary>Whether something was refunded.</summary>
    public bool? HasRefunds { get; init; }

    /// <summary>Whether the merchant started it.</summary>
    public bool? IsMerchantInitiated { get; init; }

    /// <summary>Made at or after.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Made at or before.</summary>
    public DateTimeOffset? CreatedUntil { get; init; }

    /// <summary>Changed at or after.</summary>
    public DateTimeOffset? UpdatedFrom { get; init; }

    /// <summary>Changed at or before.</summary>
    public DateTimeOffset? UpdatedUntil { get; init; }

    /// <summary>What the dialect asks besides, of its own words for example; null when nothing.</summary>
    public Func<Payment, bool>? Also { get; init; }

    /// <summary>Whether a payment passes.</summary>
    public bool Matches(Payment payment) =>
        IsAsNamed(payment)
        && IsAsOrdered(payment)
        && IsCardAsSaid(payment.Card)
        && IsStateAsSaid(payment)
        && Also?.Invoke(payment) != false;

    private bool IsAsNamed(Payment payment) =>
        (Id is null || payment.Id == Id)
        && (CheckoutId is null || payment.CheckoutId == CheckoutId)
        && (ExternalIdentifier is null || payment.Order.ExternalIdentifier == ExternalIdentifier)
        && (BuyerId is null || payment.Order.BuyerId == BuyerId)
        && (ProviderReference is null || payment.Authorization.Reference == ProviderReference);

    private bool IsAsOrdered(Payment payment) =>
        IsAnyOf(Currencies, payment.Currency)
        && (Countries.Count == 0 || (payment.Order.Country is { } country && Countries.Contains(country)))
        && !(payment.Order.Amount.MinorUnits < MinorUnitsMin)
        && !(payment.Order.Amount.MinorUnits > MinorUnitsMax)
        && (IsMerchantInitiated is null || payment.Order.IsMerchantInitiated == IsMerchantInitiated);

    private bool IsCardAsSaid(PaymentCard card) =>
        IsAnyOf(Schemes, card.Display.Scheme)
        && (StoredMethodId is null || card.StoredMethodId == StoredMethodId)
        && (LastFour is null || card.Display.LastFour == LastFour)
        && (Bin is null || card.Display.Bin == Bin)
        && (Fingerprint is null || card.Display.Fingerprint == Fingerprint);

    private bool IsStateAsSaid(Payment payment) =>
        IsAnyOf(Statuses, payment.Status)
        && IsAnyOf(PaymentServiceIds, payment.Authorization.PaymentServiceId)
        && (ErrorCodes.Count == 0 || (payment.Authorization.Error is { } error && ErrorCodes.Contains(error.Value)))
        && (HasRefunds is null || payment.RefundedMinorUnits > 0 == HasRefunds)
        && !(payment.CreatedAt < CreatedFrom)
        && !(payment.CreatedAt > CreatedUntil)
        && !(payment.UpdatedAt < UpdatedFrom)
        && !(payment.UpdatedAt > UpdatedUntil);

    private static bool IsAnyOf<T>(IReadOnlyList<T> wanted, T value) => wanted.Count == 0 || wanted.Contains(value);
}
