using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.GiftCards;

/// <summary><c>GET /buyers/gift-cards</c>: there are none, and the list is empty.</summary>
internal static class ListBuyerGiftCards
{
    public static readonly Operation Operation = new()
    {
        Id = "list_buyer_gift_cards",
        Method = HttpMethods.Get,
        Path = "/buyers/gift-cards",
        Scope = "gift-cards.read",
        Query = GiftCardShapes.BuyerQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = GiftCardShapes.Summaries,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.AnswerAsync(
            StatusCodes.Status200OK,
            0,
            static (writer, _) =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("items"u8);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        );
}
