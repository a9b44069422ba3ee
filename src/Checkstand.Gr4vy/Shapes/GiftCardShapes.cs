using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Gift cards, of which there are none: the forms are what an empty list is a list of.</summary>
internal static class GiftCardShapes
{
    public static readonly ObjectShape Service = new(
        "GiftCardService",
        Named("gift-card-service"),
        Must("id", Uuid),
        Must("gift_card_service_definition_id", Enums.GiftCardServiceProvider),
        Must("display_name", Text(1, 200))
    );

    public static readonly ObjectShape GiftCard = new(
        "GiftCard",
        Named("gift-card"),
        Must("id", Uuid),
        Must("merchant_account_id", AnyText),
        Must("gift_card_service", Service),
        Must("bin", AnyText),
        Must("sub_bin", AnyText),
        Must("last4", AnyText),
        Maybe("expiration_date", Forms.DateTime),
        Maybe("buyer", BuyerRecordShapes.Buyer),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Maybe("last_used_at", Forms.DateTime),
        Must("usage_count", AnyInteger),
        Maybe("cit_last_used_at", Forms.DateTime),
        Must("cit_usage_count", AnyInteger)
    );

    public static readonly ObjectShape GiftCards = PageBody.Of("GiftCards", GiftCard);

    public static readonly ObjectShape ListQuery = new(
        "list_gift_cards",
        [Maybe("buyer_external_identifier", AnyText), Maybe("buyer_id", Uuid), .. PageBody.Parameters]
    );

    public static readonly ObjectShape Summary = new(
        "GiftCardSummary",
        Named("gift-card"),
        Maybe("id", Uuid),
        Must("merchant_account_id", AnyText),
        Must("bin", AnyText),
        Must("sub_bin", AnyText),
        Must("last4", AnyText),
        Maybe("currency", Currency),
        Maybe("expiration_date", Forms.DateTime),
        Maybe("balance", AnyInteger),
        Maybe("balance_error_code", Enums.GiftCardErrorCode),
        Maybe("balance_raw_error_code", AnyText),
        Maybe("balance_raw_error_message", AnyText),
        Maybe("last_used_at", Forms.DateTime),
        Must("usage_count", AnyInteger),
        Maybe("cit_last_used_at", Forms.DateTime),
        Must("cit_usage_count", AnyInteger)
    );

    public static readonly ObjectShape Summaries = new("GiftCardSummaries", Must("items", new ArrayShape(Summary)));

    public static readonly ObjectShape BuyerQuery = new(
        "list_buyer_gift_cards",
        Maybe("buyer_external_identifier", AnyText),
        Maybe("buyer_id", Uuid),
        Maybe("sort_by", OneOf("last_used_at", "usage_count", "cit_last_used_at", "cit_usage_count")),
        NotNull("order_by", OneOf("asc", "desc")) with
        {
            DocumentedDefault = "\"desc\"",
        }
    );
}
