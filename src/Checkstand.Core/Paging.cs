namespace Checkstand.Core;

/// <summary>Which part of a list is wanted. Lists are newest first, by time-ordered id.</summary>
/// <param name="Limit">Most items, 1 to 100.</param>
/// <param name="Cursor">Where the page begins; null for the newest.</param>
public sealed record PageRequest(int Limit, PageCursor? Cursor);

/// <summary>A place in a list: next to an item, which need not exist any more.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="IsBackward">False for the items older than it, true for those newer.</param>
public readonly record struct PageCursor(Guid Id, bool IsBackward);

/// <summary>A part of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Where older items begin; null when there are none.</param>
/// <param name="Previous">Where newer items end; null when there are none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, PageCursor? Next, PageCursor? Previous);

/// <summary>Makes pages from rows.</summary>
public static class Page
{
    /// <summary>
    /// Makes a page of up to <c>Limit + 1</c> rows in the direction of the request: the row too many only says that
    /// there is more.
    /// </summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="rows">Rows nearest to the cursor first.</param>
    /// <param name="idOf">The id that the list is ordered by.</param>
    public static Page<T> Of<T>(PageRequest request, IReadOnlyList<T> rows, Func<T, Guid> idOf)
    {
        var isBackward = request.Cursor is { IsBackward: true };
        var hasMore = rows.Count > request.Limit;
        var items = rows.Take(request.Limit).ToList();
        if (isBackward)
        {
            items.Reverse();
        }

        if (items.Count == 0)
        {
            return new Page<T>(items, null, null);
        }

        var hasOlder = isBackward || hasMore;
        var hasNewer = isBackward ? hasMore : request.Cursor is not null;
        return new Page<T>(
            items,
            hasOlder ? new PageCursor(idOf(items[^1]), IsBackward: false) : null,
            hasNewer ? new PageCursor(idOf(items[0]), IsBackward: true) : null
        );
    }

    /// <summary>Makes a page of a list that is in memory.</summary>
    /// <param name="request">What was asked for. A cursor at an item that is not in the list leads to an empty page.</param>
    /// <param name="all">The whole list, newest first.</param>
    /// <param name="idOf">What cursors name an item by; unique in the list.</param>
    /// <param name="isWanted">Which items count.</param>
    public static Page<T> Of<T>(PageRequest request, IEnumerable<T> all, Func<T, Guid> idOf, Func<T, bool> isWanted)
    {
        var rows = all;
        if (request.Cursor is { } cursor)
        {
            rows = cursor.IsBackward ? all.Reverse() : all;
            rows = rows.SkipWhile(item => idOf(item) != cursor.Id).Skip(1);
        }

        return Of(request, [.. rows.Where(isWanted).Take(request.Limit + 1)], idOf);
    }
}
