using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;
using static Checkstand.Storage.Sqlite.Tests.Stored.StoredTrade;

namespace Checkstand.Storage.Sqlite.Tests.Stored;

/// <summary>What an organization keeps, with every member said, and each with a value of its own.</summary>
internal static class StoredCatalogue
{
    public static readonly Product Product = new()
    {
        Id = Id(3),
        OrganizationId = Acme,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        Name = "Tent",
        Description = "For \"two\"",
        Visibility = ProductVisibility.Private,
        IsArchived = true,
        Recurs = new CalendarSpan(CalendarUnit.Month, 1),
        MeterRecurs = new CalendarSpan(CalendarUnit.Week, 2),
        Trial = new CalendarSpan(CalendarUnit.Day, 14),
        Prices = Prices,
        Fields = [new AttachedField(Id(20), true)],
        Metadata = Json("""{"tier":"gold"}"""),
    };

    public static readonly Meter Meter = new()
    {
        Id = Id(15),
        OrganizationId = Acme,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        Name = "Calls",
        ArchivedAt = Now.AddSeconds(2),
        Unit = MeterUnit.Token,
        Label = "call",
        Multiplier = 1000,
        Filter = Json("""{"conjunction":"and","clauses":[]}"""),
        Aggregation = Json("""{"func":"count"}"""),
        Metadata = Json("""{"a":1}"""),
    };

    public static readonly CheckoutLink Link = new()
    {
        Id = Id(21),
        OrganizationId = Acme,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        ClientSecret = "polar_cl_secret",
        Label = "Spring",
        ProductIds = [Id(3), Id(4)],
        DiscountId = Id(7),
        AllowDiscountCodes = false,
        RequireBillingAddress = true,
        Seats = 7,
        Trial = new CalendarSpan(CalendarUnit.Year, 1),
        SuccessUrl = "https://example.com/{CHECKOUT_ID}",
        ReturnUrl = "https://example.com/back",
        Metadata = Json("""{"a":1}"""),
    };

    public static readonly Organization Organization = new()
    {
        Id = Acme,
        Name = "Acme & Sons",
        Slug = "acme",
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        Status = OrganizationStatus.Blocked,
        AvatarUrl = "https://example.com/a.png",
        Email = "shop@example.com",
        Website = "https://example.com",
        Country = "FR",
        DefaultCurrency = "eur",
        DefaultTaxBehavior = TaxBehaviorOption.Exclusive,
        AllowMultipleSubscriptions = false,
        PreventTrialAbuse = true,
        EmbedHosts = ["*.example.com"],
        Carried = Json("""{"socials":[]}"""),
    };

    public static readonly WebhookEndpoint Endpoint = new()
    {
        Id = Id(22),
        OrganizationId = Acme,
        CreatedAt = Now,
        ModifiedAt = Now.AddSeconds(1),
        Url = "https://example.com/hook",
        Name = "Shop",
        Format = WebhookFormat.Slack,
        // Sealed beside the document, and not in it.
        Secret = new SealedSecret
        {
            KeyId = "key-1",
            WrappedKey = [1],
            Secret = [2],
        },
        Events = ["order.paid", "checkout.updated"],
        IsEnabled = false,
        FailedInARow = 3,
    };

    public static CustomField Field(FieldKind kind) =>
        new()
        {
            Id = Id(20),
            OrganizationId = Acme,
            CreatedAt = Now,
            ModifiedAt = Now.AddSeconds(1),
            Slug = "size",
            Name = "Size",
            Kind = kind,
            Form = Json("""{"form_label":"Your size"}"""),
            Metadata = Json("""{"a":1}"""),
        };

    public static Discount Discount(Reduction reduction) =>
        new()
        {
            Id = Id(7),
            OrganizationId = Acme,
            CreatedAt = Now,
            ModifiedAt = Now.AddSeconds(1),
            DeletedAt = Now.AddSeconds(2),
            Name = "A tenth",
            Code = "TENTH",
            Reduction = reduction,
            Duration = DiscountDuration.Repeating,
            DurationInMonths = 3,
            StartsAt = Now.AddSeconds(3),
            EndsAt = Now.AddSeconds(4),
            RedemptionsMax = 10,
            RedemptionsMaxPerCustomer = 2,
            ProductIds = [Id(3)],
            Metadata = Json("""{"a":1}"""),
        };
}
