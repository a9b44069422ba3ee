namespace Checkstand.TestProvider.Tests;

/// <summary>The triggers of the contract's mock-card service.</summary>
public sealed class TriggerTests : IDisposable
{
    private readonly Provider provider = new();

    public void Dispose() => provider.Dispose();

    public static TheoryData<long, string> Declines =>
        Numbered(
            200_001,
            "canceled_payment_method",
            "disputed_transaction",
            "duplicate_transaction",
            "expired_authorization",
            "expired_payment_method",
            "incorrect_billing_address",
            "incorrect_country",
            "incorrect_currency",
            "incorrect_cvv",
            "incorrect_expiry_date",
            "insufficient_funds",
            "issuer_decline",
            "other_decline",
            "requires_buyer_authentication",
            "refused_transaction",
            "service_decline",
            "suspected_fraud",
            "unavailable_payment_method",
            "unknown_payment_method",
            "unsupported_transaction",
            "unsupported_payment_method",
            "cancelled_buyer_approval"
        );

    public static TheoryData<long, string> Failures =>
        Numbered(
            300_001,
            "insufficient_service_permissions",
            "invalid_amount",
            "invalid_payment_method",
            "invalid_service_configuration",
            "invalid_service_credentials",
            "invalid_service_response",
            "invalid_tax_identifier",
            "missing_billing_address",
            "missing_cvv",
            "missing_shipping_address",
            "missing_tax_identifier",
            "refund_period_expired",
            "service_error",
            "service_network_error",
            "service_rate_limit"
        );

    [Theory]
    [MemberData(nameof(Declines))]
    public async Task An_amount_declines(long amount, string error)
    {
        var declined = Assert.IsType<ProviderAnswer.Declined>(await provider.AuthorizeAsync(amount: amount));

        Assert.Equal(PaymentErrorCode.Parse(error), declined.Error);
        Assert.InRange(declined.RawCode!.Length, 2, 50);
        Assert.InRange(declined.RawDescription!.Length, 5, 200);
        Assert.Equal("declined", provider.Standing());
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_amount_fails(long amount, string error)
    {
        var failed = Assert.IsType<ProviderAnswer.Failed>(await provider.AuthorizeAsync(amount: amount));

        Assert.Equal(PaymentErrorCode.Parse(error), failed.Error);
        Assert.InRange(failed.RawCode!.Length, 2, 50);
        Assert.Equal("error", provider.Standing());
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(200_023)]
    [InlineData(300_000)]
    [InlineData(300_016)]
    [InlineData(0)]
    [InlineData(99_999_999)]
    public async Task The_amounts_beside_them_are_approved(long amount) =>
        Assert.IsType<ProviderAnswer.Approved>(await provider.AuthorizeAsync(amount: amount));

    [Theory]
    [InlineData(200_017, "suspected_fraud")]
    [InlineData(200_001, "canceled_payment_method")]
    [InlineData(200_011, "insufficient_funds")]
    public async Task What_every_provider_would_refuse_is_not_tried_elsewhere(long amount, string error)
    {
        var declined = (ProviderAnswer.Declined)await provider.AuthorizeAsync(amount: amount);

        Assert.Equal((error, false), (declined.Error.Value, declined.MayTryElsewhere));
    }

    [Theory]
    [InlineData(Cards.ExpiredCard, "expired_card")]
    [InlineData(Cards.Decline, "issuer_decline")]
    public async Task A_card_that_says_no_says_it_whatever_the_amount(string number, string error)
    {
        var declined = (ProviderAnswer.Declined)await provider.AuthorizeAsync(number, amount: 200_011);

        Assert.Equal(error, declined.Error.Value);
    }

    [Theory]
    [InlineData(Cards.LateSuccess)]
    [InlineData(Cards.RequiresAction)]
    [InlineData(Cards.TimeoutCharged)]
    public async Task An_amount_changes_nothing_about_the_other_cards(string number)
    {
        var answer = await provider.AuthorizeAsync(number, amount: 200_011);

        Assert.False(answer is ProviderAnswer.Declined);
    }

    [Fact]
    public async Task A_capture_and_a_refund_have_no_triggers()
    {
        var reference = await provider.ReserveAsync(500_000);

        Assert.IsType<ProviderAnswer.Approved>(await provider.CaptureAsync(reference, 200_011));
        Assert.IsType<ProviderAnswer.Approved>(await provider.RefundAsync(reference, 200_001));
        Assert.IsType<ProviderAnswer.Approved>(await provider.CaptureAsync(reference, 200_012));
    }

    [Theory]
    [InlineData("10115", AvsResult.Match)]
    [InlineData("77001", AvsResult.NoMatch)]
    [InlineData("SW77", AvsResult.NoMatch)]
    [InlineData("1881", AvsResult.PostalCodeOnly)]
    [InlineData("99", AvsResult.AddressOnly)]
    [InlineData("7 7", AvsResult.Match)]
    [InlineData("", AvsResult.Unavailable)]
    [InlineData(null, AvsResult.Unavailable)]
    public async Task A_postal_code_decides_the_check_of_the_address(string? postalCode, AvsResult result)
    {
        var approved = Assert.IsType<ProviderAnswer.Approved>(await provider.AuthorizeAsync(postalCode: postalCode));

        Assert.Equal(result, approved.Avs);
    }

    [Theory]
    [InlineData("123", CvvResult.Match)]
    [InlineData("1234", CvvResult.Match)]
    [InlineData("2222", CvvResult.Match)]
    [InlineData("222", CvvResult.NotProvided)]
    [InlineData("333", CvvResult.NoMatch)]
    [InlineData(null, CvvResult.NotProvided)]
    public async Task A_security_code_decides_its_own_check(string? code, CvvResult result)
    {
        var approved = Assert.IsType<ProviderAnswer.Approved>(await provider.AuthorizeAsync(code: code));

        Assert.Equal(result, approved.Cvv);
    }

    [Fact]
    public async Task The_checks_of_a_declined_payment_are_told_as_well()
    {
        var declined = (ProviderAnswer.Declined)
            await provider.AuthorizeAsync(Cards.Decline, code: "333", postalCode: "88");

        Assert.Equal((AvsResult.PostalCodeOnly, CvvResult.NoMatch), (declined.Avs, declined.Cvv));
    }

    private static TheoryData<long, string> Numbered(long first, params string[] errors)
    {
        var rows = new TheoryData<long, string>();
        foreach (var (index, error) in errors.Index())
        {
            rows.Add(first + index, error);
        }

        return rows;
    }
}
