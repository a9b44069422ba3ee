using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client.Polar;

/// <summary>A list that is asked for page by page, with its arguments checked before anything is sent.</summary>
internal sealed class PagedList<T>
{
    // Contract polar section 1.2: servers cut what is above it without a word, and nobody should wonder.
    private const int LimitMax = 100;

    private readonly ApiCaller caller;
    private readonly JsonTypeInfo<PolarList<T>> answer;
    private readonly int first;
    private readonly Func<int, ApiRequest> ask;

    /// <exception cref="ArgumentException">There is no such page, no page of that size, or a filter cannot be sent.</exception>
    public PagedList(
        ApiCaller caller,
        JsonTypeInfo<PolarList<T>> answer,
        int? page,
        int? limit,
        Func<long, long?, ApiRequest> ask
    )
    {
        if (page < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(page), page, "Pages are numbered from 1.");
        }

        if (limit is < 1 or > LimitMax)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, $"A page has 1 to {LimitMax} items.");
        }

        (this.caller, this.answer, first) = (caller, answer, page ?? 1);
        this.ask = number => ask(number, limit);
        // What is wrong with the filters shows here, and not when somebody first looks for an item.
        _ = this.ask(first);
    }

    public IAsyncEnumerable<T> ItemsAsync(CallOptions? options, CancellationToken cancellationToken) =>
        Pages.ItemsAsync(stop => PageAsync(options, stop), options, cancellationToken);

    public Task<ApiResult<Page<T>>> PageAsync(CallOptions? options, CancellationToken cancellationToken) =>
        caller.TryPageAsync(ask, first, answer, options, cancellationToken);
}
