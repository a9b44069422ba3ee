using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client.Gr4vy;

/// <summary>Lists that come whole.</summary>
internal static class Gr4vyLists
{
    public static async Task<ApiResult<IReadOnlyList<T>>> ListAsync<T>(
        this ApiCaller caller,
        ApiRequest request,
        JsonTypeInfo<Gr4vyList<T>> answer,
        CallOptions? options,
        CancellationToken cancellationToken
    ) =>
        (await caller.SendAsync(request, answer, options, cancellationToken).ConfigureAwait(false)).Select(list =>
            (IReadOnlyList<T>)list.Items
        );

    /// <summary>With a body, or without one when there is none.</summary>
    public static ApiRequest WithOrWithout<T>(
        this ApiRequest request,
        T? body,
        JsonTypeInfo<T> contract,
        [CallerArgumentExpression(nameof(body))] string parameter = ""
    )
        where T : class => body is null ? request : request.With(body, contract, parameter);
}
