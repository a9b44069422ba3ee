using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Method of payment.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<Method>))]
public readonly partial record struct Method(string Value) : IOpenEnum<Method>
{
    /// <summary><c>abitab</c></summary>
    public static Method Abitab { get; } = new("abitab");

    /// <summary><c>ach</c></summary>
    public static Method Ach { get; } = new("ach");

    /// <summary><c>affirm</c></summary>
    public static Method Affirm { get; } = new("affirm");

    /// <summary><c>afterpay</c></summary>
    public static Method Afterpay { get; } = new("afterpay");

    /// <summary><c>alipay</c></summary>
    public static Method Alipay { get; } = new("alipay");

    /// <summary><c>alipayhk</c></summary>
    public static Method Alipayhk { get; } = new("alipayhk");

    /// <summary><c>applepay</c></summary>
    public static Method Applepay { get; } = new("applepay");

    /// <summary><c>arcuspaynetwork</c></summary>
    public static Method Arcuspaynetwork { get; } = new("arcuspaynetwork");

    /// <summary><c>bacs</c></summary>
    public static Method Bacs { get; } = new("bacs");

    /// <summary><c>bancontact</c></summary>
    public static Method Bancontact { get; } = new("bancontact");

    /// <summary><c>bank</c></summary>
    public static Method Bank { get; } = new("bank");

    /// <summary><c>bcp</c></summary>
    public static Method Bcp { get; } = new("bcp");

    /// <summary><c>becs</c></summary>
    public static Method Becs { get; } = new("becs");

    /// <summary><c>bitpay</c></summary>
    public static Method Bitpay { get; } = new("bitpay");

    /// <summary><c>blik</c></summary>
    public static Method Blik { get; } = new("blik");

    /// <summary><c>boleto</c></summary>
    public static Method Boleto { get; } = new("boleto");

    /// <summary><c>boost</c></summary>
    public static Method Boost { get; } = new("boost");

    /// <summary><c>breb</c></summary>
    public static Method Breb { get; } = new("breb");

    /// <summary><c>capitec</c></summary>
    public static Method Capitec { get; } = new("capitec");

    /// <summary><c>card</c></summary>
    public static Method Card { get; } = new("card");

    /// <summary><c>cashapp</c></summary>
    public static Method Cashapp { get; } = new("cashapp");

    /// <summary><c>cashappafterpay</c></summary>
    public static Method Cashappafterpay { get; } = new("cashappafterpay");

    /// <summary><c>chaseorbital</c></summary>
    public static Method Chaseorbital { get; } = new("chaseorbital");

    /// <summary><c>clearpay</c></summary>
    public static Method Clearpay { get; } = new("clearpay");

    /// <summary><c>click-to-pay</c></summary>
    public static Method ClickToPay { get; } = new("click-to-pay");

    /// <summary><c>custom_push</c></summary>
    public static Method CustomPush { get; } = new("custom_push");

    /// <summary><c>custom_redirect</c></summary>
    public static Method CustomRedirect { get; } = new("custom_redirect");

    /// <summary><c>custom_tokenize</c></summary>
    public static Method CustomTokenize { get; } = new("custom_tokenize");

    /// <summary><c>dana</c></summary>
    public static Method Dana { get; } = new("dana");

    /// <summary><c>dcb</c></summary>
    public static Method Dcb { get; } = new("dcb");

    /// <summary><c>dlocal</c></summary>
    public static Method Dlocal { get; } = new("dlocal");

    /// <summary><c>ebanx</c></summary>
    public static Method Ebanx { get; } = new("ebanx");

    /// <summary><c>eckoh</c></summary>
    public static Method Eckoh { get; } = new("eckoh");

    /// <summary><c>efecty</c></summary>
    public static Method Efecty { get; } = new("efecty");

    /// <summary><c>eps</c></summary>
    public static Method Eps { get; } = new("eps");

    /// <summary><c>everydaypay</c></summary>
    public static Method Everydaypay { get; } = new("everydaypay");

    /// <summary><c>gcash</c></summary>
    public static Method Gcash { get; } = new("gcash");

    /// <summary><c>gem</c></summary>
    public static Method Gem { get; } = new("gem");

    /// <summary><c>gemds</c></summary>
    public static Method Gemds { get; } = new("gemds");

    /// <summary><c>gift-card</c></summary>
    public static Method GiftCard { get; } = new("gift-card");

    /// <summary><c>giropay</c></summary>
    public static Method Giropay { get; } = new("giropay");

    /// <summary><c>givingblock</c></summary>
    public static Method Givingblock { get; } = new("givingblock");

    /// <summary><c>gocardless</c></summary>
    public static Method Gocardless { get; } = new("gocardless");

    /// <summary><c>googlepay</c></summary>
    public static Method Googlepay { get; } = new("googlepay");

    /// <summary><c>googlepay_pan_only</c></summary>
    public static Method GooglepayPanOnly { get; } = new("googlepay_pan_only");

    /// <summary><c>gopay</c></summary>
    public static Method Gopay { get; } = new("gopay");

    /// <summary><c>grabpay</c></summary>
    public static Method Grabpay { get; } = new("grabpay");

    /// <summary><c>ideal</c></summary>
    public static Method Ideal { get; } = new("ideal");

    /// <summary><c>interac</c></summary>
    public static Method Interac { get; } = new("interac");

    /// <summary><c>kakaopay</c></summary>
    public static Method Kakaopay { get; } = new("kakaopay");

    /// <summary><c>kcp</c></summary>
    public static Method Kcp { get; } = new("kcp");

    /// <summary><c>khipu</c></summary>
    public static Method Khipu { get; } = new("khipu");

    /// <summary><c>klarna</c></summary>
    public static Method Klarna { get; } = new("klarna");

    /// <summary><c>konbini</c></summary>
    public static Method Konbini { get; } = new("konbini");

    /// <inheritdoc/>
    public static Method From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
