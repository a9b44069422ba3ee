namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Test cards that the schemes publish, and bodies that carry them.</summary>
internal static class Cards
{
    public const string Visa = "4111111111111111";
    public const string Mastercard = "5555555555554444";
    public const string Amex = "378282246310005";

    public const string ClickToPay =
        """{"payment_method":{"method":"click-to-pay","merchant_transaction_id":"m-1","src_correlation_id":"c-1","src_dpa_id":"d-1"}}""";

    /// <summary>Secure fields as test suites send them (contract section 9, number 8).</summary>
    public static string Fields(string number = Visa, string expiry = "12/35", string code = "123") =>
        $$$"""{"payment_method":{"method":"card","number":"{{{number}}}","expiration_date":"{{{expiry}}}","security_code":"{{{code}}}"}}""";
}
