using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Wrong arguments are refused by name, and nothing is sent.</summary>
public sealed class ArgumentTests
{
    public static TheoryData<string, Func<PolarClient, Task>> Wrong =>
        new()
        {
            { "id", polar => polar.Checkouts.GetAsync("") },
            { "id", polar => polar.Checkouts.GetAsync(null!) },
            { "id", polar => polar.Products.GetAsync("..") },
            { "id", polar => polar.Webhooks.RedeliverWebhookEventAsync(" ") },
            { "clientSecret", polar => polar.Checkouts.ClientGetAsync("") },
            { "externalId", polar => polar.Customers.GetExternalAsync("") },
            { "request", polar => polar.Checkouts.CreateAsync(null!) },
            { "request", polar => polar.Checkouts.CreateAsync(new CheckoutCreate()) },
            { "request", polar => polar.Checkouts.CreateAsync(new CheckoutCreate { Products = [] }) },
            { "request", polar => polar.Checkouts.CreateAsync(new CheckoutCreate { Products = [""] }) },
            { "request", polar => polar.Checkouts.CreateAsync(new CheckoutCreate { Products = ["a", "A"] }) },
            { "request", polar => Create(polar, request => request.ProductId = "q") },
            { "request", polar => polar.Checkouts.CreateAsync(new() { ProductId = "p", ProductPriceId = "q" }) },
            { "request", polar => Create(polar, request => request.Amount = -1) },
            { "request", polar => Create(polar, request => request.Seats = 10_001) },
            { "request", polar => Create(polar, request => request.MinSeats = 0) },
            { "request", polar => Create(polar, request => (request.MinSeats, request.MaxSeats) = (3, 2)) },
            { "request", polar => Create(polar, request => (request.MinSeats, request.Seats) = (3, 2)) },
            { "request", polar => Create(polar, request => request.TrialIntervalCount = 3) },
            { "request", polar => Create(polar, request => request.TrialInterval = RecurringInterval.Day) },
            { "request", polar => Create(polar, request => request.CustomerName = new string('x', 257)) },
            { "request", polar => Create(polar, request => request.CustomerBillingAddress = new BillingAddress()) },
            {
                "request",
                polar => Create(polar, request => request.Metadata = new Metadata { [new string('k', 41)] = 1 })
            },
            { "request", polar => Create(polar, request => request.Metadata = Many()) },
            { "request", polar => Create(polar, request => request.SuccessUrl = "") },
            { "request", polar => Create(polar, request => request.Prices = new() { ["p"] = [] }) },
            { "checkoutUpdate", polar => polar.Checkouts.UpdateAsync("c", null!) },
            { "checkoutUpdate", polar => polar.Checkouts.UpdateAsync("c", new() { Seats = 0 }) },
            { "checkoutUpdatePublic", polar => polar.Checkouts.ClientUpdateAsync("s", new() { AllowTrial = true }) },
            { "checkoutConfirmStripe", polar => polar.Checkouts.ClientConfirmAsync("s", null!) },
            { "page", polar => polar.Checkouts.ListPageAsync(page: 0) },
            { "limit", polar => polar.Checkouts.ListPageAsync(limit: 0) },
            { "limit", polar => polar.Orders.ListPageAsync(limit: 101) },
            {
                "metadata",
                polar => polar.Products.ListPageAsync(metadata: new Dictionary<string, string> { [""] = "x" })
            },
            { "request", polar => Price(polar) },
            {
                "request",
                polar => polar.Products.CreateAsync(new() { Name = "ab", Prices = [new ProductPriceFreeCreate()] })
            },
            { "request", polar => Price(polar, new ProductPriceFixedCreate { PriceAmount = -1 }) },
            { "request", polar => Price(polar, new ProductPriceCustomCreate { MinimumAmount = 5, MaximumAmount = 4 }) },
            { "request", polar => Price(polar, new ProductPriceCustomCreate { MinimumAmount = 5, PresetAmount = 4 }) },
            { "request", polar => Price(polar, new ProductPriceCustomCreate { MaximumAmount = 5, PresetAmount = 6 }) },
            { "request", polar => Price(polar, new ProductPriceSeatBasedCreate()) },
            { "request", polar => Price(polar, Seats(minSeats: 0, maxSeats: null)) },
            { "request", polar => Price(polar, Seats(minSeats: 3, maxSeats: 2)) },
            { "request", polar => Price(polar, new ProductPriceMeteredUnitCreate { UnitAmount = "1" }) },
            {
                "request",
                polar => Price(polar, new ProductPriceMeteredUnitCreate { MeterId = "m", UnitAmount = "-1" })
            },
            {
                "request",
                polar => Price(polar, new ProductPriceMeteredUnitCreate { MeterId = "m", UnitAmount = "1,5" })
            },
            {
                "productUpdate",
                polar =>
                    polar.Products.UpdateAsync(
                        "p",
                        new() { Prices = new List<ProductPriceUpdate> { new ExistingProductPrice() } }
                    )
            },
            { "request", polar => Discount(polar, new DiscountPercentageCreate { BasisPoints = 0 }) },
            { "request", polar => Discount(polar, new DiscountPercentageCreate { BasisPoints = 10_001 }) },
            { "request", polar => Discount(polar, new DiscountFixedCreate()) },
            { "request", polar => Discount(polar, new DiscountFixedCreate { Amounts = new() { ["usd"] = -1 } }) },
            {
                "request",
                polar => polar.Discounts.CreateAsync(new DiscountPercentageCreate { Name = "n", BasisPoints = 1 })
            },
            {
                "request",
                polar =>
                    polar.Discounts.CreateAsync(
                        new DiscountPercentageCreate
                        {
                            Name = "n",
                            BasisPoints = 1,
                            Duration = DiscountDuration.Repeating,
                        }
                    )
            },
            { "request", polar => polar.Customers.CreateAsync(new CustomerCreate()) },
            {
                "request",
                polar => polar.CustomFields.CreateAsync(new CustomFieldSelectCreate { Slug = "s", Name = "n" })
            },
            { "request", polar => polar.CustomFields.CreateAsync(new CustomFieldTextCreate { Name = "n" }) },
            { "request", polar => polar.Meters.CreateAsync(new MeterCreate { Name = "Meter" }) },
            { "request", polar => polar.CheckoutLinks.CreateAsync(new CheckoutLinkCreate()) },
            {
                "checkoutLinkUpdate",
                polar => polar.CheckoutLinks.UpdateAsync("l", new() { Products = new List<string>() })
            },
            { "request", polar => polar.OrganizationAccessTokens.CreateAsync(new() { Comment = "c" }) },
            { "request", polar => polar.Webhooks.CreateWebhookEndpointAsync(new() { Url = "https://example.com" }) },
            { "subscriptionUpdate", polar => polar.Subscriptions.UpdateAsync("s", new() { Seats = 0 }) },
            { "organizationUpdate", polar => polar.Organizations.UpdateAsync("o", new() { Name = "ab" }) },
            { "options", polar => polar.Checkouts.GetAsync("c", new CallOptions { Timeout = TimeSpan.Zero }) },
        };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_argument_is_refused_by_name_before_anything_is_sent(
        string parameter,
        Func<PolarClient, Task> call
    )
    {
        using var server = new ScriptedHandler();

        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(server.Polar));

