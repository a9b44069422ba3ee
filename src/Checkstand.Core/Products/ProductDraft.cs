using Checkstand.Core.Checkouts;

namespace Checkstand.Core.Products;

/// <summary>A product as a seller asks for it; its form is checked, its rules are not yet.</summary>
public sealed record ProductDraft
{
    /// <summary>As <see cref="Product.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>As <see cref="Product.Description"/>.</summary>
    public string? Description { get; init; }

    /// <summary>As <see cref="Product.Visibility"/>.</summary>
    public ProductVisibility Visibility { get; init; } = ProductVisibility.Public;

    /// <summary>As <see cref="Product.Recurs"/>.</summary>
    public CalendarSpan? Recurs { get; init; }

    /// <summary>As <see cref="Product.MeterRecurs"/>.</summary>
    public CalendarSpan? MeterRecurs { get; init; }

    /// <summary>As <see cref="Product.Trial"/>.</summary>
    public CalendarSpan? Trial { get; init; }

    /// <summary>The prices.</summary>
    public required IReadOnlyList<PriceDraft> Prices { get; init; }

    /// <summary>As <see cref="Product.Fields"/>.</summary>
    public IReadOnlyList<AttachedField> Fields { get; init; } = [];

    /// <summary>How many media are asked for: there are none here, so any is refused.</summary>
    public int MediaCount { get; init; }

    /// <summary>As <see cref="Product.Metadata"/>.</summary>
    public JsonText Metadata { get; init; }
}

/// <summary>What a seller changes of a product; null, or not said, for what stays.</summary>
public sealed record ProductPatch
{
    /// <summary>As <see cref="Product.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary>As <see cref="Product.Description"/>.</summary>
    public Said<string?> Description { get; init; }

    /// <summary>As <see cref="Product.Visibility"/>.</summary>
    public ProductVisibility? Visibility { get; init; }

    /// <summary>As <see cref="Product.IsArchived"/>.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>The unit of <see cref="Product.Recurs"/>, which never changes: what is said must be what it is.</summary>
    public Said<CalendarUnit?> RecursUnit { get; init; }

    /// <summary>The count of <see cref="Product.Recurs"/>, likewise.</summary>
    public Said<int?> RecursCount { get; init; }

    /// <summary>As <see cref="Product.Trial"/>.</summary>
    public Said<CalendarSpan?> Trial { get; init; }

    /// <summary>The prices from now on: those that are not among them are archived.</summary>
    public IReadOnlyList<PriceDraft>? Prices { get; init; }

    /// <summary>As <see cref="Product.Fields"/>.</summary>
    public IReadOnlyList<AttachedField>? Fields { get; init; }

    /// <summary>As <see cref="ProductDraft.MediaCount"/>.</summary>
    public int MediaCount { get; init; }

    /// <summary>As <see cref="Product.Metadata"/>; nothing said to keep it.</summary>
    public JsonText Metadata { get; init; }
}
