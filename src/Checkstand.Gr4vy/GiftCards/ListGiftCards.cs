using Checkstand.Core;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.GiftCards;

/// <summary><c>GET /gift-cards</c>: there are none, and the list is empty.</summary>
internal static class ListGiftCards
{
    public static readonly Operation Operation = new()
    {
        Id = "list_gift_cards",
        Method = HttpMethods.Get,
        Path = "/gift-cards",
        Scope = "gift-cards.read",
        Query = GiftCardShapes.ListQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = GiftCardShapes.GiftCards,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        PageBody.Read(call).TryGet(out var request, out var violation)
            ? call.AnswerPageAsync(request, new Page<object>([], null, null), static (_, _) => { })
            : Gr4vyErrors.WriteAsync(call.Http, [violation]);
}
