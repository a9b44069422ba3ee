using Checkstand.Core;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.ApiKeyPairs;

/// <summary><c>GET /api-key-pairs</c>: the signing keys that the caller may see, newest first.</summary>
internal static class ListApiKeyPairs
{
    public static readonly Operation Operation = new()
    {
        Id = "list_api_key_pairs",
        Method = HttpMethods.Get,
        Path = "/api-key-pairs",
        Scope = "api-key-pairs.read",
        IsOfAccount = false,
        Query = KeyPairShapes.ListQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = KeyPairShapes.KeyPairs,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call)
    {
        if (!PageBody.Read(call).TryGet(out var request, out var violation))
        {
            return Gr4vyErrors.WriteAsync(call.Http, [violation]);
        }

        var merchants = call.Services.Merchants;
        var page = Page.Of(request, merchants.Keys.Reverse(), key => NamedId.Of(key.Thumbprint), call.MaySee);
        return call.AnswerPageAsync(
            request,
            page,
            (writer, key) => KeyPairBody.Write(writer, KeyPairBody.Of(merchants, key))
        );
    }
}
