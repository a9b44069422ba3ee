using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class CheckoutStoreContract
{
    [Fact]
    public async Task A_list_is_of_one_organization_and_says_how_long_it_is()
    {
        var checkout = await AddAsync();
        var stranger = OrganizationId.New();
        var product = TradeSamples.Product(stranger);
        await Stores.Products.AddAsync(product, None);
        await Store.AddAsync(TradeSamples.Checkout(product), None);

        var page = await ListAsync(new CheckoutFilter());

        Assert.Equal([checkout.Id], page.Items.Select(parts => parts.Checkout.Id));
        Assert.Equal(1, page.TotalCount);
        Assert.Equal(0, (await Store.ListAsync(OrganizationId.New(), new(), new(1, 10), None)).TotalCount);
    }

    [Fact]
    public async Task Totals_follow_the_statuses_as_they_change()
    {
        var product = await AddProductAsync();
        var checkouts = new List<Checkout>();
        for (var i = 0; i < 5; i++)
        {
            checkouts.Add(await AddAsync(product));
        }

        foreach (var ended in checkouts.Take(2))
        {
            await Store.ChangeAsync(ended.Id, parts => parts.Checkout with { Status = CheckoutStatus.Expired }, None);
        }

        await Store.ChangeAsync(checkouts[4].Id, parts => Named(parts, "Ada"), None);

        Assert.Equal(5, (await ListAsync(new CheckoutFilter())).TotalCount);
        Assert.Equal(3, (await ListAsync(Status(CheckoutStatus.Open))).TotalCount);
        Assert.Equal(2, (await ListAsync(Status(CheckoutStatus.Expired))).TotalCount);
        Assert.Equal(0, (await ListAsync(Status(CheckoutStatus.Failed))).TotalCount);
        var both = await ListAsync(Status(CheckoutStatus.Expired, CheckoutStatus.Open, CheckoutStatus.Open));
        Assert.Equal(5, both.TotalCount);
        Assert.Equal(5, both.Items.Count);
    }

    [Fact]
    public async Task Every_filter_narrows_and_all_hold_together()
    {
        var (one, two) = (await AddProductAsync(), await AddProductAsync());
        var customer = TradeSamples.Customer(acme, "x@example.com") with { ExternalId = "given later" };
        await Stores.Customers.AddAsync(customer, None);
        var ada = await AddAsync(one, made => With(made, customer.Id, null, "Ada_1@Example.com"));
        var bob = await AddAsync(two, made => With(made, null, "ext-2", "bob%@example.com"));

        await AssertFinds(new CheckoutFilter { ProductIds = [one.Id] }, ada);
        await AssertFinds(new CheckoutFilter { ProductIds = [one.Id, two.Id, RandomId.New()] }, ada, bob);
        await AssertFinds(new CheckoutFilter { CustomerIds = [customer.Id] }, ada);
        await AssertFinds(new CheckoutFilter { ExternalCustomerIds = ["ext-2"] }, bob);
        await AssertFinds(new CheckoutFilter { ExternalCustomerIds = ["ext-2", "given later", "x"] }, ada, bob);
        await AssertFinds(new CheckoutFilter { Query = "aDA" }, ada);
        await AssertFinds(new CheckoutFilter { Query = "_" }, ada);
        await AssertFinds(new CheckoutFilter { Query = "%" }, bob);
        await AssertFinds(new CheckoutFilter { Query = "\\" });
        await AssertFinds(Status(CheckoutStatus.Open) with { Query = "ada", ProductIds = [one.Id] }, ada);
        await AssertFinds(Status(CheckoutStatus.Open, CheckoutStatus.Failed) with { ProductIds = [two.Id] }, bob);
        await AssertFinds(Status(CheckoutStatus.Expired) with { Query = "ada" });
        await AssertFinds(new CheckoutFilter { ProductIds = [two.Id], CustomerIds = [customer.Id] });
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gaps_in_every_order()
    {
        var product = await AddProductAsync();
        var all = new List<Checkout>();
        for (var i = 0; i < 11; i++)
        {
            // Equal times and statuses, so that the id has to decide.
            all.Add(
                await AddAsync(
                    product,
                    made =>
                        made with
                        {
                            CreatedAt = Samples.Now.AddSeconds(i / 4),
                            ExpiresAt = Samples.Now.AddDays(i % 3),
                            Status = i % 2 == 0 ? CheckoutStatus.Open : CheckoutStatus.Expired,
                        }
                )
            );
        }

        foreach (var by in Enum.GetValues<CheckoutOrder>())
        {
            foreach (var isDescending in (bool[])[false, true])
            {
                foreach (var filter in (CheckoutFilter[])[new(), Status(CheckoutStatus.Open, CheckoutStatus.Expired)])
                {
                    var sorted = filter with { Sorting = [new Sorting<CheckoutOrder>(by, isDescending)] };
                    var found = new List<Checkout>();
                    for (var page = 1; page <= 4; page++)
                    {
                        var part = await Store.ListAsync(acme, sorted, new PageNumber(page, 3), None);
                        found.AddRange(part.Items.Select(parts => parts.Checkout));
                    }

                    Assert.Equal(
                        all.Select(made => made.Id.Value).Order(),
                        found.Select(made => made.Id.Value).Order()
                    );
                    var keys = found.Select(made => KeyOf(made, by)).ToList();
                    Assert.Equal(isDescending ? keys.OrderDescending() : keys.Order(), keys);
                }
            }
        }
    }

    [Fact]
    public async Task Several_criteria_are_applied_in_order()
    {
        var product = await AddProductAsync();
        var late = await AddAsync(product, made => made with { CreatedAt = Samples.Now.AddSeconds(2) });
        var early = await AddAsync(product);
        var ended = await AddAsync(product, made => made with { Status = CheckoutStatus.Expired });

        var found = await ListAsync(
            new CheckoutFilter
            {
                Sorting =
                [
                    new Sorting<CheckoutOrder>(CheckoutOrder.Status, true),
                    new Sorting<CheckoutOrder>(CheckoutOrder.CreatedAt, false),
                    new Sorting<CheckoutOrder>(CheckoutOrder.Status, false),
                ],
            }
        );

        Assert.Equal([early.Id, late.Id, ended.Id], found.Items.Select(parts => parts.Checkout.Id));
    }

    private static IComparable KeyOf(Checkout checkout, CheckoutOrder by) =>
        by switch
        {
            CheckoutOrder.CreatedAt => checkout.CreatedAt,
            CheckoutOrder.ExpiresAt => checkout.ExpiresAt,
            // By its word.
            _ => checkout.Status == CheckoutStatus.Expired ? 0 : 1,
        };

    private static Checkout With(Checkout checkout, Guid? customer, string? externalId, string email) =>
        checkout with
        {
            Buyer = new Core.Checkouts.Buyer
            {
                CustomerId = customer,
                ExternalId = externalId,
                Email = email,
            },
        };

    private static CheckoutFilter Status(params CheckoutStatus[] statuses) => new() { Statuses = statuses };

    private ValueTask<NumberedPage<CheckoutParts>> ListAsync(CheckoutFilter filter) =>
        Store.ListAsync(acme, filter, new PageNumber(1, 100), None);

    private async Task AssertFinds(CheckoutFilter filter, params Checkout[] wanted)
    {
        var page = await ListAsync(filter);
        Assert.Equal(
            wanted.Select(checkout => checkout.Id.Value).Order(),
            page.Items.Select(parts => parts.Checkout.Id.Value).Order()
        );
        Assert.Equal(wanted.Length, page.TotalCount);
    }
}
