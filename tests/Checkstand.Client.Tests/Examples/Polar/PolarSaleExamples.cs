using Checkstand.Client.Polar;
using Checkstand.Client.Tests.Polar;

namespace Checkstand.Client.Tests.Examples;

public sealed class PolarSaleExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PolarClient polar = server.Polar;

    [Fact]
    public async Task Customers_are_made_listed_read_changed_and_deleted()
    {
        // example: polar-customers-create
        var customer = await polar.Customers.CreateAsync(
            new CustomerCreate
            {
                Email = "ada@example.com",
                ExternalId = "user-7",
                Name = "Ada",
                BillingAddress = new BillingAddress { Country = "FR" },
            }
        );
        // end

        var (id, externalId) = (customer.Id, customer.ExternalId!);

        // example: polar-customers-list
        await foreach (var found in polar.Customers.ListAsync(query: "ada", sorting: CustomerSortProperty.Email))
        {
            Console.WriteLine($"{found.Name} {found.Email}");
        }
        // end

        // example: polar-customers-get
        var read = await polar.Customers.GetAsync(id: id);
        // end

        // example: polar-customers-get-external
        var same = await polar.Customers.GetExternalAsync(externalId: externalId);
        // end

        // example: polar-customers-update
        var changed = await polar.Customers.UpdateAsync(
            id: id,
            customerUpdate: new CustomerUpdate
            {
                Name = null,
                Metadata = new Metadata { ["tier"] = "gold" },
            }
        );
        // end

        // example: polar-customers-update-external
        var renamed = await polar.Customers.UpdateExternalAsync(
            externalId: externalId,
            customerUpdateExternalId: new CustomerUpdateExternalId { Name = "Ada L." }
        );
        // end

        // example: polar-customers-get-state
        var state = await polar.Customers.GetStateAsync(id: id);

        var pays = state.ActiveSubscriptions.Any(subscription => subscription.Status == SubscriptionStatus.Active);
        // end

        // example: polar-customers-get-state-external
        var stateToo = await polar.Customers.GetStateExternalAsync(externalId: externalId);
        // end

        // example: polar-customers-delete
        await polar.Customers.DeleteAsync(id: id, anonymize: true);
        // end

        var other = await polar.Customers.CreateAsync(new() { Email = "lin@example.com", ExternalId = "user-8" });
        externalId = other.ExternalId!;

        // example: polar-customers-delete-external
        await polar.Customers.DeleteExternalAsync(externalId: externalId);
        // end

        Assert.Equal((id, "Ada", null, "Ada L."), (same.Id, read.Name, changed.Name, renamed.Name));
        Assert.Equal((false, id), (pays, stateToo.Id));
    }

    [Fact]
    public async Task Orders_are_listed_and_read()
    {
        var sold = await server.SellAsync(email: "orders@example.com");
        var (checkoutId, customerId) = (sold.CheckoutId!, sold.CustomerId);
        var total = 0L;

        // example: polar-orders-list
        await foreach (var order in polar.Orders.ListAsync(customerId: customerId, status: OrderStatus.Paid))
        {
            total += order.TotalAmount;
        }
        // end

        // example: polar-orders-list-checkout
        var page = await polar.Orders.ListPageAsync(checkoutId: checkoutId);
        // end

        var id = page.Items[0].Id;

        // example: polar-orders-get
        var read = await polar.Orders.GetAsync(id: id);

        Console.WriteLine($"{read.InvoiceNumber}: {read.TotalAmount} {read.Currency} from {read.Customer.Email}");
        // end

        Assert.Equal((1000, sold.Id), (total, read.Id));
    }

    [Fact]
    public async Task Subscriptions_are_listed_read_changed_and_ended()
    {
        var product = await server.MonthlyAsync();
        var productId = product.Id;
        var id = (await server.SellAsync(productId, "subscriptions@example.com")).SubscriptionId!;
        List<string> ids = [];

        // example: polar-subscriptions-list
        await foreach (var subscription in polar.Subscriptions.ListAsync(productId: productId, active: true))
        {
            ids.Add(subscription.Id);
        }
        // end

        // example: polar-subscriptions-get
        var read = await polar.Subscriptions.GetAsync(id: id);

        Console.WriteLine($"{read.Product.Name} until {read.CurrentPeriodEnd:d}");
        // end

        // example: polar-subscriptions-update
        var canceled = await polar.Subscriptions.UpdateAsync(
            id: id,
            subscriptionUpdate: new SubscriptionUpdate
            {
                CancelAtPeriodEnd = true,
                CustomerCancellationReason = CustomerCancellationReason.TooExpensive,
            }
        );
        // end

        // example: polar-subscriptions-revoke
        var ended = await polar.Subscriptions.RevokeAsync(id: id);
        // end

        Assert.Equal([id], ids);
        Assert.Equal((false, true), (read.CancelAtPeriodEnd, canceled.CancelAtPeriodEnd));
        Assert.Equal(SubscriptionStatus.Canceled, ended.Status);
    }
}
