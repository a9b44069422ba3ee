using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

public sealed class CustomerTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private Customers Customers => server.Polar.Customers;

    [Fact]
    public async Task A_customer_is_made_with_everything_and_read_back_by_either_id()
    {
        var made = await Customers.CreateAsync(
            new CustomerCreate
            {
                Email = "Everything@Example.com",
                ExternalId = "everything/1",
                Name = "Ada",
                BillingAddress = new BillingAddress
                {
                    Country = "FR",
                    Line1 = "1 rue X",
                    PostalCode = "69001",
                    City = "Lyon",
                },
                TaxId = "FR61954506077",
                Locale = "fr-CA",
                Type = CustomerType.Individual,
                Metadata = new Metadata { ["tier"] = "gold" },
            }
        );

        var read = await Customers.GetAsync(made.Id);
        var external = await Customers.GetExternalAsync("everything/1");

        Assert.Equal(Wire.Text(made), Wire.Text(read));
        Assert.Equal(Wire.Text(made), Wire.Text(external));
        Assert.Equal("Everything@example.com", read.Email);
        Assert.Equal(["FR61954506077", "eu_vat"], read.TaxId!);
        Assert.Equal(("Lyon", "fr-CA", "gold"), (read.BillingAddress?.City, read.Locale, read.Metadata["tier"].Text));
        Assert.Equal(CustomerType.Individual, read.Type);
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var made = await Customers.CreateAsync(
            new CustomerCreate
            {
                Email = "update@example.com",
                ExternalId = "update-1",
                Name = "Ada",
                Locale = "fr",
            }
        );

        var changed = await Customers.UpdateAsync(made.Id, new CustomerUpdate { Name = null });
        var external = await Customers.UpdateExternalAsync(
            "update-1",
            new CustomerUpdateExternalId
            {
                Locale = null,
                Metadata = new Metadata { ["a"] = true },
            }
        );

        Assert.Equal((null, "fr", "update@example.com"), (changed.Name, changed.Locale, changed.Email));
        Assert.Null(external.Locale);
        Assert.True(external.Metadata["a"].Boolean);
    }

    [Fact]
    public async Task A_customers_state_has_its_subscriptions()
    {
        var product = await server.MonthlyAsync();
        var order = await server.SellAsync(
            product.Id,
            "state@example.com",
            request => request.ExternalCustomerId = "state-1"
        );

        var state = await Customers.GetStateAsync(order.CustomerId);
        var external = await Customers.GetStateExternalAsync("state-1");

        Assert.Equal("state@example.com", state.Email);
        var subscription = Assert.Single(state.ActiveSubscriptions);
        Assert.Equal((order.SubscriptionId, product.Id), (subscription.Id, subscription.ProductId));
        Assert.Equal(SubscriptionStatus.Active, subscription.Status);
        Assert.Empty(state.GrantedBenefits);
        Assert.Empty(state.ActiveMeters);
        Assert.Equal(state.Id, external.Id);
    }

    [Fact]
    public async Task Customers_are_listed_and_deleted_by_either_id()
    {
        var one = await Customers.CreateAsync(new CustomerCreate { Email = "listed.a@example.com" });
        var two = await Customers.CreateAsync(
            new CustomerCreate { Email = "listed.b@example.com", ExternalId = "listed-2" }
        );

        var listed = await Customers
            .ListAsync(query: "listed.", sorting: CustomerSortProperty.EmailDescending, limit: 1)
            .ToListAsync();
        var exact = await Customers.ListPageAsync(email: "listed.a@example.com");
        await Customers.DeleteAsync(one.Id, anonymize: true);
        await Customers.DeleteExternalAsync("listed-2");

        Assert.Equal([two.Id, one.Id], listed.Select(customer => customer.Id));
        Assert.Equal(one.Id, Assert.Single(exact.Items).Id);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Customers.GetAsync(one.Id));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Customers.GetExternalAsync("listed-2"));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused_with_its_place()
    {
        await Customers.CreateAsync(new CustomerCreate { Email = "taken@example.com" });

        var failure = await Assert.ThrowsAsync<HttpValidationException>(() =>
            Customers.CreateAsync(new CustomerCreate { Email = "TAKEN@example.com" })
        );

        Assert.Equal("/email", Assert.Single(failure.Details).Pointer);
    }

    [Fact]
    public async Task A_team_is_refused_here_with_its_place()
    {
        var failure = await Assert.ThrowsAsync<HttpValidationException>(() =>
            Customers.CreateAsync(
                new CustomerCreate
                {
                    Email = "team@example.com",
                    Type = CustomerType.Team,
                    Owner = new MemberOwnerCreate { Email = "ada@example.com" },
                }
            )
        );

        Assert.Equal(["/owner", "/type"], failure.Details.Select(detail => detail.Pointer).Order());
    }
}
