using Checkstand.Core.Checkouts;

namespace Checkstand.Core.Discounts;

/// <summary>
/// What somebody wants changed about a discount; its form is checked, its rules are not yet. Null is the same as nothing
/// except where it means something: such members are <see cref="Said{T}"/>.
/// </summary>
public sealed record DiscountChange
{
    /// <summary>Another name.</summary>
    public string? Name { get; init; }

    /// <summary>Another code, or none.</summary>
    public Said<string?> Code { get; init; }

    /// <summary>The kind as the sender believes it to be; it never changes.</summary>
    public DiscountKind? Kind { get; init; }

    /// <summary>Other amounts by currency; without effect on a percentage.</summary>
    public IReadOnlyDictionary<string, long>? Amounts { get; init; }

    /// <summary>Another percentage in hundredths of a percent; without effect on fixed amounts.</summary>
    public int? BasisPoints { get; init; }

    /// <summary>The duration as the sender believes it to be; it never changes.</summary>
    public DiscountDuration? Duration { get; init; }

    /// <summary>For how many months, when it repeats.</summary>
    public int? DurationInMonths { get; init; }

    /// <summary>From when, or always.</summary>
    public Said<DateTimeOffset?> StartsAt { get; init; }

    /// <summary>Until when, or always.</summary>
    public Said<DateTimeOffset?> EndsAt { get; init; }

    /// <summary>How often it may be redeemed in all, or any number of times.</summary>
    public Said<int?> RedemptionsMax { get; init; }

    /// <summary>How often one customer may redeem it, or any number of times.</summary>
    public Said<int?> RedemptionsMaxPerCustomer { get; init; }

    /// <summary>Other products that it is for; empty for all.</summary>
    public IReadOnlyList<Guid>? ProductIds { get; init; }

    /// <summary>The seller's own data in place of what was there; without a value, nothing.</summary>
    public JsonText Metadata { get; init; }
}

/// <summary>The two ways to reduce.</summary>
public enum DiscountKind
{
    /// <summary>By so much money.</summary>
    Fixed,

    /// <summary>By a part.</summary>
    Percentage,
}
