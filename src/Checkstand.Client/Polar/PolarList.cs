using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client.Polar;

/// <summary>A page on the wire.</summary>
internal sealed class PolarList<T>
{
    // A list without items is no empty list: the answer is of something else.
    [JsonRequired]
    public List<T> Items
    {
        get;
        set => field = value ?? throw new JsonException("A list has items.");
    } = [];

    [JsonRequired]
    public PolarPagination Pagination
    {
        get;
        set => field = value ?? throw new JsonException("A list has a number of pages.");
    } = new();
}

/// <summary>How long a list is.</summary>
internal sealed class PolarPagination
{
    public long TotalCount { get; set; }

    public int MaxPage { get; set; }
}

/// <summary>Pages of this dialect: numbered from 1.</summary>
internal static class PolarPages
{
    /// <summary>The page with a number.</summary>
    /// <param name="caller">Sends.</param>
    /// <param name="request">Makes the request for a number.</param>
    /// <param name="page">Its number, from 1; null is 1.</param>
    /// <param name="answer">How the page is read.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException"><paramref name="page"/> is below 1.</exception>
    public static async Task<ApiResult<Page<T>>> TryPageAsync<T>(
        this ApiCaller caller,
        Func<int, ApiRequest> request,
        int? page,
        JsonTypeInfo<PolarList<T>> answer,
        CallOptions? options,
        CancellationToken cancellationToken
    )
    {
        var asked = page ?? 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(asked, 1, nameof(page));
        var result = await caller.SendAsync(request(asked), answer, options, cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            return new ApiResult<Page<T>>(result.Error);
        }

        // The last page is told by the number of pages alone: the server may make pages shorter than was asked.
        var (list, response) = (result.Value, result.Response);
        var next =
            list.Pagination.MaxPage > asked
                ? (CallOptions? more, CancellationToken token) =>
                    caller.TryPageAsync(request, asked + 1, answer, more ?? options, token)
                : (Func<CallOptions?, CancellationToken, Task<ApiResult<Page<T>>>>?)null;
        var here = new Page<T>(list.Items, response, next)
        {
            Number = asked,
            TotalCount = list.Pagination.TotalCount,
            MaxPage = list.Pagination.MaxPage,
        };
        return new ApiResult<Page<T>>(here, response);
    }
}
