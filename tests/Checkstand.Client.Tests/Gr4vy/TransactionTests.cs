using System.Text.Json;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class TransactionTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Transactions transactions = server.Gr4vy.Transactions;

    [Fact]
    public async Task A_session_is_paid()
    {
        var session = await server.Gr4vy.OpenWithCardAsync(SeedPayload.Session());

        var paid = await transactions.CreateAsync(
            new()
            {
                Amount = 1299,
                Currency = "USD",
                PaymentMethod = new CheckoutSessionWithUrlPaymentMethodCreate { Id = session.Id },
            }
        );

        Assert.Equal("transaction", paid.Type);
        Assert.Equal(TransactionStatus.AuthorizationSucceeded, paid.Status);
        Assert.Equal(TransactionIntentOutcome.Succeeded, paid.IntentOutcome);
        Assert.Equal(session.Id, paid.CheckoutSessionId);
        Assert.Equal(
            (1299, 1299, 0, 0),
            (paid.Amount, paid.AuthorizedAmount, paid.CapturedAmount, paid.RefundedAmount)
        );
        Assert.Equal((Method.Card, InstrumentType.Pan), (paid.Method, paid.InstrumentType));
        Assert.Equal("1111", paid.PaymentMethod?.Label);
        Assert.Equal("mock-card", paid.PaymentService?.PaymentServiceDefinitionId);
        Assert.Equivalent(session.CartItems, paid.CartItems, strict: true);
        Assert.Equivalent(session.Airline, paid.Airline, strict: true);
        Assert.Equal(session.Metadata, paid.Metadata);
        Assert.Equal("John Doe", paid.Buyer?.DisplayName);
        Assert.Equivalent(session.Buyer!.BillingDetails, paid.Buyer?.BillingDetails, strict: true);
        Assert.Equal("Doe", paid.ShippingDetails?.LastName);
        Assert.Empty(paid.GiftCardRedemptions);
        Assert.Null(paid.AdditionalProperties);
        Assert.Equivalent(paid, await transactions.GetAsync(paid.Id), strict: true);
    }

    [Fact]
    public async Task A_card_is_charged_and_everything_that_was_said_comes_back()
    {
        var payment = Paying.Payment();
        payment.Country = "US";
        payment.ExternalIdentifier = "order-1";
        payment.Intent = TransactionIntent.Capture;
        payment.PaymentSource = TransactionPaymentSource.Moto;
        payment.MerchantInitiated = true;
        payment.IsSubsequentPayment = true;
        payment.CartItems = [SeedPayload.Item()];
        payment.Airline = SeedPayload.Airline();
        payment.Buyer = SeedPayload.Buyer();
        payment.Metadata = new() { ["a"] = "b" };
        payment.StatementDescriptor = new() { Name = "ACME Inc", Description = "Camera" };
        payment.InstallmentCount = 1;
        payment.TaxAmount = 1;
        payment.MerchantTaxId = "t-1";
        payment.PurchaseOrderNumber = "p-1";
        payment.CustomerReferenceNumber = "c-1";
        payment.AmountIncludesTax = true;
        payment.SupplierOrderNumber = "s-1";
        payment.DutyAmount = 2;
        payment.ShippingAmount = 3;
        payment.BrowserInfo = new()
        {
            JavascriptEnabled = true,
            Language = "en-GB",
            ColorDepth = 24,
            ScreenHeight = 1080,
            ScreenWidth = 1920,
            TimeZoneOffset = -60,
            UserAgent = "Example/1.0",
            UserDevice = BrowserInfoUserDevice.Desktop,
        };
        payment.Recipient = new()
        {
            FirstName = "Jane",
            LastName = "Doe",
            DateOfBirth = new DateOnly(1990, 2, 28),
        };

        var paid = await transactions.CreateAsync(payment);

        Assert.Equal(TransactionStatus.CaptureSucceeded, paid.Status);
        Assert.Equal(
            ("US", "order-1", TransactionPaymentSource.Moto, true, true),
            (
                paid.Country,
                paid.ExternalIdentifier,
                paid.PaymentSource,
                paid.MerchantInitiated,
                paid.IsSubsequentPayment
            )
        );
        Assert.Equivalent(payment.CartItems, paid.CartItems, strict: true);
        Assert.Equivalent(payment.Airline, paid.Airline, strict: true);
        Assert.Equal(payment.Metadata, paid.Metadata);
        Assert.Equivalent(payment.StatementDescriptor, paid.StatementDescriptor, strict: true);
        Assert.Equivalent(payment.Recipient, paid.Recipient, strict: true);
        Assert.Equal(
            (1, 1, "t-1", "p-1", "c-1"),
            (
                paid.InstallmentCount,
                paid.TaxAmount,
                paid.MerchantTaxId,
                paid.PurchaseOrderNumber,
                paid.CustomerReferenceNumber
            )
        );
        Assert.Equal(
            (true, "s-1", 2, 3),
            (paid.AmountIncludesTax, paid.SupplierOrderNumber, paid.DutyAmount, paid.ShippingAmount)
        );
        Assert.NotNull(paid.CapturedAt);
    }

    [Fact]
    public async Task A_stored_payment_method_is_charged()
    {
        var stored = await server.Gr4vy.PaymentMethods.CreateAsync(
            new CardPaymentMethodCreate { Number = Paying.Visa, ExpirationDate = "12/35" }
        );

        var paid = await transactions.CreateAsync(
            new()
            {
                Amount = 5,
                Currency = "EUR",
                PaymentMethod = new TokenPaymentMethodCreate { Id = stored.Id },
            }
        );

        Assert.Equal(TransactionStatus.AuthorizationSucceeded, paid.Status);
        Assert.Equal(stored.Id, paid.PaymentMethod?.Id);
    }

    [Fact]
    public async Task A_declined_payment_is_an_answer()
    {
        var result = await transactions.TryCreateAsync(Paying.Payment(Paying.Declined));

        Assert.True(result.Ok);
        Assert.Equal(201, result.Response.StatusCode);
        Assert.Equal(TransactionStatus.AuthorizationDeclined, result.Value.Status);
        Assert.Equal(("issuer_decline", "05"), (result.Value.ErrorCode, result.Value.RawResponseCode));
    }

    [Fact]
    public async Task A_challenge_has_a_page()
    {
        var paid = await transactions.CreateAsync(Paying.Payment(Paying.Challenged));

        Assert.Equal(TransactionStatus.BuyerApprovalPending, paid.Status);
        Assert.Equal(ApprovalTarget.Any, paid.PaymentMethod?.ApprovalTarget);
        Assert.StartsWith(server.Address.AbsoluteUri, paid.PaymentMethod?.ApprovalUrl, StringComparison.Ordinal);
        Assert.NotNull(paid.ApprovalExpiresAt);
    }

    [Fact]
    public async Task A_payment_with_one_key_is_made_once()
    {
        var options = new CallOptions { IdempotencyKey = "payment-1" };

        var first = await transactions.CreateAsync(Paying.Payment(), options: options);
        var second = await transactions.CreateAsync(Paying.Payment(), options: options);

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, (await transactions.CreateAsync(Paying.Payment())).Id);
    }

    [Fact]
    public async Task A_key_of_another_payment_is_a_conflict()
    {
        var options = new CallOptions { IdempotencyKey = "payment-2" };
        await transactions.CreateAsync(Paying.Payment(), options: options);
        var other = Paying.Payment();
        other.Amount = 1;

        var error = await Assert.ThrowsAnyAsync<ApiException>(() => transactions.CreateAsync(other, options: options));

        Assert.Contains(error.StatusCode, new[] { 400, 409 });
    }

    [Fact]
    public async Task What_the_merchant_wrote_on_a_payment_can_be_changed()
    {
        var paid = await server.Gr4vy.CapturedAsync("order-1");

        var changed = await transactions.UpdateAsync(
            paid.Id,
            new() { Metadata = new Dictionary<string, string> { ["a"] = "b" } }
        );
        var cleared = await transactions.UpdateAsync(paid.Id, new() { ExternalIdentifier = null });

        Assert.Equal(("order-1", "b"), (changed.ExternalIdentifier, changed.Metadata?["a"]));
        Assert.Null(cleared.ExternalIdentifier);
        Assert.Equal("b", cleared.Metadata?["a"]);
    }

    [Fact]
    public async Task Options_of_a_connector_are_sent_as_they_are()
    {
        var payment = Paying.Payment();
        payment.ConnectionOptions = new()
        {
            ["mock-card"] = JsonElement.Parse("""{"skip_retry":true}"""),
            ["stripe-card"] = JsonElement.Parse("""{"anything":[1]}"""),
        };
        var taken = await transactions.CreateAsync(payment);
        payment.ConnectionOptions["mock-card"] = JsonElement.Parse("""{"skip_retry":"yes"}""");

        var error = await Assert.ThrowsAsync<BadRequestException>(() => transactions.CreateAsync(payment));

        Assert.Equal(TransactionStatus.AuthorizationSucceeded, taken.Status);
        Assert.Equal("/connection_options/mock-card/skip_retry", Assert.Single(error.Details).Pointer);
    }

    [Fact]
    public async Task Reserved_money_is_given_up()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();

        var voided = await transactions.VoidAsync(paid.Id);

        Assert.Equal(TransactionStatus.AuthorizationVoided, voided.Status);
        Assert.NotNull(voided.VoidedAt);
    }

    [Fact]
    public async Task The_void_itself_is_told_to_who_prefers_it()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();

        var outcome = await transactions.VoidDetailedAsync(paid.Id);

        Assert.Equal(("transaction-void", VoidStatus.Succeeded), (outcome.Type, outcome.Status));
        Assert.Equal(paid.Id, outcome.Transaction.Id);
        Assert.Equal(TransactionStatus.AuthorizationVoided, outcome.Transaction.Status);
    }

    [Fact]
    public async Task What_does_not_wait_is_not_cancelled_and_nothing_is_looked_up_on_demand()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();

        var cancel = await transactions.TryCancelAsync(paid.Id);
        var sync = await transactions.TrySyncAsync(paid.Id);

        Assert.Equal("A transaction in status authorization_succeeded can't be canceled.", Refusal(cancel));
        Assert.StartsWith(
            "Open transactions are looked up by this server itself",
            Refusal(sync),
            StringComparison.Ordinal
        );
    }

    private static string Refusal<T>(ApiResult<T> result) => Assert.IsType<BadRequestException>(result.Error).Message;
}
