using Checkstand.Polar.Shapes;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Orders;

/// <summary>The declared forms of orders.</summary>
internal static class OrderShapes
{
    private static readonly ObjectShape Item = Forms.Object(
        "OrderItemSchema",
        Forms.Must("created_at", Forms.DateTime),
        Forms.MustOrNull("modified_at", Forms.DateTime),
        Forms.Must("id", Forms.Uuid4),
        Forms.Must("label", Forms.AnyText),
        Forms.Must("amount", IntegerShape.Any),
        Forms.Must("tax_amount", IntegerShape.Any),
        Forms.Must("proration", Forms.Boolean),
        Forms.MustOrNull("product_price_id", Forms.Uuid4)
    );

    /// <summary>An order as it is answered.</summary>
    public static readonly ObjectShape Order = Forms.Object(
        "Order",
        Forms.Must("id", Forms.Uuid4),
        Forms.Must("created_at", Forms.DateTime),
        Forms.MustOrNull("modified_at", Forms.DateTime),
        Forms.Must("status", Forms.OneOf("OrderStatus", "paid")),
        Forms.Must("paid", Forms.Boolean),
        Forms.Must("subtotal_amount", IntegerShape.Any),
        Forms.Must("discount_amount", IntegerShape.Any),
        Forms.Must("net_amount", IntegerShape.Any),
        Forms.Must("tax_amount", IntegerShape.Any),
        Forms.Must("total_amount", IntegerShape.Any),
        Forms.Must("applied_balance_amount", IntegerShape.Any),
        Forms.Must("due_amount", IntegerShape.Any),
        Forms.Must("refunded_amount", IntegerShape.Any),
        Forms.Must("refunded_tax_amount", IntegerShape.Any),
        Forms.Must("refundable_amount", IntegerShape.Any),
        Forms.Must("refundable_tax_amount", IntegerShape.Any),
        Forms.Must("currency", Forms.AnyText),
        Forms.Must(
            "billing_reason",
            Forms.OneOf("OrderBillingReason", "purchase", "subscription_create", "subscription_update")
        ),
        Forms.MustOrNull("billing_name", Forms.AnyText),
        Forms.MustOrNull("billing_address", new AnyObjectShape()),
        Forms.MustOrNull("invoice_number", Forms.AnyText),
        Forms.Must("is_invoice_generated", Forms.Boolean),
        Forms.MustOrNull("receipt_number", Forms.AnyText),
        Forms.MustOrNull("seats", IntegerShape.Any),
        Forms.Must("customer_id", Forms.Uuid4),
        Forms.MustOrNull("product_id", Forms.Uuid4),
        Forms.MustOrNull("discount_id", Forms.Uuid4),
        Forms.MustOrNull("subscription_id", Forms.Uuid4),
        Forms.MustOrNull("checkout_id", Forms.Uuid4),
        Forms.MustOrNull("next_payment_attempt_at", Forms.DateTime),
        Forms.Must("metadata", new AnyObjectShape()),
        Forms.Must("custom_field_data", new AnyObjectShape()),
        Forms.Must("platform_fee_amount", IntegerShape.Any),
        Forms.MustOrNull("platform_fee_currency", Forms.AnyText),
        Forms.Must("customer", new AnyObjectShape()),
        Forms.MustOrNull("product", new AnyObjectShape()),
        Forms.MustOrNull("discount", new AnyObjectShape()),
        Forms.MustOrNull("subscription", new AnyObjectShape()),
        Forms.Must("items", new ArrayShape(Item)),
        Forms.Must("description", Forms.AnyText)
    );
}
