using System.Runtime.CompilerServices;

namespace Checkstand.Client;

/// <summary>A part of a list, and the way to the next.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class Page<T>
{
    private readonly Func<CallOptions?, CancellationToken, Task<ApiResult<Page<T>>>>? next;

    internal Page(
        IReadOnlyList<T> items,
        ApiResponse response,
        Func<CallOptions?, CancellationToken, Task<ApiResult<Page<T>>>>? next
    ) => (Items, Response, this.next) = (items, response, next);

    /// <summary>What is on this page; perhaps nothing.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>Status and headers of the answer that brought it.</summary>
    public ApiResponse Response { get; }

    /// <summary>Whether there is a page after this one.</summary>
    public bool HasNext => next is not null;

    /// <summary>Names the page after this one in the Gr4vy dialect; null there at the end, and always in the Polar dialect.</summary>
    public string? NextCursor { get; internal init; }

    /// <summary>Names the page before this one in the Gr4vy dialect; null there at the beginning, and always in the Polar dialect.</summary>
    public string? PreviousCursor { get; internal init; }

    /// <summary>The page's number, from 1, in the Polar dialect; null in the Gr4vy dialect.</summary>
    public int? Number { get; internal init; }

    /// <summary>How many items the whole list has, in the Polar dialect; null in the Gr4vy dialect.</summary>
    public long? TotalCount { get; internal init; }

    /// <summary>The last page's number in the Polar dialect, 0 when the list is empty; null in the Gr4vy dialect.</summary>
    public int? MaxPage { get; internal init; }

    /// <summary>The next page; null after the last.</summary>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CheckstandException">The call failed.</exception>
    public async Task<Page<T>?> NextAsync(CallOptions? options = null, CancellationToken cancellationToken = default) =>
        next is null ? null : (await next(options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>The next page as a result; null after the last.</summary>
    /// <inheritdoc cref="NextAsync"/>
    public async Task<ApiResult<Page<T>>?> TryNextAsync(
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => next is null ? null : await next(options, cancellationToken).ConfigureAwait(false);
}

/// <summary>Makes lists of pages.</summary>
internal static class Pages
{
    /// <summary>The items of a page and of all that follow it, each page asked for when its first item is.</summary>
    /// <param name="first">The first page.</param>
    /// <param name="options">What every call of the list does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<T> ItemsAsync<T>(
        Func<CancellationToken, Task<ApiResult<Page<T>>>> first,
        CallOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var page = (await first(cancellationToken).ConfigureAwait(false)).ValueOrThrow();
        while (page is not null)
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }

            page = await page.NextAsync(options, cancellationToken).ConfigureAwait(false);
        }
    }
}
