using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.MerchantAccounts;

/// <summary><c>POST /merchant-accounts</c>: opens a merchant account.</summary>
internal static class CreateMerchantAccount
{
    public static readonly Operation Operation = new()
    {
        Id = "create_merchant_account",
        Method = HttpMethods.Post,
        Path = "/merchant-accounts",
        Scope = "merchant-accounts.write",
        IsOfAccount = false,
        Request = MerchantShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = MerchantShapes.Account,
        MayConflict = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        // Who is confined to some accounts can't be let to make others.
        if (call.Caller!.Token.Key.MerchantAccountIds.Count > 0)
        {
            await Gr4vyErrors.WriteBeyondKeyAsync(call.Http);
            return;
        }

        var id = MerchantAccountId.Parse(call.Body!.Text("id")!);
        var merchants = call.Services.Merchants;
        if (!await merchants.AddAccountAsync(id, call.Body!.Text("display_name")!, call.Cancellation))
        {
            await Gr4vyErrors.WriteConflictAsync(
                call.Http,
                "There is a merchant account with this id already.",
                id.Value
            );
            return;
        }

        await call.AnswerAsync(StatusCodes.Status201Created, merchants.FindAccount(id)!, MerchantAccountBody.Write);
    }
}
