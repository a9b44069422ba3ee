using Checkstand.Core;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.MerchantAccounts;

/// <summary><c>GET /merchant-accounts</c>: the merchant accounts that the key may act for, newest first.</summary>
internal static class ListMerchantAccounts
{
    public static readonly Operation Operation = new()
    {
        Id = "list_merchant_accounts",
        Method = HttpMethods.Get,
        Path = "/merchant-accounts",
        Scope = "merchant-accounts.read",
        IsOfAccount = false,
        Query = MerchantShapes.ListQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = MerchantShapes.Accounts,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call)
    {
        if (!PageBody.Read(call).TryGet(out var request, out var violation))
        {
            return Gr4vyErrors.WriteAsync(call.Http, [violation]);
        }

        var search = call.Query!.Text("search") ?? "";
        var newestFirst = call
            .Services.Merchants.Accounts.OrderByDescending(account => account.CreatedAt)
            .ThenBy(account => account.Id.Value, StringComparer.Ordinal);
        var page = Page.Of(
            request,
            newestFirst,
            account => NamedId.Of(account.Id.Value),
            account =>
                call.Caller!.Token.Key.MayActFor(account.Id)
                && (
                    account.Id.Value.Contains(search, StringComparison.OrdinalIgnoreCase)
                    || account.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)
                )
        );
        return call.AnswerPageAsync(request, page, MerchantAccountBody.Write);
    }
}
