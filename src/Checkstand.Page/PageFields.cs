using Checkstand.Core;

namespace Checkstand.Page;

/// <summary>The names of the form's fields, and which of them a problem belongs to.</summary>
internal static class PageFields
{
    public const string Action = "action";
    public const string SeenTotal = "seen_total";
    public const string Product = "product_id";
    public const string Amount = "amount";
    public const string Seats = "seats";
    public const string Email = "customer_email";
    public const string Name = "customer_name";
    public const string BusinessAsked = "business_asked";
    public const string Business = "is_business_customer";
    public const string BillingName = "customer_billing_name";
    public const string TaxId = "customer_tax_id";
    public const string Country = "country";
    public const string State = "state";
    public const string Line1 = "line1";
    public const string Line2 = "line2";
    public const string City = "city";
    public const string PostalCode = "postal_code";
    public const string DiscountCode = "discount_code";

    // The wire's places, in which the core tells its problems.
    private const string AddressPlace = "customer_billing_address";
    private const string AnswersPlace = "custom_field_data";
    private const string AnswerPrefix = "field.";
    private const string AskedPrefix = "asked.";

    /// <summary>Whether a buyer types into a field: not the card's fields, nor what the page itself puts into the form.</summary>
    public static bool IsTyped(string field) =>
        field
            is Amount
                or Seats
                or Email
                or Name
                or BillingName
                or TaxId
                or State
                or Line1
                or Line2
                or City
                or PostalCode
                or DiscountCode
        || field.StartsWith(AnswerPrefix, StringComparison.Ordinal);

    /// <summary>The field of an answer to a custom field.</summary>
    public static string OfAnswer(string slug) => AnswerPrefix + slug;

    /// <summary>Says that a checkbox was on the form, which sends nothing when it is not ticked.</summary>
    public static string AskedOfAnswer(string slug) => AskedPrefix + slug;

    /// <summary>The place of a problem with an answer.</summary>
    public static IReadOnlyList<object> PlaceOfAnswer(string slug) => [AnswersPlace, slug];

    /// <summary>The field that a problem's place stands for; null for the form as a whole.</summary>
    public static string? Of(IReadOnlyList<object> place) =>
        place switch
        {
            [AddressPlace] => Country,
            [AddressPlace, string part] => part,
            [AnswersPlace, string slug] => OfAnswer(slug),
            ["confirmation_token_id"] => TypedCard.NumberField,
            ["discount_id"] => DiscountCode,
            ["product_price_id" or "products", ..] => Product,
            [string field] => field,
            _ => null,
        };
}
