using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests.Stored;

/// <summary>
/// The stored form outlives the program that wrote it. <c>Stored/&lt;kind&gt;.json</c> is what today's program writes of the
/// sample in code, with every member in it; <c>&lt;kind&gt;.&lt;anything&gt;.json</c> is what an earlier one wrote. A document that
/// was released is never changed: when a member is added, the document of before gets a name with a date, and stays.
/// </summary>
public sealed class StoredDocumentTests
{
    private static readonly Dictionary<string, Form> Forms = new()
    {
        ["checkout"] = Form.Of(StoredTrade.Checkout, StoredCheckout.Read, StoredCheckout.Write),
        ["customer"] = Form.Of(StoredTrade.Customer, CustomerDocument.Read, CustomerDocument.Write),
        ["order"] = Form.Of(StoredTrade.Order, OrderDocument.Read, OrderDocument.Write),
        ["subscription"] = Form.Of(StoredTrade.Subscription, SubscriptionDocument.Read, SubscriptionDocument.Write),
        ["product"] = Form.Of(StoredCatalogue.Product, CatalogueDocument.ReadProduct, CatalogueDocument.Write),
        ["meter"] = Form.Of(StoredCatalogue.Meter, CatalogueDocument.ReadMeter, CatalogueDocument.Write),
        ["field-text"] = FieldOf(new FieldKind.Text(1, 40)),
        ["field-number"] = FieldOf(new FieldKind.Number(-5, 99)),
        ["field-date"] = FieldOf(new FieldKind.Instant(1, 2_000_000_000)),
        ["field-checkbox"] = FieldOf(new FieldKind.Checkbox()),
        ["field-select"] = FieldOf(new FieldKind.Choice([new SelectOption("s", "Small")])),
        ["discount-percentage"] = DiscountOf(new Reduction.Percentage(1250)),
        ["discount-fixed"] = DiscountOf(
            new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = 500, ["eur"] = 450 })
        ),
        ["link"] = Form.Of(StoredCatalogue.Link, CheckoutLinkDocument.Read, CheckoutLinkDocument.Write),
        ["organization"] = Form.Of(StoredCatalogue.Organization, OrganizationDocument.Read, OrganizationDocument.Write),
        ["endpoint"] = Form.Of(
            StoredCatalogue.Endpoint,
            document => WebhookEndpointDocument.Read(document, StoredCatalogue.Endpoint.Secret),
            WebhookEndpointDocument.Write
        ),
        ["subject-checkout"] = SubjectOf(new EventSubject.OfCheckout(StoredTrade.Checkout)),
        ["subject-customer"] = SubjectOf(new EventSubject.OfCustomer(StoredTrade.Customer)),
        ["subject-order"] = SubjectOf(new EventSubject.OfOrder(StoredTrade.Order)),
        ["subject-subscription"] = SubjectOf(new EventSubject.OfSubscription(StoredTrade.Subscription)),
        ["subject-product"] = SubjectOf(new EventSubject.OfProduct(StoredCatalogue.Product)),
        ["subject-discount"] = SubjectOf(
            new EventSubject.OfDiscount(StoredCatalogue.Discount(new Reduction.Percentage(1250)))
        ),
        ["subject-organization"] = SubjectOf(new EventSubject.OfOrganization(StoredCatalogue.Organization)),
    };

    public static TheoryData<string> Kinds => [.. Forms.Keys];

    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Stored");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_record_with_everything_in_it_is_written_so(string kind) =>
        AssertSame(DocumentOf(kind), Forms[kind].Write(Forms[kind].Sample), kind);

    // Written again, it has to say the same: what a reader forgets or mixes up is missing then, or stands elsewhere.
    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_that_was_ever_written_is_read_with_all_that_it_says(string name)
    {
        var form = Forms[name.Split('.')[0]];
        var document = DocumentOf(name);

        var again = form.Write(form.Read(document));

        var isToday = Forms.ContainsKey(name);
        if (isToday)
        {
            AssertSame(document, again, name);
        }

        AssertSays(JsonNode.Parse(document)!, JsonNode.Parse(again)!, name);
    }

    // A sample that leaves a member out would not hold it.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sample_says_every_member(string kind) => AssertFull(Forms[kind].Sample, kind);

    [Fact]
    public void The_words_of_a_document_keep_their_names()
    {
        AssertWords<CheckoutStatus>("Open Expired Confirmed Succeeded Failed");
        AssertWords<Core.Taxes.TaxBehavior>("Inclusive Exclusive");
        AssertWords<Core.Taxes.TaxBehaviorOption>("Location Inclusive Exclusive");
        AssertWords<Core.CalendarUnit>("Day Week Month Year");
        AssertWords<ProductVisibility>("Draft Private Public");
        AssertWords<MeterUnit>("Scalar Token Custom");
        AssertWords<DiscountDuration>("Once Forever Repeating");
        AssertWords<BillingReason>("Purchase SubscriptionCreate SubscriptionUpdate");
        AssertWords<SubscriptionStatus>("Trialing Active Canceled");
        AssertWords<OrganizationStatus>("Created Active Blocked");
        AssertWords<WebhookFormat>("Raw Discord Slack");
    }

    private static Form FieldOf(FieldKind kind) =>
        Form.Of(StoredCatalogue.Field(kind), CatalogueDocument.ReadField, CatalogueDocument.Write);

    private static Form DiscountOf(Reduction reduction) =>
        Form.Of(StoredCatalogue.Discount(reduction), DiscountDocument.Read, DiscountDocument.Write);

    private static Form SubjectOf(EventSubject subject) =>
        Form.Of(subject, EventSubjectDocument.Read, EventSubjectDocument.Write);

    // The line's end is the file's, not the document's.
    private static byte[] DocumentOf(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"))[..^1];

    private static void AssertSame(byte[] document, byte[] written, string name) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(document), JsonNode.Parse(written)),
            $"{name}: {System.Text.Encoding.UTF8.GetString(written)}"
        );

    // Newer programs may say more, and may leave out what is null.
    private static void AssertSays(JsonNode said, JsonNode again, string place)
    {
        if (said is not JsonObject members)
        {
            Assert.True(JsonNode.DeepEquals(said, again), place);
            return;
        }

        foreach (var (name, value) in members)
        {
            var kept = again[name];
            if (value is not null)
            {
                Assert.True(kept is not null, $"{place}/{name} is lost.");
                AssertSays(value, kept!, $"{place}/{name}");
            }
        }
    }

    private static void AssertFull(object? value, string place)
    {
        Assert.True(value is not null, $"{place} is null.");
        if (value is IEnumerable list and not string)
        {
            var items = list.Cast<object>().ToList();
            Assert.True(items.Count > 0, $"{place} is empty.");
            items.ForEach(item => AssertFull(item, $"{place}/*"));
        }
        else if (IsRecord(value!.GetType()))
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (property.CanWrite)
                {
                    AssertFull(property.GetValue(value), $"{place}/{property.Name}");
                }
            }
        }
        else if (value is not (bool or Enum or string))
        {
            Assert.False(value.Equals(Activator.CreateInstance(value.GetType(), true)), $"{place} is nothing.");
        }
    }

    private static bool IsRecord(Type type) =>
        type.IsClass && type.Namespace!.StartsWith("Checkstand.Core", StringComparison.Ordinal);

    private static void AssertWords<T>(string words)
        where T : struct, Enum => Assert.Equal(words, string.Join(' ', Enum.GetNames<T>()));

    /// <summary>A kind of document: its sample, its reader and its writer.</summary>
    private sealed record Form(object Sample, Func<byte[], object> Read, Func<object, byte[]> Write)
    {
        public static Form Of<T>(T sample, Func<byte[], T> read, Func<T, byte[]> write)
            where T : notnull => new(sample, document => read(document), value => write((T)value));
    }
}
