using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.ApiKeyPairs;

/// <summary><c>GET /api-key-pairs/{api_key_pair_id}</c>: shows a signing key, without its private half.</summary>
internal static class GetApiKeyPair
{
    public static readonly Operation Operation = new()
    {
        Id = "get_api_key_pair",
        Method = HttpMethods.Get,
        Path = "/api-key-pairs/{api_key_pair_id}",
        Scope = "api-key-pairs.read",
        IsOfAccount = false,
        SuccessStatus = StatusCodes.Status200OK,
        Response = KeyPairShapes.KeyPair,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.FindKey() is { } key
            ? call.AnswerAsync(StatusCodes.Status200OK, KeyPairBody.Of(call.Services.Merchants, key), KeyPairBody.Write)
            : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound);
}
