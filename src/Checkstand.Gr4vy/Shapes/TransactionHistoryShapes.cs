using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>What happened to a transaction: events, actions and settlements (section 6.4).</summary>
internal static class TransactionHistoryShapes
{
    public static readonly ObjectShape Event = new(
        "TransactionEvent",
        Tag("type", "transaction-event"),
        Must("id", Uuid),
        Must("name", Enums.EventName),
        Must("created_at", Forms.DateTime),
        Must("context", AnyObject)
    );

    public static readonly ObjectShape Events = PageBody.Of("TransactionEvents", Event);

    public static readonly ObjectShape Action = new(
        "TransactionAction",
        Tag("type", "action"),
        Must("id", Enums.FlowAction),
        Must("flow", Enums.Flow),
        Must("rule_id", Uuid),
        Must("created_at", Forms.DateTime),
        Must("outcome", AnyObject)
    );

    public static readonly ObjectShape Actions = new("TransactionActions", Must("items", new ArrayShape(Action)));

    public static readonly ObjectShape Settlement = new(
        "Settlement",
        Must("id", Uuid),
        Must("merchant_account_id", AnyText),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Must("posted_at", Forms.DateTime),
        Must("ingested_at", Forms.DateTime),
        Must("currency", Currency),
        Must("amount", AnyInteger),
        Maybe("exchange_rate", AnyNumber),
        Must("commission", AnyInteger),
        Maybe("interchange", AnyInteger),
        Maybe("markup", AnyInteger),
        Maybe("scheme_fee", AnyInteger),
        Must("payment_service_report_id", Uuid),
        Must("payment_service_report_file_ids", new ArrayShape(Uuid)),
        Must("transaction_id", Uuid),
        Tag("type", "settlement")
    );

    public static readonly ObjectShape Settlements = new("Settlements", Must("items", new ArrayShape(Settlement)));

    public static readonly ObjectShape RefundSettlement = new(
        "RefundSettlement",
        Must("id", Uuid),
        Must("merchant_account_id", AnyText),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Must("posted_at", Forms.DateTime),
        Must("ingested_at", Forms.DateTime),
        Must("currency", Currency),
        Must("amount", AnyInteger),
        Maybe("exchange_rate", AnyNumber),
        Must("commission", AnyInteger),
        Maybe("interchange", AnyInteger),
        Maybe("markup", AnyInteger),
        Maybe("scheme_fee", AnyInteger),
        Must("payment_service_report_id", Uuid),
        Must("payment_service_report_file_ids", new ArrayShape(Uuid)),
        Must("transaction_id", Uuid),
        Tag("type", "refund-settlement"),
        Must("refund_id", Uuid)
    );

    public static readonly ObjectShape RefundSettlements = new(
        "RefundSettlements",
        Must("items", new ArrayShape(RefundSettlement))
    );
}
