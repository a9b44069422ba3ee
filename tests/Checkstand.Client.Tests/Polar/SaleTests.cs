using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Orders and subscriptions: what checkouts come to.</summary>
public sealed class SaleTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task An_order_says_what_was_bought_by_whom_and_for_how_much()
    {
        var discount = await server.Polar.Discounts.CreateAsync(
            new DiscountFixedCreate
            {
                Name = "One off",
                Duration = DiscountDuration.Once,
                Amounts = new AmountsByCurrency { ["usd"] = 100 },
            }
        );
        var sold = await server.SellAsync(
            email: "order@example.com",
            change: request => (request.DiscountId, request.Metadata) = (discount.Id, new Metadata { ["cart"] = "A-7" })
        );

        var order = await server.Polar.Orders.GetAsync(sold.Id);

        Assert.Equal(Wire.Text(sold), Wire.Text(order));
        Assert.Equal(
            (OrderStatus.Paid, true, OrderBillingReason.Purchase),
            (order.Status, order.Paid, order.BillingReason)
        );
        Assert.Equal(
            (1000, 100, 900, 900, 900),
            (order.SubtotalAmount, order.DiscountAmount, order.NetAmount, order.TotalAmount, order.DueAmount)
        );
        Assert.Equal(("usd", "Handbook"), (order.Currency, order.Description));
        Assert.Equal(("order@example.com", "FR"), (order.Customer.Email, order.BillingAddress?.Country));
        Assert.Equal("Handbook", order.Product?.Name);
        Assert.Equal(100, Assert.IsType<DiscountFixed>(order.Discount).Amounts["usd"]);
        Assert.Equal("A-7", order.Metadata["cart"].Text);
        var item = Assert.Single(order.Items);
        Assert.Equal(("Handbook", 1000, false), (item.Label, item.Amount, item.Proration));
        Assert.Null(order.Subscription);
    }

    [Fact]
    public async Task Orders_are_listed_by_what_is_asked_for()
    {
        var product = await server.ProductAsync();
        var first = await server.SellAsync(product.Id, "orders.a@example.com");
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await server.SellAsync(
            product.Id,
            "orders.b@example.com",
            request => request.ExternalCustomerId = "orders-b"
        );
        var orders = server.Polar.Orders;

        Assert.Equal(
            [first.Id, second.Id],
            await IdsAsync(orders.ListAsync(productId: product.Id, sorting: OrderSortProperty.CreatedAt, limit: 1))
        );
        Assert.Equal([second.Id], await IdsAsync(orders.ListAsync(externalCustomerId: "orders-b")));
        Assert.Equal([first.Id], await IdsAsync(orders.ListAsync(customerId: [first.CustomerId])));
        Assert.Equal(
            [second.Id],
            await IdsAsync(orders.ListAsync(productId: product.Id, createdAfter: first.CreatedAt.AddSeconds(1)))
        );
        Assert.Equal(
            [first.Id],
            await IdsAsync(orders.ListAsync(productId: product.Id, createdBefore: first.CreatedAt.AddSeconds(1)))
        );
        Assert.Empty(
            await IdsAsync(
                orders.ListAsync(
                    productId: product.Id,
                    productBillingType: ProductBillingType.Recurring,
                    status: [OrderStatus.Paid, OrderStatus.Refunded]
                )
            )
        );
    }

    [Fact]
    public async Task A_subscription_is_read_canceled_and_kept_after_all()
    {
        var product = await server.MonthlyAsync(trialDays: 7);
        var order = await server.SellAsync(product.Id, "subscriber@example.com");
        var subscriptions = server.Polar.Subscriptions;
        var id = order.SubscriptionId!;

        var read = await subscriptions.GetAsync(id);
        var canceled = await subscriptions.UpdateAsync(
            id,
            new SubscriptionUpdate
            {
                CancelAtPeriodEnd = true,
                CustomerCancellationReason = CustomerCancellationReason.TooExpensive,
                CustomerCancellationComment = "Later",
            }
        );
        var kept = await subscriptions.UpdateAsync(id, new SubscriptionUpdate { CancelAtPeriodEnd = false });

        Assert.Equal(SubscriptionStatus.Trialing, order.Subscription?.Status);
        Assert.Equal(OrderBillingReason.SubscriptionCreate, order.BillingReason);
        Assert.Equal((1000, "usd", SubscriptionStatus.Trialing), (read.Amount, read.Currency, read.Status));
        Assert.Equal((RecurringInterval.Month, 1), (read.RecurringInterval, read.RecurringIntervalCount));
        Assert.Equal(read.TrialEnd, read.CurrentPeriodEnd);
        Assert.Equal(("Tent", "subscriber@example.com"), (read.Product.Name, read.Customer.Email));
        Assert.IsType<ProductPriceFixed>(Assert.Single(read.Prices));
        Assert.True(canceled.CancelAtPeriodEnd);
        Assert.Equal(
            (CustomerCancellationReason.TooExpensive, "Later"),
            (canceled.CustomerCancellationReason!.Value, canceled.CustomerCancellationComment)
        );
        Assert.False(kept.CancelAtPeriodEnd);
        Assert.Null(kept.CanceledAt);
    }

    [Fact]
    public async Task A_subscription_ends_at_once_and_only_once()
    {
        var product = await server.MonthlyAsync();
        var subscriptions = server.Polar.Subscriptions;
        var first = (await server.SellAsync(product.Id, "ends.a@example.com")).SubscriptionId!;
        var second = (await server.SellAsync(product.Id, "ends.b@example.com")).SubscriptionId!;

        var revoked = await subscriptions.RevokeAsync(first);
        var updated = await subscriptions.UpdateAsync(second, new SubscriptionUpdate { Revoke = true });
        var again = await Assert.ThrowsAsync<AlreadyCanceledSubscriptionException>(() =>
            subscriptions.RevokeAsync(first)
        );

        Assert.Equal((SubscriptionStatus.Canceled, server.Clock.GetUtcNow()), (revoked.Status, revoked.EndedAt!.Value));
        Assert.Equal(SubscriptionStatus.Canceled, updated.Status);
        Assert.Equal("AlreadyCanceledSubscription", again.Code);
    }

    [Fact]
    public async Task Subscriptions_are_listed_by_what_is_asked_for()
    {
        var product = await server.MonthlyAsync();
        var active = (await server.SellAsync(product.Id, "subs.a@example.com")).SubscriptionId!;
        var over = (await server.SellAsync(product.Id, "subs.b@example.com")).SubscriptionId!;
        var subscriptions = server.Polar.Subscriptions;
        await subscriptions.RevokeAsync(over);

        Assert.Equal([active], await IdsAsync(subscriptions.ListAsync(productId: product.Id, active: true)));
        Assert.Equal(
            [over],
            await IdsAsync(subscriptions.ListAsync(productId: product.Id, status: SubscriptionStatus.Canceled))
        );
        Assert.Equal(
            [active, over],
            await IdsAsync(
                subscriptions.ListAsync(
                    productId: product.Id,
                    startedAfter: server.Clock.GetUtcNow().AddHours(-1),
                    sorting: SubscriptionSortProperty.Customer,
                    limit: 1
                )
            )
        );
        Assert.Empty(
            await IdsAsync(subscriptions.ListAsync(productId: product.Id, cancelAtPeriodEnd: true, active: true))
        );
    }

    [Fact]
    public async Task What_was_never_sold_is_not_found()
    {
        const string Nothing = "0f0e0d0c-0b0a-4908-8706-050403020100";

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => server.Polar.Orders.GetAsync(Nothing));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => server.Polar.Subscriptions.GetAsync(Nothing));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => server.Polar.Subscriptions.RevokeAsync(Nothing));
    }

    private static async Task<List<string>> IdsAsync(IAsyncEnumerable<Order> list) =>
        [.. (await list.ToListAsync()).Select(order => order.Id)];

    private static async Task<List<string>> IdsAsync(IAsyncEnumerable<Subscription> list) =>
        [.. (await list.ToListAsync()).Select(subscription => subscription.Id)];
}
