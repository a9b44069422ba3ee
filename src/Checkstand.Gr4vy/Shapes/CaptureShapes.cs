using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Captures, voids and cancellations of a transaction (section 6.4).</summary>
internal static class CaptureShapes
{
    public static readonly ObjectShape CaptureCreate = new(
        "TransactionCaptureCreate",
        Maybe("amount", Amount),
        Maybe("airline", AirlineShapes.Airline),
        Maybe("cart_items", new ArrayShape(CartShapes.CartItem)),
        Defaulted("final", Forms.Boolean, "true"),
        Maybe("external_identifier", Text(1, 300)),
        Defaulted("reauthorize_if_authorization_expired", Forms.Boolean, "false")
    );

    public static readonly ObjectShape TransactionCapture = new(
        "TransactionCapture",
        Tag("type", "transaction-capture"),
        Must("status", Enums.CaptureStatus),
        MustOrNull("code", AnyText),
        MustOrNull("raw_response_code", AnyText),
        MustOrNull("raw_response_description", AnyText),
        Must("transaction", TransactionShapes.Transaction),
        Maybe("capture_id", Uuid),
        Maybe("payment_service_capture_id", AnyText),
        Maybe("external_identifier", AnyText),
        Maybe("billing_details", BuyerShapes.BillingDetails),
        Maybe("shipping_details", BuyerRecordShapes.Shipping)
    );

    public static readonly ObjectShape TransactionVoid = new(
        "TransactionVoid",
        Tag("type", "transaction-void"),
        Must("status", Enums.VoidStatus),
        MustOrNull("code", AnyText),
        MustOrNull("raw_response_code", AnyText),
        MustOrNull("raw_response_description", AnyText),
        Must("transaction", TransactionShapes.Transaction)
    );

    public static readonly ObjectShape TransactionCancel = new(
        "TransactionCancel",
        Tag("type", "transaction-cancel"),
        Must("status", Enums.CancelStatus),
        MustOrNull("code", AnyText),
        MustOrNull("raw_response_code", AnyText),
        MustOrNull("raw_response_description", AnyText),
        Must("transaction", TransactionShapes.Transaction)
    );

    public static readonly ObjectShape Capture = new(
        "Capture",
        Tag("type", "capture"),
        Must("id", Uuid),
        Must("merchant_account_id", AnyText),
        Must("transaction_id", Uuid),
        Maybe("xid", AnyText),
        Must("currency", AnyText),
        Must("amount", AnyInteger),
        Must("status", Enums.CaptureStatus),
        Must("final", Forms.Boolean),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Maybe("captured_at", Forms.DateTime),
        Maybe("external_identifier", AnyText),
        Maybe("error_code", AnyText),
        Maybe("iso_response_code", AnyText),
        Maybe("raw_response_code", AnyText),
        Maybe("raw_response_description", AnyText),
        Maybe("transaction_external_identifier", AnyText),
        Maybe("cart_items", new ArrayShape(CartShapes.CartItem))
    );

    public static readonly ObjectShape List = PageBody.Of("CaptureCollection", Capture);
}
