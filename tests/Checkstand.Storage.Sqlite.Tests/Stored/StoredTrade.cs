using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Taxes;

namespace Checkstand.Storage.Sqlite.Tests.Stored;

/// <summary>Checkouts and what follows from them, with every member said, and each with a value of its own.</summary>
internal static class StoredTrade
{
    public static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, 123, TimeSpan.Zero);

    public static readonly OrganizationId Acme = new(Id(1));

    public static readonly CheckoutId CheckoutId = new(Id(2));

    public static readonly PostalAddress Address = new()
    {
        Country = "US",
        State = "US-CA",
        Line1 = "1 Ocean \"View\"",
        Line2 = "2nd floor",
        City = "Łódź",
        PostalCode = "90001",
    };

    public static readonly IReadOnlyList<Price> Prices =
    [
        new Price.Fixed
        {
            Id = Id(11),
            CreatedAt = Now.AddSeconds(11),
            ModifiedAt = Now.AddSeconds(12),
            Currency = "usd",
            TaxBehavior = TaxBehaviorOption.Exclusive,
            IsArchived = true,
            IsAdHoc = true,
            MinorUnits = 1001,
        },
        new Price.Custom
        {
            Id = Id(12),
            CreatedAt = Now.AddSeconds(13),
            ModifiedAt = Now.AddSeconds(14),
            Currency = "eur",
            TaxBehavior = TaxBehaviorOption.Inclusive,
            MinorUnitsMin = 51,
            MinorUnitsMax = 5001,
            MinorUnitsPreset = 701,
        },
        new Price.SeatBased
        {
            Id = Id(13),
            CreatedAt = Now.AddSeconds(15),
            ModifiedAt = Now.AddSeconds(16),
            Currency = "gbp",
            TaxBehavior = TaxBehaviorOption.Location,
            IsGraduated = true,
            Tiers = [new SeatTier(2, 5, 301)],
        },
        new Price.Metered
        {
            Id = Id(14),
            CreatedAt = Now.AddSeconds(17),
            ModifiedAt = Now.AddSeconds(18),
            Currency = "chf",
            TaxBehavior = TaxBehaviorOption.Exclusive,
            UnitAmount = "0.000000000001",
            CapMinorUnits = 9001,
            Meter = new PricedMeter(Id(15), "Calls", MeterUnit.Custom, "call", 1000),
        },
    ];

    public static readonly Checkout Checkout = new()
    {
        Id = CheckoutId,
        OrganizationId = Acme,
        ClientSecret = "polar_c_secret",
        Status = CheckoutStatus.Succeeded,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        ExpiresAt = Now.AddHours(1),
        ProductIds = [Id(3), Id(4)],
        ProductId = Id(3),
        PriceIds = [Id(5), Id(6)],
        PriceId = Id(5),
        AdHocPrices = new Dictionary<Guid, IReadOnlyList<Price>> { [Id(3)] = Prices, [Id(4)] = [Prices[1]] },
        Currency = "usd",
        NamedMinorUnits = 701,
        Seats = 7,
        SeatsMin = 2,
        SeatsMax = 9,
        Amounts = new Amounts(1000, 100, 90, TaxBehavior.Inclusive),
        Needs = new PaymentNeeds(true, false, true, false),
        DiscountId = Id(7),
        AllowDiscountCodes = false,
        RequireBillingAddress = true,
        AllowTrial = true,
        Trial = new CalendarSpan(CalendarUnit.Month, 3),
        ActiveTrial = new CalendarSpan(CalendarUnit.Week, 2),
        TrialEndsAt = Now.AddDays(14),
        Buyer = new Buyer
        {
            CustomerId = Id(8),
            ExternalId = "ext-1",
            Name = "Ada <Łódź> 💔",
            Email = "ada@example.com",
            IpAddress = "2001:db8::1",
            BillingName = "Ada & Sons",
            BillingAddress = Address,
            TaxId = new TaxId("FR61954506077", "eu_vat"),
            IsBusiness = true,
            Locale = "pt-BR",
        },
        SubscriptionId = Id(9),
        SuccessUrl = "https://example.com/?id={CHECKOUT_ID}&x='1'",
        ReturnUrl = "https://example.com/back",
        EmbedOrigin = "https://embed.example.com",
        Metadata = Json("""{"a":"Łódź","n":1.50,"t":true}"""),
        CustomerMetadata = Json("""{"k":"v","i":5}"""),
        CustomFieldData = Json("""{"size":40,"none":null}"""),
        PaymentMethodType = "card",
        PaymentId = new PaymentId(Id(16)),
        OrderId = Id(17),
    };

    public static readonly Customer Customer = new()
    {
        Id = Id(8),
        OrganizationId = Acme,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        DeletedAt = Now.AddSeconds(2),
        Email = "ada@example.com",
        ExternalId = "ext-1",
        Name = "Ada",
        BillingName = "Ada & Sons",
        BillingAddress = Address,
        TaxId = new TaxId("FR61954506077", "eu_vat"),
        Locale = "fr",
        Metadata = Json("""{"a":1}"""),
    };

    public static readonly Order Order = new()
    {
        Id = Id(17),
        OrganizationId = Acme,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        BillingReason = BillingReason.SubscriptionUpdate,
        CheckoutId = CheckoutId,
        CustomerId = Id(8),
        ProductId = Id(3),
        DiscountId = Id(7),
        SubscriptionId = Id(9),
        PaymentId = new PaymentId(Id(16)),
        Amounts = new Amounts(1000, 100, 90, TaxBehavior.Exclusive),
        Currency = "usd",
        Items = [new OrderItem(Id(18), "Łódź", 1000, 90, Id(5))],
        Seats = 7,
        Number = 42,
        InvoiceNumber = "ACME-0042",
        BillingName = "Ada & Sons",
        BillingAddress = Address,
        TaxId = new TaxId("FR61954506077", "eu_vat"),
        Metadata = Json("""{"a":1}"""),
        CustomFieldData = Json("""{"size":40}"""),
    };

    public static readonly Subscription Subscription = new()
    {
        Id = Id(9),
        OrganizationId = Acme,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        Status = SubscriptionStatus.Trialing,
        CustomerId = Id(8),
        ProductId = Id(3),
        Prices = Prices,
        DiscountId = Id(7),
        CheckoutId = CheckoutId,
        MinorUnits = 900,
        Currency = "usd",
        Recurs = new CalendarSpan(CalendarUnit.Year, 2),
        PeriodStartsAt = Now.AddSeconds(2),
        PeriodEndsAt = Now.AddSeconds(3),
        TrialStartsAt = Now.AddSeconds(4),
        TrialEndsAt = Now.AddSeconds(5),
        CancelsAtPeriodEnd = true,
        CanceledAt = Now.AddSeconds(6),
        EndedAt = Now.AddSeconds(7),
        CancellationReason = "unused",
        CancellationComment = "Too \"much\"",
        Seats = 7,
        Metadata = Json("""{"a":1}"""),
        CustomFieldData = Json("""{"size":40}"""),
    };

    public static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    public static JsonText Json(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
