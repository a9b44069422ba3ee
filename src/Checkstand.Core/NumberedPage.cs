namespace Checkstand.Core;

/// <summary>Which part of a list is wanted, by number.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Size">Most items, 1 to 100.</param>
public readonly record struct PageNumber(int Number, int Size)
{
    /// <summary>How many items stand before the page.</summary>
    public long Skipped => (Number - 1L) * Size;

    /// <summary>
    /// How many items all pages have together, when this page shows it: it is not full, so it is the last. Null when they
    /// have to be counted. Counting may cost as much as finding.
    /// </summary>
    /// <param name="found">How many items this page has.</param>
    public long? TotalIfLast(int found) => found < Size && (found > 0 || Number == 1) ? Skipped + found : null;
}

/// <summary>A part of a list that says how long the list is.</summary>
/// <param name="Items">The items, in the order that was asked for.</param>
/// <param name="TotalCount">How many items all pages have together.</param>
public sealed record NumberedPage<T>(IReadOnlyList<T> Items, long TotalCount)
{
    /// <summary>The number of the last page; 0 for an empty list.</summary>
    public long LastPage(int size) => (TotalCount + size - 1) / size;
}
