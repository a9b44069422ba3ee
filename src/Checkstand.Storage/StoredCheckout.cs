using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;

namespace Checkstand.Storage;

/// <summary>
/// The stored document of a checkout. Its names are part of the stored format. What is null is left out, most of a checkout
/// being null. Written and read by hand, as the only one of the newer documents that is on a hot path: the serializer takes
/// three times as long for a record of three dozen members (docs/decisions/0020). Its seldom members are left to it.
/// </summary>
internal static partial class StoredCheckout
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes the document.</summary>
    public static byte[] Write(Checkout checkout)
    {
        var buffer = new ArrayBufferWriter<byte>(1536);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            WriteTrade(writer, checkout);
            WriteTerms(writer, checkout);
            WriteBuyer(writer, checkout);
            WriteProgress(writer, checkout);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteTrade(Utf8JsonWriter writer, Checkout checkout)
    {
        writer.WriteString("id"u8, checkout.Id.Value);
        writer.WriteString("organization_id"u8, checkout.OrganizationId.Value);
        writer.WriteString("client_secret"u8, checkout.ClientSecret);
        writer.WriteString("status"u8, NameOf(checkout.Status));
        writer.WriteString("created_at"u8, checkout.CreatedAt);
        WriteTime(writer, "modified_at"u8, checkout.ModifiedAt);
        writer.WriteString("expires_at"u8, checkout.ExpiresAt);
        WriteIds(writer, "product_ids"u8, checkout.ProductIds);
        writer.WriteString("product_id"u8, checkout.ProductId);
        WriteIds(writer, "price_ids"u8, checkout.PriceIds);
        writer.WriteString("price_id"u8, checkout.PriceId);
        writer.WritePropertyName("ad_hoc_prices"u8);
        JsonSerializer.Serialize(
            writer,
            checkout.AdHocPrices,
            CheckoutMembers.Default.IReadOnlyDictionaryGuidIReadOnlyListPrice
        );
        writer.WriteString("currency"u8, checkout.Currency);
        WriteNumber(writer, "named_minor_units"u8, checkout.NamedMinorUnits);
        WriteNumber(writer, "seats"u8, checkout.Seats);
        WriteNumber(writer, "seats_min"u8, checkout.SeatsMin);
        WriteNumber(writer, "seats_max"u8, checkout.SeatsMax);
    }

    private static void WriteTerms(Utf8JsonWriter writer, Checkout checkout)
    {
        writer.WriteStartObject("amounts"u8);
        writer.WriteNumber("amount"u8, checkout.Amounts.Amount);
        writer.WriteNumber("discount"u8, checkout.Amounts.Discount);
        WriteNumber(writer, "tax"u8, checkout.Amounts.Tax);
        if (checkout.Amounts.TaxBehavior is { } behavior)
        {
            writer.WriteString("tax_behavior"u8, behavior.ToString());
        }

        writer.WriteEndObject();
        writer.WriteStartObject("needs"u8);
        writer.WriteBoolean("is_free"u8, checkout.Needs.IsFree);
        writer.WriteBoolean("is_discount_applicable"u8, checkout.Needs.IsDiscountApplicable);
        writer.WriteBoolean("is_payment_required"u8, checkout.Needs.IsPaymentRequired);
        writer.WriteBoolean("is_setup_required"u8, checkout.Needs.IsSetupRequired);
        writer.WriteEndObject();
        WriteId(writer, "discount_id"u8, checkout.DiscountId);
        writer.WriteBoolean("allow_discount_codes"u8, checkout.AllowDiscountCodes);
        writer.WriteBoolean("require_billing_address"u8, checkout.RequireBillingAddress);
        if (checkout.AllowTrial is { } allow)
        {
            writer.WriteBoolean("allow_trial"u8, allow);
        }
        else
        {
            // Said, because what is not said would come back as true.
            writer.WriteNull("allow_trial"u8);
        }

        WriteSpan(writer, "trial"u8, checkout.Trial);
        WriteSpan(writer, "active_trial"u8, checkout.ActiveTrial);
        WriteTime(writer, "trial_ends_at"u8, checkout.TrialEndsAt);
    }

    private static void WriteBuyer(Utf8JsonWriter writer, Checkout checkout)
    {
        var buyer = checkout.Buyer;
        writer.WriteStartObject("buyer"u8);
        WriteId(writer, "customer_id"u8, buyer.CustomerId);
        WriteText(writer, "external_id"u8, buyer.ExternalId);
        WriteText(writer, "name"u8, buyer.Name);
        WriteText(writer, "email"u8, buyer.Email);
        WriteText(writer, "ip_address"u8, buyer.IpAddress);
        WriteText(writer, "billing_name"u8, buyer.BillingName);
        if (buyer.BillingAddress is { } address)
        {
            writer.WritePropertyName("billing_address"u8);
            JsonSerializer.Serialize(writer, address, CheckoutMembers.Default.PostalAddress);
        }

        if (buyer.TaxId is { } taxId)
        {
            writer.WritePropertyName("tax_id"u8);
            JsonSerializer.Serialize(writer, taxId, CheckoutMembers.Default.TaxId);
        }

        writer.WriteBoolean("is_business"u8, buyer.IsBusiness);
        WriteText(writer, "locale"u8, buyer.Locale);
        writer.WriteEndObject();
    }

    private static void WriteProgress(Utf8JsonWriter writer, Checkout checkout)
    {
        WriteId(writer, "subscription_id"u8, checkout.SubscriptionId);
        WriteText(writer, "success_url"u8, checkout.SuccessUrl);
        WriteText(writer, "return_url"u8, checkout.ReturnUrl);
        WriteText(writer, "embed_origin"u8, checkout.EmbedOrigin);
        WriteCarried(writer, "metadata"u8, checkout.Metadata);
        WriteCarried(writer, "customer_metadata"u8, checkout.CustomerMetadata);
        WriteCarried(writer, "custom_field_data"u8, checkout.CustomFieldData);
        WriteText(writer, "payment_method_type"u8, checkout.PaymentMethodType);
        WriteId(writer, "payment_id"u8, checkout.PaymentId?.Value);
        WriteId(writer, "order_id"u8, checkout.OrderId);
    }

    private static void WriteIds(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<Guid> ids)
    {
        writer.WriteStartArray(name);
        foreach (var id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    private static void WriteId(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? id)
    {
        if (id is { } value)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void WriteSpan(Utf8JsonWriter writer, ReadOnlySpan<byte> name, CalendarSpan? span)
    {
        if (span is { } value)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, CheckoutMembers.Default.CalendarSpan);
        }
    }

    private static void WriteCarried(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonText value)
    {
        writer.WritePropertyName(name);
        if (value.IsPresent)
        {
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string NameOf(CheckoutStatus status) =>
        status switch
        {
            CheckoutStatus.Open => nameof(CheckoutStatus.Open),
            CheckoutStatus.Expired => nameof(CheckoutStatus.Expired),
            CheckoutStatus.Confirmed => nameof(CheckoutStatus.Confirmed),
            CheckoutStatus.Succeeded => nameof(CheckoutStatus.Succeeded),
            CheckoutStatus.Failed => nameof(CheckoutStatus.Failed),
            _ => throw new System.Diagnostics.UnreachableException($"No name is defined for {status}."),
        };
}

/// <summary>The members of a checkout that are seldom there, in the form of the other documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(JsonTextConverter)]
)]
[JsonSerializable(typeof(IReadOnlyDictionary<Guid, IReadOnlyList<Price>>))]
[JsonSerializable(typeof(PostalAddress))]
[JsonSerializable(typeof(TaxId))]
[JsonSerializable(typeof(CalendarSpan))]
internal sealed partial class CheckoutMembers : JsonSerializerContext;
