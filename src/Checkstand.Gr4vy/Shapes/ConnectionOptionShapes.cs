using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>What a transaction says to single connectors (section 6.2).</summary>
internal static class ConnectionOptionShapes
{
    public static readonly ObjectShape MockCardMerchantAdviceCode = new(
        "MockCardMerchantAdviceCodeOptions",
        Maybe("result", AnyText),
        MustOrNull("account_number", AnyText)
    );

    public static readonly ObjectShape MockCard = new(
        "MockCardOptions",
        Maybe("merchant_advice_code", MockCardMerchantAdviceCode),
        Maybe("skip_retry", Forms.Boolean)
    );

    // csharpier-ignore
    private static readonly string[] Connectors =
    [
        "account-updater", "adyen-ach", "adyen-afterpay", "adyen-cashappafterpay", "adyen-alipay", "adyen-card",
        "adyen-cashapp", "adyen-gcash", "adyen-giropay", "adyen-ideal", "adyen-konbini", "adyen-paybybank",
        "adyen-paypay", "adyen-pix", "adyen-sepa", "adyen-seveneleven", "adyen-sofort", "adyen-swish", "adyen-vipps",
        "affirm-affirm", "braintree-card", "chaseorbital-card", "cybersource-anti-fraud", "cybersource-card",
        "cybersource-ideal", "cybersource-kcp", "dlocal-card", "dlocal-nequi", "dlocal-upi", "dlocal-pix",
        "dlocal-gcash", "ecommpay-card", "klarna-klarna", "fiserv-card", "forter-anti-fraud", "gem-gem", "gem-gemds",
        "givingblock-givingblock", "gocardless-gocardless", "latitude-latitude", "latitude-latitudeds",
        "mattilda-tapi", "mattilda-tapifintechs", "monato-spei", "mock-card", "mockds-card", "nuvei-card",
        "nuvei-ideal", "nuvei-klarna", "nuvei-pse", "oxxo-oxxo", "paypal-paypal", "paypal-paypalpaylater",
        "powertranz-card", "riskified-anti-fraud", "stripe-affirm", "stripe-card", "stripe-klarna", "stripe-onelink",
        "stripe-stripe", "travelhub-card", "trustly-trustly", "worldpayvap-card", "wpay-everydaypay", "wpay-payto",
    ];

    /// <summary>
    /// The names are the contract's. What stands behind them is for connectors that are not here, so it is carried and
    /// not judged; the simulated card's own options are.
    /// </summary>
    public static readonly ObjectShape ConnectionOptions = new(
        "TransactionConnectionOptions",
        [.. Connectors.Select(name => Maybe(name, name is "mock-card" or "mockds-card" ? MockCard : AnyObject))]
    );
}
