using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.MerchantAccounts;

/// <summary><c>PUT /merchant-accounts/{merchant_account_id}</c>: gives a merchant account another name.</summary>
internal static class UpdateMerchantAccount
{
    public static readonly Operation Operation = new()
    {
        Id = "update_merchant_account",
        Method = HttpMethods.Put,
        Path = "/merchant-accounts/{merchant_account_id}",
        TextParameters = ["merchant_account_id"],
        Scope = "merchant-accounts.write",
        IsOfAccount = false,
        Request = MerchantShapes.Update,
        SuccessStatus = StatusCodes.Status200OK,
        Response = MerchantShapes.Account,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var account = GetMerchantAccount.Find(call);
        if (account is not null && call.Body!.Text("display_name") is { } name)
        {
            account = await call.Services.Merchants.RenameAccountAsync(account.Id, name, call.Cancellation);
        }

        await (
            account is null
                ? Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound)
                : call.AnswerAsync(StatusCodes.Status200OK, account, MerchantAccountBody.Write)
        );
    }
}
