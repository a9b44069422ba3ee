using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Taxes;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of orders and subscriptions promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract partial class OrderStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PageNumber First = new(1, 100);
    private readonly OrganizationId acme = OrganizationId.New();
    private readonly OrganizationId stranger = OrganizationId.New();

    protected TradeStores Stores { get; private set; } = null!;

    private IOrderStore Orders => Stores.Orders;

    public virtual async ValueTask InitializeAsync() => Stores = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<TradeStores> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task Every_field_of_an_order_is_kept_over_a_restart()
    {
        var product = await AddProductAsync("Tent");
        var sold = await SellAsync(
            product,
            order =>
                order with
                {
                    ModifiedAt = Samples.Now.AddMilliseconds(7),
                    BillingReason = BillingReason.SubscriptionUpdate,
                    Amounts = new Amounts(1000, 100, 50, TaxBehavior.Inclusive),
                    Items = [new OrderItem(RandomId.New(), "Łódź 🛒", 1000, 50, null)],
                    Seats = 3,
                    BillingName = "Ada",
                    BillingAddress = new PostalAddress { Country = "US", State = "US-CA" },
                    TaxId = new TaxId("FR61954506077", "eu_vat"),
                    Metadata = new JsonText("""{"a":1.5,"b":true}"""u8.ToArray()),
                    CustomFieldData = new JsonText("""{"size":"XL"}"""u8.ToArray()),
                }
        );

        await CloseAsync();
        Stores = await OpenAsync();

        var found = (await Orders.FindAsync(acme, sold.Id, None))!;
        Assert.Equal(TextOf(sold), TextOf(found.Order));
        Assert.Equal(product.Id, found.Product.Id);
        Assert.Equal(sold.CustomerId, found.Customer.Id);
    }

    [Fact]
    public async Task An_order_of_another_organization_is_as_one_that_never_was()
    {
        var sold = await SellAsync(await AddProductAsync("Tent"));

        Assert.Null(await Orders.FindAsync(stranger, sold.Id, None));
        Assert.Equal(0, (await Orders.ListAsync(stranger, new OrderFilter(), First, None)).TotalCount);
    }

    [Fact]
    public async Task Each_filter_of_orders_finds_its_orders_only()
    {
        var tent = await AddProductAsync("Tent");
        var stove = await AddProductAsync("Stove");
        var first = await SellAsync(
            tent,
            order => order with { Metadata = new JsonText("""{"cohort":"a"}"""u8.ToArray()) },
            "ada@example.com",
            "ada-1"
        );
        var second = await SellAsync(
            stove,
            order =>
                order with
                {
                    BillingReason = BillingReason.SubscriptionCreate,
                    SubscriptionId = RandomId.New(),
                    DiscountId = RandomId.New(),
                    CreatedAt = order.CreatedAt.AddHours(1),
                },
            "grace@example.com"
        );

        await FindsAsync([first], new OrderFilter { ProductIds = [tent.Id] });
        await FindsAsync([first], new OrderFilter { CustomerIds = [first.CustomerId, RandomId.New(), RandomId.New()] });
        await FindsAsync([first], new OrderFilter { ExternalCustomerIds = ["ada-1", "nobody"] });
        await FindsAsync([first], new OrderFilter { CheckoutIds = [first.CheckoutId.Value] });
        await FindsAsync([second], new OrderFilter { DiscountIds = [second.DiscountId!.Value] });
        await FindsAsync([second], new OrderFilter { SubscriptionIds = [second.SubscriptionId!.Value] });
        await FindsAsync([second], new OrderFilter { IsOfSubscription = true });
        await FindsAsync([first], new OrderFilter { IsOfSubscription = false });
        await FindsAsync([second], new OrderFilter { CreatedAfter = first.CreatedAt });
        await FindsAsync([first], new OrderFilter { CreatedBefore = second.CreatedAt });
        await FindsAsync([first], new OrderFilter { Metadata = Samples.Wanted(("cohort", ["a"])) });
        await FindsAsync([], new OrderFilter { Metadata = Samples.Wanted(("cohort", ["A"])) });
    }

    [Fact]
    public async Task Orders_come_in_each_order_and_then_by_id()
    {
        var tent = await AddProductAsync("Tent");
        var anorak = await AddProductAsync("Anorak");
        var first = await SellAsync(
            tent,
            order => order with { Amounts = new Amounts(500, 0, 500, TaxBehavior.Exclusive) },
            "zoe@example.com"
        );
        var second = await SellAsync(
            anorak,
            order =>
                order with
                {
                    Amounts = new Amounts(900, 0, 0, TaxBehavior.Exclusive),
                    CreatedAt = order.CreatedAt.AddHours(1),
                },
            "ada@example.com"
        );

        await SortsAsync([first, second], OrderOrder.CreatedAt);
        await SortsAsync([first, second], OrderOrder.Number);
        await SortsAsync([second, first], OrderOrder.Amount);
        await SortsAsync([first, second], OrderOrder.NetAmount);
        await SortsAsync([second, first], OrderOrder.Customer);
        await SortsAsync([second, first], OrderOrder.Product);
        var byId = new[] { first, second }.OrderBy(order => order.Id, ByBytes).ToArray();
        await SortsAsync(byId, OrderOrder.Discount);
        await SortsAsync(byId, OrderOrder.Subscription);

        var page = await Orders.ListAsync(
            acme,
            new OrderFilter { Sorting = [new Sorting<OrderOrder>(OrderOrder.Number, true)] },
            new PageNumber(2, 1),
            None
        );
        Assert.Equal(2, page.TotalCount);
        Assert.Equal(first.Id, Assert.Single(page.Items).Order.Id);
    }

    private static readonly Comparer<Guid> ByBytes = Comparer<Guid>.Create(
        (left, right) => left.ToByteArray(true).AsSpan().SequenceCompareTo(right.ToByteArray(true))
    );

    private async Task FindsAsync(Order[] expected, OrderFilter filter)
    {
        var page = await Orders.ListAsync(acme, filter, First, None);
        Assert.Equal(expected.Select(order => order.Id), page.Items.Select(parts => parts.Order.Id));
        Assert.Equal(expected.Length, page.TotalCount);
    }

    private async Task SortsAsync(Order[] expected, OrderOrder by)
    {
        var page = await Orders.ListAsync(
            acme,
            new OrderFilter { Sorting = [new Sorting<OrderOrder>(by, false)] },
            First,
            None
        );
        Assert.Equal(expected.Select(order => order.Id), page.Items.Select(parts => parts.Order.Id));
    }

    private async Task<Product> AddProductAsync(string name, CalendarSpan? recurs = null)
    {
        var product = TradeSamples.Product(acme, recurs) with { Name = name };
        await Stores.Products.AddAsync(product, None);
        return product;
    }

    private async Task<Order> SellAsync(
        Product product,
        Func<Order, Order>? change = null,
        string email = "ada@example.com",
        string? externalId = null,
        Func<Guid, Subscription>? subscribe = null
    )
    {
        var checkout = TradeSamples.Checkout(product);
        checkout = checkout with { Buyer = checkout.Buyer with { Email = email } };
        await Stores.Checkouts.AddAsync(checkout, None);
        await Stores.Settlements.ConfirmAsync(
            checkout.Id,
            parts => parts.Checkout,
            to =>
                TradeSamples.Confirmation(
                    to,
                    to.SameEmail ?? TradeSamples.Customer(acme, email) with { ExternalId = externalId }
                ),
            None
        );
        var settled = await Stores.Settlements.SettleAsync(
            checkout.Id,
            to =>
            {
                var success = TradeSamples.Success(to, subscribe?.Invoke(to.Customer.Id));
                return success with { Order = change?.Invoke(success.Order!) ?? success.Order };
            },
            None
        );
        return settled!.Order!;
    }

    private static string TextOf<T>(T value) => JsonSerializer.Serialize(value);
}
