using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.MerchantAccounts;

/// <summary><c>GET /merchant-accounts/{merchant_account_id}</c>: shows a merchant account.</summary>
internal static class GetMerchantAccount
{
    public static readonly Operation Operation = new()
    {
        Id = "get_merchant_account",
        Method = HttpMethods.Get,
        Path = "/merchant-accounts/{merchant_account_id}",
        TextParameters = ["merchant_account_id"],
        Scope = "merchant-accounts.read",
        IsOfAccount = false,
        SuccessStatus = StatusCodes.Status200OK,
        Response = MerchantShapes.Account,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        Find(call) is { } account
            ? call.AnswerAsync(StatusCodes.Status200OK, account, MerchantAccountBody.Write)
            : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound);

    /// <summary>The account of the path; null when there is none that the caller's key may act for.</summary>
    public static MerchantAccount? Find(Call call) =>
        MerchantAccountId.TryParse(call.PathText("merchant_account_id"), out var id)
        && call.Caller!.Token.Key.MayActFor(id)
            ? call.Services.Merchants.FindAccount(id)
            : null;
}
