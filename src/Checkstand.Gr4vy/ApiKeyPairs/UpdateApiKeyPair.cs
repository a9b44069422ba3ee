using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.ApiKeyPairs;

/// <summary><c>PUT /api-key-pairs/{api_key_pair_id}</c>: renames a signing key, gives it to other accounts, or revokes it.</summary>
internal static class UpdateApiKeyPair
{
    public static readonly Operation Operation = new()
    {
        Id = "update_api_key_pair",
        Method = HttpMethods.Put,
        Path = "/api-key-pairs/{api_key_pair_id}",
        Scope = "api-key-pairs.write",
        IsOfAccount = false,
        Request = KeyPairShapes.Update,
        SuccessStatus = StatusCodes.Status200OK,
        Response = KeyPairShapes.KeyPair,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (call.FindKey() is not { } key)
        {
            await Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound);
            return;
        }

        IReadOnlyList<MerchantAccountId>? accounts = null;
        if (call.Body!.Has("merchant_account_ids"))
        {
            accounts = call.ReadAccounts(out var refusal);
            if (accounts is null)
            {
                await refusal!;
                return;
            }
        }

        var isActive = call.Body!.Boolean("active");
        if (isActive == true && key.RevokedAt is not null)
        {
            await Gr4vyErrors.WriteMeaningAsync(
                call.Http,
                "/active",
                "A revoked key stays revoked: make another one.",
                "value_error"
            );
            return;
        }

        var merchants = call.Services.Merchants;
        var name = call.Body!.Text("display_name");
        // What is not said comes from the key as it is by then: a rename must not undo what another call narrows meanwhile.
        await merchants.ChangeKeyAsync(
            key.Thumbprint,
            known =>
                known with
                {
                    DisplayName = name ?? known.DisplayName,
                    MerchantAccountIds = accounts ?? known.MerchantAccountIds,
                },
            call.Cancellation
        );
        if (isActive == false)
        {
            await merchants.RevokeKeyAsync(key.Thumbprint, call.Cancellation);
        }

        var kept = merchants.Keys.First(known => known.Thumbprint == key.Thumbprint);
        await call.AnswerAsync(StatusCodes.Status200OK, KeyPairBody.Of(merchants, kept), KeyPairBody.Write);
    }
}
