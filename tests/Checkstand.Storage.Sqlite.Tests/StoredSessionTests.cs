using System.Text;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Storage.Contract;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>The stored form outlives the program that wrote it, so it is spelled out here to the letter.</summary>
public sealed class StoredSessionTests
{
    [Fact]
    public void Every_field_has_its_stored_name()
    {
        var content = Samples.Content([.. Enum.GetValues<SessionField>().Select(field => (field, $"\"{field}\""))]);

        AssertStored(
            """
            {"cart_items":"CartItems","metadata":"Metadata","buyer":"Buyer","airline":"Airline","amount":"Amount",
            "currency":"Currency","payment_service_id":"PaymentServiceId","country":"Country",
            "is_subsequent_payment":"IsSubsequentPayment","merchant_initiated":"MerchantInitiated",
            "payment_source":"PaymentSource","intent":"Intent"}
            """,
            Samples.Session() with
            {
                Content = content,
            }
        );
    }

    [Fact]
    public void A_session_that_says_nothing_is_an_empty_object() => AssertStored("{}", Samples.Session());

    [Fact]
    public void A_card_is_stored_so() =>
        AssertStored(
            """
            {"payment_method":{"kind":"card","last_four":"1111","bin":"411111","scheme":"Visa","fingerprint":"f",
            "postal_code":"SW1A 1AA"}}
            """,
            Samples.Session() with
            {
                PaymentMethod = new SessionPaymentMethod.Card(
                    new CardDisplay("1111", "411111", CardScheme.Visa, "f"),
                    "SW1A 1AA"
                ),
            }
        );

    [Fact]
    public void A_stored_method_is_stored_so() =>
        AssertStored(
            """
            {"payment_method":{"kind":"stored","id":"fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae","last_four":"1111",
            "bin":"411111","scheme":"Visa","fingerprint":"f","has_code":true,"postal_code":null}}
            """,
            Samples.Session() with
            {
                PaymentMethod = new SessionPaymentMethod.Stored(
                    Guid.Parse("fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae"),
                    new CardDisplay("1111", "411111", CardScheme.Visa, "f"),
                    HasCode: true,
                    PostalCode: null
                ),
            }
        );

    [Fact]
    public void A_click_to_pay_checkout_is_stored_so() =>
        AssertStored(
            """
            {"payment_method":{"kind":"click_to_pay","merchant_transaction_id":"m","src_correlation_id":"c",
            "src_dpa_id":"d","src_cx_flow_id":null}}
            """,
            Samples.Session() with
            {
                PaymentMethod = new SessionPaymentMethod.ClickToPay("m", "c", "d", null),
            }
        );

    [Theory]
    [InlineData("""{"last_payment_id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f","amount":5,"currency":"USD"}""")]
    [InlineData("""{"amount":5,"last_payment_id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f","currency":"USD"}""")]
    public void A_document_of_before_payments_were_found_by_their_session_is_read(string document)
    {
        var (content, _) = StoredSession.Read(Encoding.UTF8.GetBytes(document));

        Assert.Equal(5, content.AmountMinorUnits);
        Assert.Equal("\"USD\"", content[SessionField.Currency].ToString());
    }

    [Fact]
    public void Every_scheme_is_stored_under_a_name_that_is_read_back()
    {
        foreach (var scheme in Enum.GetValues<CardScheme>())
        {
            var method = new SessionPaymentMethod.Card(new CardDisplay("1", "2", scheme, "3"), null);

            Assert.Equal(
                method,
                StoredSession.Read(StoredSession.Write(Samples.Session() with { PaymentMethod = method })).PaymentMethod
            );
        }
    }

    [Theory]
    [InlineData("""{"tip":1}""")]
    [InlineData("""{"amount":1,"Amount":2}""")]
    [InlineData("""{"payment_method":{"kind":"cheque"}}""")]
    public void What_this_version_does_not_know_is_refused_and_not_dropped(string document) =>
        Assert.Throws<InvalidDataException>(() => StoredSession.Read(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void The_order_and_white_space_of_a_document_make_no_difference()
    {
        var (content, method) = StoredSession.Read(
            Encoding.UTF8.GetBytes("""{ "currency" : "USD" , "amount" : 5 , "metadata" : { "a" : [ ] } }""")
        );

        Assert.Equal(5, content.AmountMinorUnits);
        Assert.Equal("\"USD\"", content[SessionField.Currency].ToString());
        Assert.Equal("""{ "a" : [ ] }""", content[SessionField.Metadata].ToString());
        Assert.Null(method);
    }

    // Lines are broken here for the reader's sake only.
    private static void AssertStored(string document, CheckoutSession session) =>
        Assert.Equal(document.ReplaceLineEndings(""), Encoding.UTF8.GetString(StoredSession.Write(session)));
}
