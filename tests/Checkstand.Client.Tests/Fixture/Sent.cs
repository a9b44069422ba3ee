using System.Text.Json;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Fixture;

/// <summary>Calls of no operation in particular, for tests of what all operations have in common.</summary>
internal static class Sent
{
    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<JsonElement> AnyJson =>
        Gr4vyJsonContext.Default.JsonElement;

    public static Task<ApiResult<JsonElement>> AskAsync(
        this Gr4vyClient client,
        ApiRequest request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => client.Caller.SendAsync(request, AnyJson, options, cancellationToken);

    public static Task<ApiResult<JsonElement>> AskAsync(
        this PolarClient client,
        ApiRequest request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => client.Caller.SendAsync(request, AnyJson, options, cancellationToken);
}