        Assert.Equal(parameter, refusal.ParamName);
        Assert.Empty(server.Lines);
    }

    [Fact]
    public void A_list_refuses_wrong_arguments_before_it_is_walked()
    {
        using var server = new ScriptedHandler();

        Assert.Throws<ArgumentOutOfRangeException>("page", () => server.Polar.Checkouts.ListAsync(page: -1));
        Assert.Throws<ArgumentOutOfRangeException>("limit", () => server.Polar.Meters.ListAsync(limit: 1000));
        Assert.Empty(server.Lines);
    }

    [Fact]
    public async Task What_a_refusal_names_is_the_member_too()
    {
        using var server = new ScriptedHandler();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() =>
            Price(server.Polar, new ProductPriceFreeCreate(), new ProductPriceFixedCreate { PriceAmount = -5 })
        );

        Assert.Contains("Prices[1].PriceAmount", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-5", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_arguments_are_refused_by_the_form_that_does_not_throw_for_answers_as_well()
    {
        using var server = new ScriptedHandler();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => server.Polar.Checkouts.TryCreateAsync(new()));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => server.Polar.Checkouts.TryListPageAsync(limit: 0));
    }

    [Fact]
    public void A_number_that_json_cannot_say_is_no_metadata() =>
        Assert.Throws<ArgumentException>(() => new Metadata { ["a"] = double.NaN });

    private static Task<Checkout> Create(PolarClient polar, Action<CheckoutCreate> change)
    {
        var request = new CheckoutCreate { Products = ["p"] };
        change(request);
        return polar.Checkouts.CreateAsync(request);
    }

    private static Task<Product> Price(PolarClient polar, params ProductPriceCreate[] prices) =>
        polar.Products.CreateAsync(new ProductCreate { Name = "Tent", Prices = [.. prices] });

    private static Task<Discount> Discount(PolarClient polar, DiscountCreate request)
    {
        (request.Name, request.Duration) = ("Discount", DiscountDuration.Once);
        return polar.Discounts.CreateAsync(request);
    }

    private static ProductPriceSeatBasedCreate Seats(int minSeats, int? maxSeats) =>
        new() { SeatTiers = new() { Tiers = [new() { MinSeats = minSeats, MaxSeats = maxSeats }] } };

    private static Metadata Many()
    {
        var metadata = new Metadata();
        for (var i = 0; i < 51; i++)
        {
            metadata[$"k{i}"] = i;
        }

        return metadata;
    }
}
