using Checkstand.Core.Checkouts;

namespace Checkstand.Core.CheckoutLinks;

/// <summary>What somebody says of a new checkout link; its form is checked, its rules are not yet.</summary>
public sealed record CheckoutLinkDraft
{
    /// <summary>What may be bought.</summary>
    public required CheckoutSelection Selection { get; init; }

    /// <summary>Its name for the seller; null when there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The discount; null for none.</summary>
    public Guid? DiscountId { get; init; }

    /// <summary>Whether buyers may type a discount's code.</summary>
    public bool AllowDiscountCodes { get; init; } = true;

    /// <summary>Whether the whole address is asked for.</summary>
    public bool RequireBillingAddress { get; init; }

    /// <summary>How many seats, 1 to 10,000; null for the fewest.</summary>
    public int? Seats { get; init; }

    /// <summary>The unit of a trial of its own; with <see cref="TrialCount"/> or not at all.</summary>
    public CalendarUnit? TrialUnit { get; init; }

    /// <summary>How many of them, 1 to 1000.</summary>
    public int? TrialCount { get; init; }

    /// <summary>Where buyers go afterwards; null for a page of ours.</summary>
    public string? SuccessUrl { get; init; }

    /// <summary>Where buyers go who turn back; null for nowhere.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The organization's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }
}

/// <summary>
/// What somebody wants changed about a checkout link. Null is the same as nothing except where it means something: such
/// members are <see cref="Said{T}"/>.
/// </summary>
public sealed record CheckoutLinkChange
{
    /// <summary>Other products, one or more.</summary>
    public IReadOnlyList<Guid>? ProductIds { get; init; }

    /// <summary>Another name for the seller, or none.</summary>
    public Said<string?> Label { get; init; }

    /// <summary>Another discount, or none.</summary>
    public Said<Guid?> DiscountId { get; init; }

    /// <summary>Whether buyers may type a discount's code.</summary>
    public bool? AllowDiscountCodes { get; init; }

    /// <summary>Whether the whole address is asked for.</summary>
    public bool? RequireBillingAddress { get; init; }

    /// <summary>How many seats, or the fewest.</summary>
    public Said<int?> Seats { get; init; }

    /// <summary>The unit of a trial of its own, or none.</summary>
    public Said<CalendarUnit?> TrialUnit { get; init; }

    /// <summary>How many of them.</summary>
    public Said<int?> TrialCount { get; init; }

    /// <summary>Where buyers go afterwards, or a page of ours.</summary>
    public Said<string?> SuccessUrl { get; init; }

    /// <summary>Where buyers go who turn back, or nowhere.</summary>
    public Said<string?> ReturnUrl { get; init; }

    /// <summary>The organization's own data in place of what was there; without a value, nothing.</summary>
    public JsonText Metadata { get; init; }
}
