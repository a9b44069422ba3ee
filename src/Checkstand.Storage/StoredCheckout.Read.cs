using System.Text;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;

namespace Checkstand.Storage;

internal static partial class StoredCheckout
{
    // The longest name of a member has 23 letters.
    private const int NameMax = 32;

    private static readonly IReadOnlyDictionary<Guid, IReadOnlyList<Price>> NoPrices =
        new Dictionary<Guid, IReadOnlyList<Price>>();

    /// <summary>Reads the document.</summary>
    /// <exception cref="JsonException">It lacks a member, or has one that this version does not know.</exception>
    public static Checkout Read(byte[] document)
    {
        var draft = new Draft(document);
        var reader = new Utf8JsonReader(document);
        Span<char> letters = stackalloc char[NameMax];
        Must(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "object");
        while (TryReadName(ref reader, letters, out var length))
        {
            var name = letters[..length];
            if (
                !draft.TryTrade(name, ref reader)
                && !draft.TryTerms(name, ref reader)
                && !draft.TryProgress(name, ref reader)
            )
            {
                throw Unknown(letters[..length]);
            }
        }

        return draft.ToCheckout();
    }

    // Goes to the value of the next member.
    private static bool TryReadName(ref Utf8JsonReader reader, scoped Span<char> letters, out int length)
    {
        length = 0;
        Must(reader.Read(), "end");
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        Must(reader.ValueSpan.Length <= NameMax, "name");
        length = Encoding.UTF8.GetChars(reader.ValueSpan, letters);
        return reader.Read();
    }

    private static Amounts ReadAmounts(ref Utf8JsonReader reader)
    {
        Span<char> letters = stackalloc char[NameMax];
        long? amount = null,
            discount = null,
            tax = null;
        TaxBehavior? behavior = null;
        while (TryReadName(ref reader, letters, out var length))
        {
            switch (letters[..length])
            {
                case "amount":
                    amount = reader.GetInt64();
                    break;
                case "discount":
                    discount = reader.GetInt64();
                    break;
                case "tax":
                    tax = reader.GetInt64();
                    break;
                case "tax_behavior":
                    behavior = Enum.Parse<TaxBehavior>(reader.GetString()!);
                    break;
                default:
                    throw Unknown(letters[..length]);
            }
        }

        return new Amounts(Said(amount, nameof(amount)), Said(discount, nameof(discount)), tax, behavior);
    }

    private static PaymentNeeds ReadNeeds(ref Utf8JsonReader reader)
    {
        Span<char> letters = stackalloc char[NameMax];
        bool? free = null,
            discountable = null,
            payment = null,
            setup = null;
        while (TryReadName(ref reader, letters, out var length))
        {
            switch (letters[..length])
            {
                case "is_free":
                    free = reader.GetBoolean();
                    break;
                case "is_discount_applicable":
                    discountable = reader.GetBoolean();
                    break;
                case "is_payment_required":
                    payment = reader.GetBoolean();
                    break;
                case "is_setup_required":
                    setup = reader.GetBoolean();
                    break;
                default:
                    throw Unknown(letters[..length]);
            }
        }

        return new PaymentNeeds(
            Said(free, nameof(free)),
            Said(discountable, nameof(discountable)),
            Said(payment, nameof(payment)),
            Said(setup, nameof(setup))
        );
    }

    private static Buyer ReadBuyer(ref Utf8JsonReader reader)
    {
        Span<char> letters = stackalloc char[NameMax];
        Guid? customerId = null;
        string? externalId = null,
            buyerName = null,
            email = null,
            ipAddress = null,
            billingName = null,
            locale = null;
        PostalAddress? address = null;
        TaxId? taxId = null;
        var isBusiness = false;
        while (TryReadName(ref reader, letters, out var length))
        {
            switch (letters[..length])
            {
                case "customer_id":
                    customerId = reader.GetGuid();
                    break;
                case "external_id":
                    externalId = reader.GetString();
                    break;
                case "name":
                    buyerName = reader.GetString();
                    break;
                case "email":
                    email = reader.GetString();
                    break;
                case "ip_address":
                    ipAddress = reader.GetString();
                    break;
                case "billing_name":
                    billingName = reader.GetString();
                    break;
                case "billing_address":
                    address = JsonSerializer.Deserialize(ref reader, CheckoutMembers.Default.PostalAddress);
                    break;
                case "tax_id":
                    taxId = JsonSerializer.Deserialize(ref reader, CheckoutMembers.Default.TaxId);
                    break;
                case "is_business":
                    isBusiness = reader.GetBoolean();
                    break;
                case "locale":
                    locale = reader.GetString();
                    break;
                default:
                    throw Unknown(letters[..length]);
            }
        }

        return new Buyer
        {
            CustomerId = customerId,
            ExternalId = externalId,
            Name = buyerName,
            Email = email,
            IpAddress = ipAddress,
            BillingName = billingName,
            BillingAddress = address,
            TaxId = taxId,
            IsBusiness = isBusiness,
            Locale = locale,
        };
    }

    private static Guid[] ReadIds(ref Utf8JsonReader reader)
    {
        // Nearly every checkout is of one product at one price.
        Must(reader.TokenType == JsonTokenType.StartArray && reader.Read(), "array");
        var ids = new Guid[1];
        var count = 0;
        for (; reader.TokenType != JsonTokenType.EndArray; reader.Read())
        {
            if (count == ids.Length)
            {
                Array.Resize(ref ids, count * 2);
            }

            ids[count++] = reader.GetGuid();
        }

        return count == ids.Length ? ids : ids[..count];
    }

    private static IReadOnlyDictionary<Guid, IReadOnlyList<Price>> ReadPrices(ref Utf8JsonReader reader)
    {
        var before = reader;
        Must(reader.TokenType == JsonTokenType.StartObject && reader.Read(), "object");
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return NoPrices;
        }

        reader = before;
        return JsonSerializer.Deserialize(
            ref reader,
            CheckoutMembers.Default.IReadOnlyDictionaryGuidIReadOnlyListPrice
        )!;
    }

    private static JsonText ReadCarried(ref Utf8JsonReader reader, byte[] document)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new JsonText(document.AsMemory(start..(int)reader.BytesConsumed));
    }

    private static CheckoutStatus ReadStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("Open"u8) ? CheckoutStatus.Open : Enum.Parse<CheckoutStatus>(reader.GetString()!);

    private static T Said<T>(T? value, string name)
        where T : struct => value ?? throw new JsonException($"A stored checkout lacks {name}.");

    private static T Said<T>(T? value, string name)
        where T : class => value ?? throw new JsonException($"A stored checkout lacks {name}.");

    private static void Must(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new JsonException($"A stored checkout has no {what} where one belongs.");
        }
    }

    private static JsonException Unknown(scoped ReadOnlySpan<char> name) =>
        new($"A stored checkout has the unknown member {name}.");
}
