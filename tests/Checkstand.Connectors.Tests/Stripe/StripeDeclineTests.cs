using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeDeclineTests : StripeTest
{
    // The table of docs/reference/connectors.md. "yes": another provider may be asked.
    private const string Table = """
        approve_with_id issuer_decline yes
        authentication_not_handled requires_buyer_authentication no
        authentication_required requires_buyer_authentication no
        call_issuer issuer_decline yes
        card_decline_rate_limit_exceeded issuer_decline no
        card_declined issuer_decline yes
        card_not_supported invalid_payment_method yes
        card_velocity_exceeded insufficient_funds no
        currency_not_supported invalid_payment_method yes
        do_not_honor issuer_decline yes
        do_not_try_again issuer_decline no
        duplicate_transaction other_decline no
        expired_card expired_card no
        fraudulent suspected_fraud no
        generic_decline issuer_decline yes
        highest_risk_level suspected_fraud no
        incorrect_address other_decline no
        incorrect_cvc incorrect_cvv no
        incorrect_number invalid_payment_method no
        incorrect_pin invalid_payment_method no
        incorrect_zip other_decline no
        insufficient_funds insufficient_funds no
        invalid_account invalid_payment_method no
        invalid_amount invalid_amount no
        invalid_cvc incorrect_cvv no
        invalid_expiry_month invalid_payment_method no
        invalid_expiry_year invalid_payment_method no
        invalid_number invalid_payment_method no
        invalid_pin invalid_payment_method no
        issuer_not_available issuer_decline yes
        live_mode_test_card invalid_payment_method no
        lost_card suspected_fraud no
        merchant_blacklist suspected_fraud no
        new_account_information_available invalid_payment_method no
        no_action_taken issuer_decline yes
        not_permitted invalid_payment_method yes
        offline_pin_required invalid_payment_method no
        online_or_offline_pin_required invalid_payment_method no
        payment_intent_authentication_failure failed_buyer_approval no
        payment_intent_payment_attempt_expired incomplete_buyer_approval no
        payment_intent_payment_attempt_failed issuer_decline yes
        pickup_card suspected_fraud no
        pin_try_exceeded invalid_payment_method no
        processing_error service_error yes
        reenter_transaction issuer_decline yes
        restricted_card invalid_payment_method no
        revocation_of_all_authorizations issuer_decline no
        revocation_of_authorization issuer_decline no
        security_violation issuer_decline no
        service_not_allowed invalid_payment_method yes
        stolen_card suspected_fraud no
        stop_payment_order issuer_decline no
        testmode_decline invalid_payment_method no
        test_mode_live_card invalid_payment_method no
        transaction_not_allowed invalid_payment_method yes
        try_again_later issuer_decline yes
        withdrawal_count_limit_exceeded insufficient_funds no
        a_word_of_tomorrow other_decline no
        """;

    public static TheoryData<string, string, bool> Words =>
        [
            .. Table
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Trim().Split(' '))
                .Select(cells => (cells[0], cells[1], cells[2] == "yes")),
        ];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_decline_in_our_words(string word, string error, bool mayTryElsewhere)
    {
        Server.Then(402, StripeFixtures.CardError().With("error.decline_code", word).ToJsonString());

        Assert.Equal(
            new ProviderAnswer.Declined(new PaymentErrorCode(error), mayTryElsewhere)
            {
                Reference = IntentId,
                RawCode = word,
                RawDescription = "Your card was declined.",
                Avs = AvsResult.NoMatch,
                Cvv = CvvResult.Unavailable,
            },
            await AuthorizeAsync()
        );
        Assert.Empty(Log.All);
    }

    [Fact]
    public void The_table_is_whole() =>
        Assert.Equal(
            StripeDeclines.Words.Append("a_word_of_tomorrow").Order(StringComparer.Ordinal),
            Words.Select(row => row.Data.Item1).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("expired_card", "expired_card", false)]
    [InlineData("incorrect_cvc", "incorrect_cvv", false)]
    [InlineData("processing_error", "service_error", true)]
    public async Task A_decline_without_the_issuer_s_reason_goes_by_its_code(string code, string error, bool elsewhere)
    {
        Server.Then(
            402,
            StripeFixtures.CardError().With("error.decline_code", null).With("error.code", code).ToJsonString()
        );

        var declined = Assert.IsType<ProviderAnswer.Declined>(await AuthorizeAsync());

        Assert.Equal((error, elsewhere, code), (declined.Error.Value, declined.MayTryElsewhere, declined.RawCode));
    }

    [Fact]
    public async Task Advice_not_to_try_again_holds_for_every_provider()
    {
        Server.Then(402, StripeFixtures.CardError().With("error.advice_code", "do_not_try_again").ToJsonString());

        Assert.False(Assert.IsType<ProviderAnswer.Declined>(await AuthorizeAsync()).MayTryElsewhere);
    }

    [Fact]
    public async Task The_checks_of_the_charge_are_better_than_those_of_the_card()
    {
        var charge = StripeFixtures.Intent()["latest_charge"]!.DeepClone();
        Server.Then(402, StripeFixtures.CardError().With("error.payment_intent.latest_charge", charge).ToJsonString());

        var declined = Assert.IsType<ProviderAnswer.Declined>(await AuthorizeAsync());

        Assert.Equal((AvsResult.PostalCodeOnly, CvvResult.Match), (declined.Avs, declined.Cvv));
    }

    [Fact]
    public async Task A_decline_s_words_are_kept_short_and_free_of_card_numbers()
    {
        var message = $"Your card {CardDigits} or 4242-4242 4242.4242 was declined.\n" + new string('x', 300);
        Server.Then(402, StripeFixtures.CardError().With("error.message", message).ToJsonString());

        var description = Assert.IsType<ProviderAnswer.Declined>(await AuthorizeAsync()).RawDescription!;

        Assert.StartsWith("Your card [digits] or [digits] was declined. xxx", description, StringComparison.Ordinal);
        Assert.Equal(200, description.Length);
    }

    [Fact]
    public async Task A_capture_can_be_declined_too()
    {
        Server.Then(402, StripeFixtures.CardError().With("error.decline_code", "insufficient_funds").ToJsonString());

        Assert.Equal(
            PaymentErrorCode.InsufficientFunds,
            Assert.IsType<ProviderAnswer.Declined>(await CaptureAsync()).Error
        );
    }
}
