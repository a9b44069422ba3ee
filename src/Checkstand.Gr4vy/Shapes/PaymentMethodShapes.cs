using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Stored payment methods (section 6.5).</summary>
internal static class PaymentMethodShapes
{
    public static readonly ObjectShape Update = new(
        "PaymentMethodUpdate",
        Maybe("expiration_date", Expiry),
        Maybe("scheme_transaction_id", Text(0, 100)),
        Maybe("scheme_transaction_id_scheme", Enums.CardScheme),
        Maybe("transaction_link_id", Text(0, 100))
    );

    public static readonly ObjectShape PaymentMethod = new(
        "PaymentMethod",
        Tag("type", "payment-method"),
        Maybe("approval_url", AnyText),
        Maybe("country", Country),
        Maybe("currency", Currency),
        Maybe("details", TransactionShapes.CardDetails),
        Maybe("expiration_date", Expiry),
        Maybe("fingerprint", AnyText),
        Maybe("label", Text(0, 320)),
        Maybe("last_replaced_at", Forms.DateTime),
        Must("method", Enums.Method),
        Maybe("mode", Enums.Mode),
        Maybe("scheme", Enums.CardScheme),
        Must("id", Uuid),
        Must("merchant_account_id", AnyText),
        Maybe("additional_schemes", new ArrayShape(Enums.CardScheme)),
        Maybe("cit_last_used_at", Forms.DateTime),
        Must("cit_usage_count", AnyInteger),
        Must("has_replacement", Forms.Boolean),
        Maybe("last_used_at", Forms.DateTime),
        Must("usage_count", AnyInteger),
        MustOrNull("scheme_transaction_id", AnyText),
        MustOrNull("scheme_transaction_id_scheme", Enums.CardScheme),
        Maybe("transaction_link_id", AnyText),
        Maybe("buyer", BuyerRecordShapes.Buyer),
        Maybe("external_identifier", Text(1, 200)),
        Must("status", Enums.PaymentMethodStatus),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime)
    );

    public static readonly ObjectShape List = PageBody.Of("PaymentMethods", PaymentMethod);

    public static readonly ObjectShape Summary = new(
        "PaymentMethodSummary",
        Tag("type", "payment-method"),
        Maybe("approval_url", AnyText),
        Maybe("country", Country),
        Maybe("currency", Currency),
        Maybe("details", TransactionShapes.CardDetails),
        Maybe("expiration_date", Expiry),
        Maybe("fingerprint", AnyText),
        Maybe("label", Text(0, 320)),
        Maybe("last_replaced_at", Forms.DateTime),
        Must("method", Enums.Method),
        Maybe("mode", Enums.Mode),
        Maybe("scheme", Enums.CardScheme),
        Must("id", Uuid),
        Must("merchant_account_id", AnyText),
        Maybe("additional_schemes", new ArrayShape(Enums.CardScheme)),
        Maybe("cit_last_used_at", Forms.DateTime),
        Must("cit_usage_count", AnyInteger),
        Must("has_replacement", Forms.Boolean),
        Maybe("last_used_at", Forms.DateTime),
        Must("usage_count", AnyInteger),
        MustOrNull("scheme_transaction_id", AnyText),
        MustOrNull("scheme_transaction_id_scheme", Enums.CardScheme),
        Maybe("transaction_link_id", AnyText)
    );

    public static readonly ObjectShape Summaries = new(
        "PaymentMethodSummaries",
        Must("items", new ArrayShape(Summary))
    );

    public static readonly ObjectShape NetworkToken = new(
        "NetworkToken",
        Tag("type", "network-token"),
        Must("id", Uuid),
        Must("expiration_date", Expiry),
        Must("payment_method_id", Uuid),
        Must("status", Enums.NetworkTokenStatus),
        Must("token", Text(1, 300)),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime)
    );

    public static readonly ObjectShape NetworkTokens = new(
        "NetworkTokens",
        Must("items", new ArrayShape(NetworkToken))
    );

    public static readonly ObjectShape PaymentServiceToken = new(
        "PaymentServiceToken",
        Tag("type", "payment-service-token"),
        Must("id", Uuid),
        Maybe("approval_url", AnyText),
        Must("payment_method_id", Uuid),
        Must("payment_service_id", Uuid),
        Must("status", Enums.PaymentMethodStatus),
        Maybe("token", Text(1, 10000)),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime)
    );

    public static readonly ObjectShape PaymentServiceTokens = new(
        "PaymentServiceTokens",
        Must("items", new ArrayShape(PaymentServiceToken))
    );
}
