using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Taxes;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class WebhookStoreContract
{
    private static readonly JsonText Metadata = new("""{"a":"Łódź","n":1.50}"""u8.ToArray());

    private static readonly JsonSerializerOptions AllFields = new() { WriteIndented = true };

    [Fact]
    public async Task Whatever_an_event_is_about_is_kept_as_it_was()
    {
        EventSubject[] subjects =
        [
            new EventSubject.OfCheckout(Checkout()),
            new EventSubject.OfCustomer(Customer()),
            new EventSubject.OfOrder(Order()),
            new EventSubject.OfSubscription(Subscription()),
            new EventSubject.OfProduct(Product()),
            new EventSubject.OfDiscount(Discount(new Reduction.Percentage(1234))),
            new EventSubject.OfDiscount(Discount(new Reduction.Fixed(new Dictionary<string, long> { ["eur"] = 5 }))),
            new EventSubject.OfOrganization(Organization()),
        ];
        await AddAsync();

        await RecordAsync(
            fails: false,
            [.. subjects.Select(subject => new DomainEvent(EventType.CustomerCreated, subject))]
        );

        var recorded = await Store.ListRecordedAsync(0, 100, CancellationToken.None);
        Assert.Equal(subjects.Length, recorded.Count);
        foreach (var (subject, kept) in subjects.Zip(recorded))
        {
            Assert.Equal(Text(subject), Text(kept.Event.Subject));
            Assert.Equal(Acme, kept.Event.Subject.OrganizationId);
        }
    }

    // Records hold lists, which compare by reference; their text compares by value.
    private static string Text(EventSubject subject) => JsonSerializer.Serialize(subject, AllFields);

    private Checkout Checkout() =>
        new()
        {
            Id = CheckoutId.New(DateTimeOffset.UnixEpoch),
            OrganizationId = Acme,
            ClientSecret = "secret",
            Status = CheckoutStatus.Succeeded,
            CreatedAt = Now,
            ModifiedAt = Now.AddSeconds(1),
            ExpiresAt = Now.AddHours(1),
            ProductIds = [RandomId.New(), RandomId.New()],
            ProductId = RandomId.New(),
            PriceIds = [RandomId.New()],
            PriceId = RandomId.New(),
            AdHocPrices = new Dictionary<Guid, IReadOnlyList<Price>> { [RandomId.New()] = Prices() },
            Currency = "usd",
            NamedMinorUnits = 5,
            Amounts = new Amounts(1000, 100, 90, TaxBehavior.Inclusive),
            Needs = new PaymentNeeds(false, true, true, false),
            AllowTrial = null,
            RequireBillingAddress = true,
            Buyer = new Buyer
            {
                CustomerId = RandomId.New(),
                Email = "buyer@example.com",
                BillingAddress = new PostalAddress { Country = "US", State = "US-CA" },
                TaxId = new TaxId("FR61954506077", "eu_vat"),
                IsBusiness = true,
            },
            Trial = new CalendarSpan(CalendarUnit.Month, 3),
            TrialEndsAt = Now.AddMonths(3),
            SuccessUrl = "https://example.com/{CHECKOUT_ID}",
            Metadata = Metadata,
            PaymentId = PaymentId.New(Now),
            OrderId = RandomId.New(),
        };

    private Customer Customer() =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Acme,
            CreatedAt = Now,
            DeletedAt = Now.AddDays(1),
            Email = "buyer@example.com",
            ExternalId = "x-1",
            Metadata = Metadata,
        };

    private Order Order() =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Acme,
            CreatedAt = Now,
            BillingReason = BillingReason.SubscriptionCreate,
            CheckoutId = CheckoutId.New(DateTimeOffset.UnixEpoch),
            CustomerId = RandomId.New(),
            ProductId = RandomId.New(),
            PaymentId = PaymentId.New(Now),
            Amounts = new Amounts(1000, 0, null, null),
            Currency = "usd",
            Items = [new OrderItem(RandomId.New(), "Łódź", 1000, 0, RandomId.New())],
            Number = 1,
            InvoiceNumber = "ACME-0001",
            CustomFieldData = Metadata,
        };

    private Subscription Subscription() =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Acme,
            CreatedAt = Now,
            Status = SubscriptionStatus.Trialing,
            CustomerId = RandomId.New(),
            ProductId = RandomId.New(),
            Prices =
            [
                new Price.Fixed
                {
                    Id = RandomId.New(),
                    CreatedAt = Now,
                    Currency = "usd",
                    MinorUnits = 900,
                },
            ],
            CheckoutId = CheckoutId.New(DateTimeOffset.UnixEpoch),
            MinorUnits = 900,
            Currency = "usd",
            Recurs = new CalendarSpan(CalendarUnit.Year, 1),
            PeriodStartsAt = Now,
            PeriodEndsAt = Now.AddYears(1),
            Metadata = Metadata,
        };

    private Product Product() =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Acme,
            CreatedAt = Now,
            Name = "Łódź",
            Visibility = ProductVisibility.Draft,
            Recurs = new CalendarSpan(CalendarUnit.Week, 2),
            Prices = Prices(),
            Fields = [new AttachedField(RandomId.New(), true)],
            Metadata = Metadata,
        };

    private Discount Discount(Reduction reduction) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Acme,
            CreatedAt = Now,
            Name = "Spring",
            Code = "SPRING",
            Reduction = reduction,
            Duration = DiscountDuration.Repeating,
            DurationInMonths = 3,
            ProductIds = [RandomId.New()],
        };

    private Organization Organization() =>
        new()
        {
            Id = Acme,
            Name = "Acme",
            Slug = "acme",
            CreatedAt = Now,
            Status = OrganizationStatus.Blocked,
            AllowMultipleSubscriptions = false,
            EmbedHosts = ["*.example.com"],
            Carried = Metadata,
        };

    private static IReadOnlyList<Price> Prices() =>
        [
            new Price.Fixed
            {
                Id = RandomId.New(),
                CreatedAt = Now,
                Currency = "usd",
                MinorUnits = 1000,
            },
            new Price.Custom
            {
                Id = RandomId.New(),
                CreatedAt = Now,
                Currency = "usd",
                MinorUnitsMin = 50,
                MinorUnitsPreset = 70,
                TaxBehavior = TaxBehaviorOption.Exclusive,
            },
            new Price.SeatBased
            {
                Id = RandomId.New(),
                CreatedAt = Now,
                Currency = "usd",
                Tiers = [new SeatTier(1, 4, 100), new SeatTier(5, null, 80)],
            },
            new Price.Metered
            {
                Id = RandomId.New(),
                CreatedAt = Now,
                Currency = "usd",
                UnitAmount = "0.25",
                Meter = new PricedMeter(RandomId.New(), "Calls", MeterUnit.Custom, "call", 10),
                IsArchived = true,
            },
        ];
}
