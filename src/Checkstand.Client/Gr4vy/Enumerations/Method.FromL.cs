namespace Checkstand.Client.Gr4vy;

// From L; the others are beside this file.
public readonly partial record struct Method
{
    /// <summary><c>latitude</c></summary>
    public static Method Latitude { get; } = new("latitude");

    /// <summary><c>latitudeds</c></summary>
    public static Method Latitudeds { get; } = new("latitudeds");

    /// <summary><c>laybuy</c></summary>
    public static Method Laybuy { get; } = new("laybuy");

    /// <summary><c>linepay</c></summary>
    public static Method Linepay { get; } = new("linepay");

    /// <summary><c>linkaja</c></summary>
    public static Method Linkaja { get; } = new("linkaja");

    /// <summary><c>maybankqrpay</c></summary>
    public static Method Maybankqrpay { get; } = new("maybankqrpay");

    /// <summary><c>mercadopago</c></summary>
    public static Method Mercadopago { get; } = new("mercadopago");

    /// <summary><c>multibanco</c></summary>
    public static Method Multibanco { get; } = new("multibanco");

    /// <summary><c>multipago</c></summary>
    public static Method Multipago { get; } = new("multipago");

    /// <summary><c>nequi</c></summary>
    public static Method Nequi { get; } = new("nequi");

    /// <summary><c>netbanking</c></summary>
    public static Method Netbanking { get; } = new("netbanking");

    /// <summary><c>network-token</c></summary>
    public static Method NetworkToken { get; } = new("network-token");

    /// <summary><c>nupay</c></summary>
    public static Method Nupay { get; } = new("nupay");

    /// <summary><c>onelink</c></summary>
    public static Method Onelink { get; } = new("onelink");

    /// <summary><c>oney_10x</c></summary>
    public static Method Oney10x { get; } = new("oney_10x");

    /// <summary><c>oney_12x</c></summary>
    public static Method Oney12x { get; } = new("oney_12x");

    /// <summary><c>oney_3x</c></summary>
    public static Method Oney3x { get; } = new("oney_3x");

    /// <summary><c>oney_4x</c></summary>
    public static Method Oney4x { get; } = new("oney_4x");

    /// <summary><c>oney_6x</c></summary>
    public static Method Oney6x { get; } = new("oney_6x");

    /// <summary><c>onlinebankingcz</c></summary>
    public static Method Onlinebankingcz { get; } = new("onlinebankingcz");

    /// <summary><c>ovo</c></summary>
    public static Method Ovo { get; } = new("ovo");

    /// <summary><c>oxxo</c></summary>
    public static Method Oxxo { get; } = new("oxxo");

    /// <summary><c>p24</c></summary>
    public static Method P24 { get; } = new("p24");

    /// <summary><c>pagoefectivo</c></summary>
    public static Method Pagoefectivo { get; } = new("pagoefectivo");

    /// <summary><c>paybybank</c></summary>
    public static Method Paybybank { get; } = new("paybybank");

    /// <summary><c>payid</c></summary>
    public static Method Payid { get; } = new("payid");

    /// <summary><c>paymaya</c></summary>
    public static Method Paymaya { get; } = new("paymaya");

    /// <summary><c>paypal</c></summary>
    public static Method Paypal { get; } = new("paypal");

    /// <summary><c>paypalpaylater</c></summary>
    public static Method Paypalpaylater { get; } = new("paypalpaylater");

    /// <summary><c>paypay</c></summary>
    public static Method Paypay { get; } = new("paypay");

    /// <summary><c>paysquad</c></summary>
    public static Method Paysquad { get; } = new("paysquad");

    /// <summary><c>payto</c></summary>
    public static Method Payto { get; } = new("payto");

    /// <summary><c>payvalida</c></summary>
    public static Method Payvalida { get; } = new("payvalida");

    /// <summary><c>paze</c></summary>
    public static Method Paze { get; } = new("paze");

    /// <summary><c>picpay</c></summary>
    public static Method Picpay { get; } = new("picpay");

    /// <summary><c>pix</c></summary>
    public static Method Pix { get; } = new("pix");

    /// <summary><c>plaid</c></summary>
    public static Method Plaid { get; } = new("plaid");

    /// <summary><c>pse</c></summary>
    public static Method Pse { get; } = new("pse");

    /// <summary><c>rabbitlinepay</c></summary>
    public static Method Rabbitlinepay { get; } = new("rabbitlinepay");

    /// <summary><c>rapipago</c></summary>
    public static Method Rapipago { get; } = new("rapipago");

    /// <summary><c>razorpay</c></summary>
    public static Method Razorpay { get; } = new("razorpay");

    /// <summary><c>redpagos</c></summary>
    public static Method Redpagos { get; } = new("redpagos");

    /// <summary><c>scalapay</c></summary>
    public static Method Scalapay { get; } = new("scalapay");

    /// <summary><c>sepa</c></summary>
    public static Method Sepa { get; } = new("sepa");

    /// <summary><c>servipag</c></summary>
    public static Method Servipag { get; } = new("servipag");

    /// <summary><c>seveneleven</c></summary>
    public static Method Seveneleven { get; } = new("seveneleven");

    /// <summary><c>shopeepay</c></summary>
    public static Method Shopeepay { get; } = new("shopeepay");

    /// <summary><c>singteldash</c></summary>
    public static Method Singteldash { get; } = new("singteldash");

    /// <summary><c>smartpay</c></summary>
    public static Method Smartpay { get; } = new("smartpay");

    /// <summary><c>sofort</c></summary>
    public static Method Sofort { get; } = new("sofort");

    /// <summary><c>spei</c></summary>
    public static Method Spei { get; } = new("spei");

    /// <summary><c>stitch</c></summary>
    public static Method Stitch { get; } = new("stitch");

    /// <summary><c>stripe</c></summary>
    public static Method Stripe { get; } = new("stripe");

    /// <summary><c>stripedd</c></summary>
    public static Method Stripedd { get; } = new("stripedd");

    /// <summary><c>stripetoken</c></summary>
    public static Method Stripetoken { get; } = new("stripetoken");

    /// <summary><c>swish</c></summary>
    public static Method Swish { get; } = new("swish");

    /// <summary><c>tapi</c></summary>
    public static Method Tapi { get; } = new("tapi");

    /// <summary><c>tapifintechs</c></summary>
    public static Method Tapifintechs { get; } = new("tapifintechs");

    /// <summary><c>thaiqr</c></summary>
    public static Method Thaiqr { get; } = new("thaiqr");

    /// <summary><c>touchngo</c></summary>
    public static Method Touchngo { get; } = new("touchngo");

    /// <summary><c>truemoney</c></summary>
    public static Method Truemoney { get; } = new("truemoney");

    /// <summary><c>trustly</c></summary>
    public static Method Trustly { get; } = new("trustly");

    /// <summary><c>trustlyeurope</c></summary>
    public static Method Trustlyeurope { get; } = new("trustlyeurope");

    /// <summary><c>upi</c></summary>
    public static Method Upi { get; } = new("upi");

    /// <summary><c>venmo</c></summary>
    public static Method Venmo { get; } = new("venmo");

    /// <summary><c>vipps</c></summary>
    public static Method Vipps { get; } = new("vipps");

    /// <summary><c>waave</c></summary>
    public static Method Waave { get; } = new("waave");

    /// <summary><c>webpay</c></summary>
    public static Method Webpay { get; } = new("webpay");

    /// <summary><c>wechat</c></summary>
    public static Method Wechat { get; } = new("wechat");

    /// <summary><c>wero</c></summary>
    public static Method Wero { get; } = new("wero");

    /// <summary><c>yape</c></summary>
    public static Method Yape { get; } = new("yape");

    /// <summary><c>zippay</c></summary>
    public static Method Zippay { get; } = new("zippay");
}
