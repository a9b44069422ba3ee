using Checkstand.Core.Organizations;

namespace Checkstand.Core.CheckoutLinks;

/// <summary>An address that opens a fresh checkout for whoever follows it (contract polar section 1.5).</summary>
public sealed partial record CheckoutLink
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who sells.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>What its address ends in: <c>polar_cl_...</c>. Everybody may know it.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Its name for the seller; null when there is none.</summary>
    public string? Label { get; init; }

    /// <summary>What may be bought; the first is preselected.</summary>
    public required IReadOnlyList<Guid> ProductIds { get; init; }

    /// <summary>The discount that is applied; null for none.</summary>
    public Guid? DiscountId { get; init; }

    /// <summary>Whether buyers may type a discount's code.</summary>
    public bool AllowDiscountCodes { get; init; } = true;

    /// <summary>Whether the whole address is asked for.</summary>
    public bool RequireBillingAddress { get; init; }

    /// <summary>How many seats; null for the least.</summary>
    public int? Seats { get; init; }

    /// <summary>How long a trial is, in place of the product's; null for the product's.</summary>
    public CalendarSpan? Trial { get; init; }

    /// <summary>Where buyers go afterwards; null for a page of ours.</summary>
    public string? SuccessUrl { get; init; }

    /// <summary>Where buyers go who turn back; null for nowhere.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The organization's own data, copied onto its checkouts: a JSON object.</summary>
    public JsonText Metadata { get; init; }
}
