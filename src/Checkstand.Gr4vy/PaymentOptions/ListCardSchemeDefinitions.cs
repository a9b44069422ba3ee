using System.Text.Json;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentOptions;

/// <summary><c>GET /card-scheme-definitions</c>: the schemes that cards are told apart by.</summary>
internal static class ListCardSchemeDefinitions
{
    public static readonly Operation Operation = new()
    {
        Id = "list_card_scheme_definitions",
        Method = HttpMethods.Get,
        Path = "/card-scheme-definitions",
        Scope = "card-scheme-definitions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentOptionShapes.SchemeDefinitions,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) => call.AnswerAsync(StatusCodes.Status200OK, 0, Write);

    private static void Write(Utf8JsonWriter writer, int nothing)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var scheme in Enum.GetValues<CardScheme>().Where(scheme => scheme != CardScheme.Other))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "card-scheme-definition"u8);
            writer.WriteString("id"u8, Enums.SchemeName(scheme));
            // The schemes' pictures are theirs. The contract demands text, and empty text leads nowhere.
            writer.WriteString("icon_url"u8, ""u8);
            writer.WriteString("display_name"u8, NameOf(scheme));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string NameOf(CardScheme scheme) =>
        scheme switch
        {
            CardScheme.Amex => "American Express",
            CardScheme.CarteBancaire => "Cartes Bancaires",
            CardScheme.DinersClub => "Diners Club",
            CardScheme.EftposAustralia => "eftpos Australia",
            CardScheme.Jcb => "JCB",
            CardScheme.Nyce => "NYCE",
            CardScheme.Rupay => "RuPay",
            CardScheme.Uatp => "UATP",
            CardScheme.Unionpay => "UnionPay",
            _ => scheme.ToString(),
        };
}
