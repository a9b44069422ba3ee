using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Refunds of a transaction (section 6.4).</summary>
internal static class RefundShapes
{
    public static readonly ObjectShape Create = new(
        "TransactionRefundCreate",
        Maybe("amount", Amount),
        Defaulted("target_type", Enums.RefundTargetType, "\"payment-method\""),
        Maybe("target_id", Uuid),
        Maybe("reason", Text(0, 100)),
        Maybe("external_identifier", Text(1, 300))
    );

    public static readonly ObjectShape CreateAll = new(
        "TransactionRefundAllCreate",
        Maybe("reason", Text(0, 100)),
        Maybe("external_identifier", Text(1, 300))
    );

    public static readonly ObjectShape Creator = new(
        "api__common_schemas__Creator",
        Must("id", Uuid),
        Must("name", AnyText),
        Must("email_address", AnyText)
    );

    public static readonly ObjectShape Refund = new(
        "Refund",
        Tag("type", "refund"),
        Must("id", Uuid),
        Must("transaction_id", Uuid),
        Maybe("payment_service_refund_id", Text(1, 300)),
        Must("status", Enums.RefundStatus),
        Must("currency", Currency),
        Must("amount", Amount),
        Maybe("reason", AnyText),
        Must("target_type", Enums.RefundTargetType),
        Maybe("target_id", Uuid),
        Must("reconciliation_id", AnyText),
        Maybe("external_identifier", AnyText),
        Must("transaction_reconciliation_id", AnyText),
        Maybe("transaction_external_identifier", AnyText),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Maybe("creator", Creator),
        Maybe("error_code", AnyText),
        Maybe("raw_response_code", AnyText),
        Maybe("raw_response_description", AnyText),
        Maybe("settled_currency", Currency),
        Defaulted("settled_amount", AnyInteger, "0"),
        Must("settled", Forms.Boolean)
    );

    public static readonly ObjectShape List = PageBody.Of("Refunds", Refund);
}
