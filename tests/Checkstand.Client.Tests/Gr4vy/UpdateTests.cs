using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>Absent keeps, null clears, a value replaces the whole of it.</summary>
public sealed class UpdateTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CheckoutSessions sessions = server.Gr4vy.CheckoutSessions;

    [Fact]
    public async Task What_an_update_does_not_name_stays()
    {
        var opened = await sessions.CreateAsync(SeedPayload.Session());

        var updated = await sessions.UpdateAsync(opened.Id, new CheckoutSessionUpdate());

        Assert.Equivalent(opened, updated, strict: true);
    }

    [Fact]
    public async Task Null_clears_one_and_leaves_the_others()
    {
        var opened = await sessions.CreateAsync(SeedPayload.Session());

        var updated = await sessions.UpdateAsync(opened.Id, new CheckoutSessionUpdate { Buyer = null, Amount = null });

        Assert.Null(updated.Buyer);
        Assert.Null(updated.Amount);
        Assert.Equal("USD", updated.Currency);
        Assert.Equivalent(opened.Airline, updated.Airline, strict: true);
        Assert.Equivalent(opened.CartItems, updated.CartItems, strict: true);
        Assert.Equal(opened.Metadata, updated.Metadata);
    }

    [Fact]
    public async Task A_value_replaces_the_whole_of_what_was_there()
    {
        var opened = await sessions.CreateAsync(SeedPayload.Session());

        var updated = await sessions.UpdateAsync(
            opened.Id,
            new CheckoutSessionUpdate
            {
                Metadata = new Dictionary<string, string> { ["a"] = "b" },
                CartItems = new List<CartItem>
                {
                    new()
                    {
                        Name = "Strap",
                        Quantity = 1,
                        UnitAmount = 5,
                    },
                },
                Buyer = new GuestBuyer { DisplayName = "Jane" },
                ExpiresIn = 7200,
            }
        );

        Assert.Equal(new Dictionary<string, string> { ["a"] = "b" }, updated.Metadata);
        Assert.Equal("Strap", Assert.Single(updated.CartItems!).Name);
        Assert.Equal("Jane", updated.Buyer?.DisplayName);
        Assert.Null(updated.Buyer?.BillingDetails);
        Assert.Equal(opened.ExpiresAt.AddHours(1), updated.ExpiresAt, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Every_member_of_a_session_can_be_cleared()
    {
        var opened = await sessions.CreateAsync(SeedPayload.Session());

        var updated = await sessions.UpdateAsync(
            opened.Id,
            new CheckoutSessionUpdate
            {
                CartItems = null,
                Metadata = null,
                Buyer = null,
                Airline = null,
                Amount = null,
                Currency = null,
                PaymentServiceId = null,
                Country = null,
                IsSubsequentPayment = null,
                MerchantInitiated = null,
                PaymentSource = null,
                Intent = null,
            }
        );

        Assert.Equivalent(new CheckoutSession { Id = opened.Id, ExpiresAt = opened.ExpiresAt }, updated, strict: true);
    }

    [Fact]
    public async Task A_create_is_taken_as_an_update_as_in_the_documents()
    {
        var opened = await sessions.CreateAsync(SeedPayload.Session());

        var nothing = await sessions.UpdateAsync(
            sessionId: opened.Id,
            checkoutSessionCreate: new CheckoutSessionCreate() { }
        );
        var cart = await sessions.UpdateAsync(
            sessionId: opened.Id,
            checkoutSessionCreate: new CheckoutSessionCreate { CartItems = [], ExpiresIn = 86400 }
        );

        Assert.Equivalent(opened, nothing, strict: true);
        Assert.Empty(cart.CartItems!);
        Assert.Equivalent(opened.Buyer, cart.Buyer, strict: true);
        Assert.Equal(opened.ExpiresAt.AddHours(23), cart.ExpiresAt, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_buyer_is_changed_in_part()
    {
        var buyers = server.Gr4vy.Buyers;
        var buyer = await buyers.CreateAsync(
            new()
            {
                DisplayName = "John",
                AccountNumber = "a-1",
                BillingDetails = SeedPayload.Billing(),
            }
        );

        var renamed = await buyers.UpdateAsync(buyer.Id, new() { DisplayName = "Jane", AccountNumber = null });

        Assert.Equal("Jane", renamed.DisplayName);
        Assert.Null(renamed.AccountNumber);
        Assert.Equivalent(buyer.BillingDetails, renamed.BillingDetails, strict: true);
    }
}
