using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client.Gr4vy;

/// <summary>A page on the wire.</summary>
internal sealed class Gr4vyList<T>
{
    // A list without items is no empty list: the answer is of something else.
    [JsonRequired]
    public List<T> Items
    {
        get;
        set => field = value ?? throw new JsonException("A list has items.");
    } = [];

    public string? NextCursor { get; set; }

    public string? PreviousCursor { get; set; }
}

/// <summary>Pages of this dialect: each names the next by a cursor.</summary>
internal static class Gr4vyPages
{
    /// <summary>The page that a cursor names; null names the first.</summary>
    /// <param name="caller">Sends.</param>
    /// <param name="request">Makes the request for a cursor.</param>
    /// <param name="cursor">Of the page.</param>
    /// <param name="answer">How the page is read.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ApiResult<Page<T>>> TryPageAsync<T>(
        this ApiCaller caller,
        Func<string?, ApiRequest> request,
        string? cursor,
        JsonTypeInfo<Gr4vyList<T>> answer,
        CallOptions? options,
        CancellationToken cancellationToken
    )
    {
        var question = request(cursor);
        var result = await caller.SendAsync(question, answer, options, cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            return new ApiResult<Page<T>>(result.Error);
        }

        var (list, response) = (result.Value, result.Response);
        if (list.NextCursor is { Length: > 0 } same && same == cursor)
        {
            // Following it would never end.
            var error = new ResponseParseException("The page names itself as the next.", question.Name, response, null);
            return new ApiResult<Page<T>>(error);
        }

        var next = list.NextCursor is { Length: > 0 } after
            ? (CallOptions? more, CancellationToken token) =>
                caller.TryPageAsync(request, after, answer, more ?? options, token)
            : (Func<CallOptions?, CancellationToken, Task<ApiResult<Page<T>>>>?)null;
        var page = new Page<T>(list.Items, response, next)
        {
            NextCursor = list.NextCursor,
            PreviousCursor = list.PreviousCursor,
        };
        return new ApiResult<Page<T>>(page, response);
    }
}
