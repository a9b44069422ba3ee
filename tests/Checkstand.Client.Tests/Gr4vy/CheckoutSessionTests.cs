using System.Text.Json;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class CheckoutSessionTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CheckoutSessions sessions = server.Gr4vy.CheckoutSessions;

    [Fact]
    public async Task A_session_opens_with_nothing_in_it()
    {
        var session = await sessions.CreateAsync();

        Assert.Equal("checkout-session", session.Type);
        Assert.Equal(server.Clock.GetUtcNow().AddHours(1), session.ExpiresAt, TimeSpan.FromMilliseconds(1));
        Assert.Null(session.PaymentMethod);
        Assert.Null(session.AdditionalProperties);
        Assert.Equal(session.Id, (await sessions.GetAsync(session.Id)).Id);
    }

    [Fact]
    public async Task A_session_lives_as_long_as_it_was_asked_to() =>
        Assert.Equal(
            server.Clock.GetUtcNow().AddHours(2),
            (await sessions.CreateAsync(new() { ExpiresIn = 7200 })).ExpiresAt,
            TimeSpan.FromMilliseconds(1)
        );

    [Fact]
    public async Task Everything_that_the_documents_put_on_a_session_comes_back_equal()
    {
        var sent = SeedPayload.Session();

        var opened = await sessions.CreateAsync(sent);
        var read = await sessions.GetAsync(opened.Id);

        foreach (var session in new[] { opened, read })
        {
            Assert.Equal(sent.Metadata, session.Metadata);
            Assert.Equal((sent.Amount, sent.Currency), (session.Amount, session.Currency));
            Assert.Equivalent(sent.CartItems, session.CartItems, strict: true);
            Assert.Equivalent(sent.Buyer, session.Buyer, strict: true);
            Assert.Equivalent(sent.Airline, session.Airline, strict: true);
        }
    }

    [Fact]
    public async Task What_is_not_shown_is_taken()
    {
        var session = await sessions.CreateAsync(
            new()
            {
                Country = "US",
                IsSubsequentPayment = false,
                MerchantInitiated = false,
                PaymentSource = TransactionPaymentSource.Ecommerce,
                Intent = TransactionIntent.Capture,
                PaymentServiceId = Paying.UnknownId,
            }
        );

        Assert.Equal(Paying.UnknownId, session.PaymentServiceId);
    }

    [Fact]
    public async Task A_deleted_session_is_gone()
    {
        var session = await sessions.CreateAsync();

        await sessions.DeleteAsync(session.Id);

        await Assert.ThrowsAsync<NotFoundException>(() => sessions.GetAsync(session.Id));
        var again = await sessions.TryDeleteAsync(session.Id);
        Assert.False(again.Ok);
        Assert.IsType<NotFoundException>(again.Error);
    }

    [Fact]
    public async Task A_session_belongs_to_its_merchant_account()
    {
        var session = await sessions.CreateAsync(merchantAccountId: SandboxServer.OtherAccount);

        Assert.Equal(session.Id, (await sessions.GetAsync(session.Id, SandboxServer.OtherAccount)).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => sessions.GetAsync(session.Id));
    }

    [Fact]
    public async Task A_card_on_a_session_shows_what_may_be_shown()
    {
        var session = await server.Gr4vy.OpenWithCardAsync();

        var method = (await sessions.GetAsync(session.Id)).PaymentMethod;

        Assert.NotNull(method);
        Assert.Equal(("payment-method", "card", null), (method.Type, method.Method, method.Id));
        Assert.Equal(("1111", CardScheme.Visa), (method.Label, method.Scheme));
        Assert.Equal("411111", method.Details?.Bin);
        Assert.Equal(64, method.Fingerprint?.Length);
    }

    [Fact]
    public async Task Secure_fields_need_no_token()
    {
        var browser = new Gr4vyClient(new() { BaseUrl = server.Address });
        var session = await sessions.CreateAsync();

        await browser.CheckoutSessions.UpdateFieldsAsync(session.Id, Paying.Fields());

        Assert.NotNull((await sessions.GetAsync(session.Id)).PaymentMethod);
    }

    [Fact]
    public async Task A_stored_payment_method_is_put_on_a_session()
    {
        var stored = await server.Gr4vy.PaymentMethods.CreateAsync(
            new CardPaymentMethodCreate { Number = Paying.Visa, ExpirationDate = "12/35" }
        );
        var session = await sessions.CreateAsync();

        await sessions.UpdateFieldsAsync(
            session.Id,
            new()
            {
                PaymentMethod = new CheckoutSessionIdPaymentMethod { Id = stored.Id, SecurityCode = "123" },
            }
        );

        Assert.Equal(stored.Id, (await sessions.GetAsync(session.Id)).PaymentMethod?.Id);
    }

    [Fact]
    public async Task A_session_whose_stored_payment_method_is_gone_is_an_error_of_its_own()
    {
        var stored = await server.Gr4vy.PaymentMethods.CreateAsync(
            new CardPaymentMethodCreate { Number = Paying.Visa, ExpirationDate = "12/35" }
        );
        var session = await sessions.CreateAsync();
        await sessions.UpdateFieldsAsync(
            session.Id,
            new() { PaymentMethod = new CheckoutSessionIdPaymentMethod { Id = stored.Id } }
        );
        await server.Gr4vy.PaymentMethods.DeleteAsync(stored.Id);

        var error = await Assert.ThrowsAsync<UnprocessableContentException>(() => sessions.GetAsync(session.Id));

        Assert.Equal("", error.Body);
        Assert.Empty(error.Details);
    }

    [Fact]
    public async Task Click_to_Pay_is_put_on_a_session()
    {
        var session = await sessions.CreateAsync();

        await sessions.UpdateFieldsAsync(
            session.Id,
            new()
            {
                PaymentMethod = new CheckoutSessionClickToPayPaymentMethod
                {
                    MerchantTransactionId = "m-1",
                    SrcCorrelationId = "c-1",
                    SrcDpaId = "d-1",
                },
                PostalCode = "94560",
            }
        );

        Assert.Equal("card", (await sessions.GetAsync(session.Id)).PaymentMethod?.Method);
    }

    [Fact]
    public async Task A_method_that_the_server_does_not_know_is_sent_and_refused_there()
    {
        var session = await sessions.CreateAsync();
        var fields = new CheckoutSessionSecureFields
        {
            PaymentMethod = new OtherSecureFieldsPaymentMethod("carrier-pigeon")
            {
                AdditionalProperties = new Dictionary<string, JsonElement> { ["ring"] = JsonElement.Parse("7") },
            },
        };

        var error = await Assert.ThrowsAsync<BadRequestException>(() => sessions.UpdateFieldsAsync(session.Id, fields));

        Assert.Equal("/payment_method", Assert.Single(error.Details).Pointer);
    }

    [Fact]
    public async Task The_scheme_is_told_by_the_beginning_of_a_number()
    {
        var session = await sessions.CreateAsync();

        var details = await sessions.GetCardDetailsAsync(session.Id, "411111");

        Assert.Equal(("411111", CardScheme.Visa), (details.Bin, details.Scheme));
        Assert.Empty(details.AdditionalSchemes);
        Assert.Null(details.CardType);
    }

    [Fact]
    public async Task There_is_no_acquirer_data()
    {
        var session = await sessions.CreateAsync();

        var error = await Assert.ThrowsAsync<NotFoundException>(() => sessions.GetAcquirerAsync(session.Id));

        Assert.Equal("No acquirer data is available for this checkout session.", error.Message);
    }

    [Fact]
    public async Task Click_to_Pay_is_not_set_up()
    {
        var session = await sessions.CreateAsync();

        var error = await Assert.ThrowsAsync<BadRequestException>(() =>
            server.Gr4vy.DigitalWallets.Sessions.ClickToPayAsync(session.Id)
        );

        Assert.Equal("Click to Pay is not set up for this merchant account.", error.Message);
    }
}
