using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class PaymentMethodTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PaymentMethods methods = server.Gr4vy.PaymentMethods;

    [Fact]
    public async Task A_card_is_stored_and_read()
    {
        var stored = await StoreAsync("card-1", "buyer-1");

        Assert.Equal(("payment-method", Method.Card, Mode.Card), (stored.Type, stored.Method, stored.Mode));
        Assert.Equal(("1111", CardScheme.Visa, "12/35"), (stored.Label, stored.Scheme, stored.ExpirationDate));
        Assert.Equal(PaymentMethodStatus.Succeeded, stored.Status);
        Assert.Equal("411111", stored.Details?.Bin);
        Assert.Equal("card-1", stored.ExternalIdentifier);
        Assert.Null(stored.AdditionalProperties);
        Assert.Equivalent(stored, await methods.GetAsync(stored.Id), strict: true);
    }

    [Fact]
    public async Task The_card_of_a_session_is_stored()
    {
        var session = await server.Gr4vy.OpenWithCardAsync();

        var stored = await methods.CreateAsync(
            new CheckoutSessionPaymentMethodCreate { Id = session.Id, ExternalIdentifier = "card-2" }
        );

        Assert.Equal(("1111", "card-2"), (stored.Label, stored.ExternalIdentifier));
    }

    [Fact]
    public async Task A_method_that_is_not_stored_here_is_refused_there()
    {
        var error = await Assert.ThrowsAsync<BadRequestException>(() =>
            methods.CreateAsync(new OtherPaymentMethodCreate("plaid"))
        );

        Assert.Equal("union_tag_not_taken", Assert.Single(error.Details).Type);
    }

    [Fact]
    public async Task A_stored_card_is_changed()
    {
        var stored = await StoreAsync();

        var changed = await methods.UpdateAsync(
            stored.Id,
            new()
            {
                ExpirationDate = "01/40",
                SchemeTransactionId = "s-1",
                SchemeTransactionIdScheme = CardScheme.Visa,
                TransactionLinkId = "l-1",
            }
        );
        var cleared = await methods.UpdateAsync(stored.Id, new() { TransactionLinkId = null });

        Assert.Equal(
            ("01/40", "s-1", CardScheme.Visa, "l-1"),
            (
                changed.ExpirationDate,
                changed.SchemeTransactionId,
                changed.SchemeTransactionIdScheme,
                changed.TransactionLinkId
            )
        );
        Assert.Equal(
            ("01/40", "s-1", null),
            (cleared.ExpirationDate, cleared.SchemeTransactionId, cleared.TransactionLinkId)
        );
    }

    [Fact]
    public async Task A_deleted_card_is_gone()
    {
        var stored = await StoreAsync();

        await methods.DeleteAsync(stored.Id);

        await Assert.ThrowsAsync<NotFoundException>(() => methods.GetAsync(stored.Id));
    }

    [Fact]
    public async Task Cards_are_listed_by_what_they_are_named()
    {
        var stored = await StoreAsync("card-3", "buyer-3");

        var page = await methods.ListPageAsync(
            buyerExternalIdentifier: "buyer-3",
            status: [PaymentMethodStatus.Succeeded],
            externalIdentifier: "card-3"
        );
        var paused = methods.ListAsync(status: [PaymentMethodStatus.Paused]);

        Assert.Equal(stored.Id, Assert.Single(page.Items).Id);
        await foreach (var other in paused)
        {
            Assert.Fail($"{other.Id} is not paused.");
        }
    }

    [Fact]
    public async Task A_buyer_has_cards()
    {
        var stored = await StoreAsync("card-4", "buyer-4");

        var listed = await server.Gr4vy.Buyers.PaymentMethods.ListAsync(
            buyerExternalIdentifier: "buyer-4",
            sortBy: SortBy.LastUsedAt,
            orderBy: OrderBy.Asc,
            country: "US",
            currency: "USD"
        );

        Assert.Equal((stored.Id, stored.Fingerprint), (Assert.Single(listed).Id, listed[0].Fingerprint));
        Assert.Empty(await server.Gr4vy.Buyers.PaymentMethods.ListAsync());
    }

    [Fact]
    public async Task A_card_has_no_tokens_here()
    {
        var stored = await StoreAsync();

        Assert.Empty(await methods.NetworkTokens.ListAsync(stored.Id));
        Assert.Empty(await methods.PaymentServiceTokens.ListAsync(stored.Id, Paying.UnknownId));
        await Assert.ThrowsAsync<NotFoundException>(() => methods.NetworkTokens.ListAsync(Paying.UnknownId));
    }

    [Fact]
    public async Task A_payment_stores_its_card_when_asked_to()
    {
        var payment = Paying.Payment();
        payment.Store = true;
        payment.BuyerExternalIdentifier = "buyer-5";

        var paid = await server.Gr4vy.Transactions.CreateAsync(payment);

        var stored = Assert.Single((await methods.ListPageAsync(buyerExternalIdentifier: "buyer-5")).Items);
        Assert.Equal(stored.Id, paid.PaymentMethod?.Id);
    }

    private Task<PaymentMethod> StoreAsync(string? externalIdentifier = null, string? buyer = null) =>
        methods.CreateAsync(
            new CardPaymentMethodCreate
            {
                Number = Paying.Visa,
                ExpirationDate = "12/35",
                SecurityCode = "123",
                ExternalIdentifier = externalIdentifier,
                BuyerExternalIdentifier = buyer,
            }
        );
}
