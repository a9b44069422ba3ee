using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.ApiKeyPairs;

/// <summary><c>DELETE /api-key-pairs/{api_key_pair_id}</c>: revokes a signing key and shows it no more.</summary>
internal static class DeleteApiKeyPair
{
    public static readonly Operation Operation = new()
    {
        Id = "delete_api_key_pair",
        Method = HttpMethods.Delete,
        Path = "/api-key-pairs/{api_key_pair_id}",
        Scope = "api-key-pairs.write",
        IsOfAccount = false,
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (call.FindKey() is not { } key)
        {
            await Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound);
            return;
        }

        // Revoked first: between the two a key that is shown and refused does no harm.
        await call.Services.Merchants.RevokeKeyAsync(key.Thumbprint, call.Cancellation);
        await call.Services.Merchants.ChangeKeyAsync(
            key.Thumbprint,
            known => known with { IsDeleted = true },
            call.Cancellation
        );
        await call.AnswerEmptyAsync();
    }
}
