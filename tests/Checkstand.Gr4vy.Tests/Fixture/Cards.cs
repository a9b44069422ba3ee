namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Test cards that the schemes publish, and bodies that carry them.</summary>
internal static class Cards
{
    public const string Visa = "4111111111111111";
    public const string Mastercard = "5555555555554444";
    public const string Amex = "378282246310005";

    // What the test provider does with these is in docs/reference/test-provider.md.
    public const string Approved = "4242424242424242";
    public const string Declined = "4000000000000002";
    public const string InsufficientFunds = "4000000000009995";
    public const string Expired = "4000000000000069";
    public const string IncorrectCode = "4000000000000127";
    public const string Error = "4000000000000119";
    public const string Challenged = "4000002760003184";
    public const string ChargedInSilence = "4000000000000341";
    public const string NotChargedInSilence = "4000000000003220";
    public const string LateSuccess = "4000000000000077";
    public const string LateFailure = "4000000000003725";

    public const string ClickToPay =
        """{"payment_method":{"method":"click-to-pay","merchant_transaction_id":"m-1","src_correlation_id":"c-1","src_dpa_id":"d-1"}}""";

    /// <summary>Secure fields as test suites send them (contract section 9, number 8).</summary>
    public static string Fields(string number = Visa, string expiry = "12/35", string code = "123") =>
        $$$"""{"payment_method":{"method":"card","number":"{{{number}}}","expiration_date":"{{{expiry}}}","security_code":"{{{code}}}"}}""";

    /// <summary>A card as the payment method of a transaction.</summary>
    public static string Method(string number = Visa, string more = "") =>
        $$"""{"method":"card","number":"{{number}}","expiration_date":"12/35","security_code":"123"{{more}}}""";
}
