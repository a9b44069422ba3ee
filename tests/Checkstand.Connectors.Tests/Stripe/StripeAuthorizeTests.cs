using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeAuthorizeTests : StripeTest
{
    [Fact]
    public async Task A_card_is_reserved_with_exactly_these_fields()
    {
        Server.Then(200, StripeFixtures.Intent().ToJsonString());

        await AuthorizeAsync();

        var call = Assert.Single(Server.Calls);
        Assert.Equal(("POST", "/v1/payment_intents"), (call.Method, call.Path));
        Assert.Equal(Operation.ToString(), call.Header("Idempotency-Key"));
        Assert.Equal("2024-06-20", call.Header("Stripe-Version"));
        Assert.Equal($"Bearer {Key}", call.Header("Authorization"));
        Assert.Equal(
            [
                "amount=1299",
                "currency=usd",
                "confirm=true",
                "capture_method=manual",
                "payment_method_types[]=card",
                "payment_method_data[type]=card",
                $"payment_method_data[card][number]={CardDigits}",
                "payment_method_data[card][exp_month]=7",
                "payment_method_data[card][exp_year]=31",
                "payment_method_data[card][cvc]=123",
                $"metadata[checkstand_operation]={Operation}",
                $"metadata[checkstand_service]={Account.PaymentServiceId}",
                $"metadata[checkstand_payment]={Payment}",
                $"metadata[checkstand_checkout]={Checkout}",
                "expand[]=latest_charge",
            ],
            Fields(call)
        );
    }

    [Fact]
    public async Task What_is_known_of_the_payment_is_sent_along()
    {
        Server.Then(200, StripeFixtures.Intent().ToJsonString());

        await AuthorizeAsync(
            new AuthorizeRequest
            {
                Account = Account,
                OperationId = Operation,
                PaymentId = Payment,
                CheckoutId = null,
                Amount = new Money(5, "JPY"),
                CapturesAtOnce = true,
                Card = Card(code: null, expiry: "12/30"),
                PostalCode = "EC1A 1BB",
                Country = "GB",
                StatementDescriptor = "Tea & more",
                ReturnUrl = "https://shop.example/back?a=1&b=ü",
            }
        );

        Assert.Equal(
            [
                "amount=5",
                "currency=jpy",
                "confirm=true",
                "capture_method=automatic",
                "payment_method_types[]=card",
                "payment_method_data[type]=card",
                $"payment_method_data[card][number]={CardDigits}",
                "payment_method_data[card][exp_month]=12",
                "payment_method_data[card][exp_year]=30",
                "payment_method_data[billing_details][address][postal_code]=EC1A 1BB",
                "payment_method_data[billing_details][address][country]=GB",
                "statement_descriptor_suffix=Tea & more",
                "return_url=https://shop.example/back?a=1&b=ü",
                $"metadata[checkstand_operation]={Operation}",
                $"metadata[checkstand_service]={Account.PaymentServiceId}",
                $"metadata[checkstand_payment]={Payment}",
                "expand[]=latest_charge",
            ],
            Fields(Server.Calls[0])
        );
    }

    [Fact]
    public async Task A_payment_without_its_buyer_is_off_session_and_has_no_page_to_come_back_to()
    {
        Server.Then(200, StripeFixtures.Intent().ToJsonString());

        await AuthorizeAsync(
            new AuthorizeRequest
            {
                Account = Account,
                OperationId = Operation,
                PaymentId = Payment,
                CheckoutId = null,
                Amount = new Money(100, "EUR"),
                CapturesAtOnce = false,
                Card = Card(),
                ReturnUrl = "https://shop.example/back",
                IsMerchantInitiated = true,
            }
        );

        Assert.Equal("true", Server.Calls[0].Field("off_session"));
        Assert.Null(Server.Calls[0].Field("return_url"));
    }

    [Theory]
    [InlineData("requires_capture")]
    [InlineData("succeeded")]
    public async Task Money_that_is_reserved_or_taken_is_approved(string status)
    {
        Server.Then(200, StripeFixtures.Intent(status).ToJsonString());

        var approved = Assert.IsType<ProviderAnswer.Approved>(await AuthorizeAsync());

        Assert.Equal(
            new ProviderAnswer.Approved
            {
                Reference = IntentId,
                RawCode = "approved_by_network",
                RawDescription = "Payment complete.",
                Avs = AvsResult.PostalCodeOnly,
                Cvv = CvvResult.Match,
                SchemeTransactionId = "nti_test_1",
            },
            approved
        );
        Assert.Empty(Log.All);
    }

    [Fact]
    public async Task An_approval_whose_charge_is_not_spelled_out_is_an_approval_all_the_same()
    {
        Server.Then(200, StripeFixtures.Intent().With("latest_charge", "ch_test_1").ToJsonString());

        Assert.Equal(new ProviderAnswer.Approved { Reference = IntentId }, await AuthorizeAsync());
    }

    [Theory]
    [InlineData("pass", "pass", AvsResult.Match)]
    [InlineData("pass", "fail", AvsResult.AddressOnly)]
    [InlineData("pass", null, AvsResult.AddressOnly)]
    [InlineData("fail", "pass", AvsResult.PostalCodeOnly)]
    [InlineData(null, "pass", AvsResult.PostalCodeOnly)]
    [InlineData("unavailable", "pass", AvsResult.PostalCodeOnly)]
    [InlineData("fail", "fail", AvsResult.NoMatch)]
    [InlineData(null, "fail", AvsResult.NoMatch)]
    [InlineData("unavailable", "fail", AvsResult.NoMatch)]
    [InlineData(null, "unavailable", AvsResult.Unavailable)]
    [InlineData("unavailable", "unchecked", AvsResult.Unavailable)]
    [InlineData("unchecked", "unchecked", null)]
    [InlineData(null, null, null)]
    [InlineData(null, "a new word", null)]
    public async Task What_the_issuer_found_about_the_address(string? line, string? postalCode, AvsResult? expected)
    {
        const string Checks = "latest_charge.payment_method_details.card.checks";
        Server.Then(
            200,
            StripeFixtures
                .Intent()
                .With($"{Checks}.address_line1_check", line)
                .With($"{Checks}.address_postal_code_check", postalCode)
                .ToJsonString()
        );

        Assert.Equal(expected, Assert.IsType<ProviderAnswer.Approved>(await AuthorizeAsync()).Avs);
    }

    [Theory]
    [InlineData("pass", CvvResult.Match)]
    [InlineData("fail", CvvResult.NoMatch)]
    [InlineData("unavailable", CvvResult.Unavailable)]
    [InlineData("unchecked", null)]
    [InlineData(null, null)]
    public async Task What_the_issuer_found_about_the_code(string? check, CvvResult? expected)
    {
        Server.Then(
            200,
            StripeFixtures
                .Intent()
                .With("latest_charge.payment_method_details.card.checks.cvc_check", check)
                .ToJsonString()
        );

        Assert.Equal(expected, Assert.IsType<ProviderAnswer.Approved>(await AuthorizeAsync()).Cvv);
    }

    [Fact]
    public async Task A_challenge_names_the_page_for_the_buyer()
    {
        Server.Then(
            200,
            StripeFixtures
                .Intent("requires_action")
                .With("next_action.type", "redirect_to_url")
                .With("next_action.redirect_to_url.url", "https://hooks.stripe.example/3d?x=1")
                .ToJsonString()
        );

        Assert.Equal(
            new ProviderAnswer.NeedsAction("https://hooks.stripe.example/3d?x=1") { Reference = IntentId },
            await AuthorizeAsync()
        );
    }

    [Theory]
    [InlineData("use_stripe_sdk", null)]
    [InlineData("redirect_to_url", "http://plain.example/")]
    [InlineData("redirect_to_url", "javascript:alert(1)")]
    [InlineData("redirect_to_url", "/relative")]
    public async Task A_challenge_without_a_usable_page_fails(string type, string? url)
    {
        Server.Then(
            200,
            StripeFixtures
                .Intent("requires_action")
                .With("next_action.type", type)
                .With("next_action.redirect_to_url.url", url)
                .ToJsonString()
        );

        Assert.Equal(
            new ProviderAnswer.Failed(PaymentErrorCode.RequiresBuyerAuthentication)
            {
                Reference = IntentId,
                RawCode = type,
            },
            await AuthorizeAsync()
        );
    }

    [Fact]
    public async Task What_Stripe_still_works_on_is_pending()
    {
        Server.Then(200, StripeFixtures.Intent("processing").ToJsonString());

        Assert.Equal(new ProviderAnswer.Pending { Reference = IntentId }, await AuthorizeAsync());
    }

    [Theory]
    [InlineData("requires_confirmation")]
    [InlineData("requires_payment_method")]
    [InlineData("a_new_status")]
    [InlineData(null)]
    public async Task A_status_that_says_nothing_leaves_doubt(string? status)
    {
        Server.Then(200, StripeFixtures.Intent().With("status", status).ToJsonString());

        var unknown = Assert.IsType<ProviderAnswer.Unknown>(await AuthorizeAsync());

        Assert.Equal(IntentId, unknown.Reference);
        Assert.EndsWith("was not expected, request req_test", unknown.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ISK", 300, "30000")]
    [InlineData("UGX", 1, "100")]
    [InlineData("MGA", 1200, "12")]
    [InlineData("JPY", 300, "300")]
    [InlineData("KWD", 1230, "1230")]
    [InlineData("HUF", 12345, "12345")]
    public async Task Amounts_are_in_the_unit_that_Stripe_counts_in(string currency, long units, string sent)
    {
        Server.Then(200, StripeFixtures.Intent().ToJsonString());

        await AuthorizeAsync(new Money(units, currency));

        Assert.Equal(sent, Server.Calls[0].Field("amount"));
    }

    [Theory]
    [InlineData("MGA", 1250)]
    [InlineData("ISK", long.MaxValue)]
    public async Task An_amount_that_Stripe_can_t_count_is_not_sent(string currency, long units)
    {
        var failed = Assert.IsType<ProviderAnswer.Failed>(await AuthorizeAsync(new Money(units, currency)));

        Assert.Equal(PaymentErrorCode.InvalidAmount, failed.Error);
        Assert.Empty(Server.Calls);
    }

    [Theory]
    [InlineData("Shop 42", "Shop 42")]
    [InlineData("  <b>'Shop'*\\\" ", "bShop")]
    [InlineData("A very long name of a shop", "A very lon")]
    [InlineData("Teestube Köln", "Teestube K")]
    [InlineData("12345", null)]
    [InlineData("日本", null)]
    [InlineData("", null)]
    public async Task A_statement_says_what_Stripe_takes_of_it(string descriptor, string? sent)
    {
        Server.Then(200, StripeFixtures.Intent().ToJsonString());

        await AuthorizeAsync(
            new AuthorizeRequest
            {
                Account = Account,
                OperationId = Operation,
                PaymentId = Payment,
                CheckoutId = null,
                Amount = new Money(100, "EUR"),
                CapturesAtOnce = false,
                Card = Card(),
                StatementDescriptor = descriptor,
            }
        );

        Assert.Equal(sent, Server.Calls[0].Field("statement_descriptor_suffix"));
    }
}
