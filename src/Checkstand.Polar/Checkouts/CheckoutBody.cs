using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Polar.CustomFields;
using Checkstand.Polar.Discounts;
using Checkstand.Polar.Organizations;
using Checkstand.Polar.Products;
using Checkstand.Wire;

namespace Checkstand.Polar.Checkouts;

/// <summary>
/// How a checkout looks in answers and webhooks: to its organization, to the public, and to the public once it is
/// confirmed. Every key that any version of the vendor's SDKs needs is there (contract sections 2.8 and 6.4).
/// </summary>
internal static class CheckoutBody
{
    // Seller and product are most of an answer, and the product stands in it twice.
    private static readonly WrittenOnce<Organization> Seller = new(OrganizationBody.WritePublic);
    private static readonly WrittenOnce<Product> OwnProduct = new(
        static (writer, product) =>
            ProductBody.WriteCheckoutProduct(writer, product, product.Prices.Where(price => !price.IsArchived))
    );

    /// <summary>As a token and webhooks see it.</summary>
    public static void WriteToken(Utf8JsonWriter writer, CheckoutParts parts, Organization organization, string baseUrl)
    {
        var checkout = parts.Checkout;
        writer.WriteStartObject();
        WriteShared(writer, parts, organization, baseUrl);
        WriteSpan(writer, "trial_interval", checkout.Trial);
        writer.WriteObject("metadata", checkout.Metadata);
        writer.WriteString("external_customer_id"u8, checkout.Buyer.ExternalId);
        writer.WriteString("customer_external_id"u8, checkout.Buyer.ExternalId);
        writer.WriteIdOrNull("subscription_id", checkout.SubscriptionId);
        writer.WriteObject("customer_metadata", checkout.CustomerMetadata);
        writer.WriteEndObject();
    }

    /// <summary>As its buyer sees it.</summary>
    public static void WritePublic(
        Utf8JsonWriter writer,
        CheckoutParts parts,
        Organization organization,
        string baseUrl
    )
    {
        writer.WriteStartObject();
        WriteShared(writer, parts, organization, baseUrl);
        WriteOrganization(writer, organization);
        writer.WriteEndObject();
    }

    /// <summary>As its buyer sees it after confirming it: the status is <c>confirmed</c>, also when it succeeded already.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The checkout.</param>
    /// <param name="organization">Who sells.</param>
    /// <param name="baseUrl">The start of addresses.</param>
    /// <param name="customerSessionToken">What the buyer may see their purchases with; empty for nothing, null where the client knows null.</param>
    public static void WriteConfirmed(
        Utf8JsonWriter writer,
        CheckoutParts parts,
        Organization organization,
        string baseUrl,
        string? customerSessionToken
    )
    {
        var confirmed = parts with { Checkout = parts.Checkout with { Status = CheckoutStatus.Confirmed } };
        writer.WriteStartObject();
        WriteShared(writer, confirmed, organization, baseUrl);
        WriteOrganization(writer, organization);
        writer.WriteString("customer_session_token"u8, customerSessionToken);
        writer.WriteEndObject();
    }

    private static void WriteShared(
        Utf8JsonWriter writer,
        CheckoutParts parts,
        Organization organization,
        string baseUrl
    )
    {
        var checkout = parts.Checkout;
        writer.WriteString("id"u8, checkout.Id.Value);
        writer.WriteInstant("created_at", checkout.CreatedAt);
        writer.WriteInstant("modified_at", checkout.ModifiedAt);
        writer.WriteObject("custom_field_data", checkout.CustomFieldData);
        // Older clients know no other and refuse what they don't know.
        writer.WriteString("payment_processor"u8, "stripe"u8);
        writer.WriteString("status"u8, CheckoutWords.Of(checkout.Status));
        writer.WriteString("client_secret"u8, checkout.ClientSecret);
        writer.WriteString("url"u8, CheckoutUrls.Page(checkout, baseUrl));
        writer.WriteInstant("expires_at", checkout.ExpiresAt);
        writer.WriteString("success_url"u8, CheckoutUrls.Success(checkout, baseUrl));
        writer.WriteString("return_url"u8, checkout.ReturnUrl);
        writer.WriteString("embed_origin"u8, checkout.EmbedOrigin);
        WriteAmounts(writer, checkout);
        WriteTrial(writer, checkout);
        WriteReferences(writer, checkout);
        WriteNeeds(writer, checkout);
        WriteBuyer(writer, checkout.Buyer);
        writer.WriteString("locale"u8, LocaleOf(checkout, organization));
        writer.WriteString("payment_method_type"u8, checkout.PaymentMethodType);
        ProcessorMetadata.Write(writer, parts, baseUrl);
        WriteAddressFields(writer, checkout);
        WriteProducts(writer, parts);
        writer.WritePropertyName("discount"u8);
        if (parts.Discount is { } discount)
        {
            DiscountBody.WriteOnCheckout(writer, discount);
        }
        else
        {
            writer.WriteNullValue();
        }

        CustomFieldBody.WriteAllAttached(writer, parts.Product.Fields, parts.Fields);
    }

    private static void WriteAmounts(Utf8JsonWriter writer, Checkout checkout)
    {
        var amounts = checkout.Amounts;
        writer.WriteNumber("amount"u8, amounts.Amount);
        writer.WriteNumberOrNull("seats", checkout.Seats);
        writer.WriteNumberOrNull("min_seats", checkout.SeatsMin);
        writer.WriteNumberOrNull("max_seats", checkout.SeatsMax);
        // There are no prices by unit here.
        writer.WriteNull("units"u8);
        writer.WriteNull("min_units"u8);
        writer.WriteNull("max_units"u8);
        writer.WriteNumber("discount_amount"u8, amounts.Discount);
        writer.WriteNumber("net_amount"u8, amounts.Net);
        writer.WriteNumber("subtotal_amount"u8, amounts.Net);
        writer.WriteNumberOrNull("tax_amount", amounts.Tax);
        writer.WriteString("tax_behavior"u8, amounts.TaxBehavior is { } behavior ? CheckoutWords.Of(behavior) : null);
        writer.WriteNumber("total_amount"u8, amounts.Total);
        writer.WriteString("currency"u8, checkout.Currency);
    }

    private static void WriteTrial(Utf8JsonWriter writer, Checkout checkout)
    {
        if (checkout.AllowTrial is { } allowTrial)
        {
            writer.WriteBoolean("allow_trial"u8, allowTrial);
        }
        else
        {
            writer.WriteNull("allow_trial"u8);
        }

        WriteSpan(writer, "active_trial_interval", checkout.ActiveTrial);
        writer.WriteInstant("trial_end", checkout.TrialEndsAt);
    }

    private static void WriteReferences(Utf8JsonWriter writer, Checkout checkout)
    {
        writer.WriteString("organization_id"u8, checkout.OrganizationId.Value);
        writer.WriteString("product_id"u8, checkout.ProductId);
        writer.WriteString("product_price_id"u8, checkout.PriceId);
        writer.WriteIdOrNull("discount_id", checkout.DiscountId);
    }

    private static void WriteNeeds(Utf8JsonWriter writer, Checkout checkout)
    {
        var needs = checkout.Needs;
        writer.WriteBoolean("allow_discount_codes"u8, checkout.AllowDiscountCodes);
        writer.WriteBoolean("require_billing_address"u8, checkout.RequireBillingAddress);
        writer.WriteBoolean("is_discount_applicable"u8, needs.IsDiscountApplicable);
        writer.WriteBoolean("is_free_product_price"u8, needs.IsFree);
        writer.WriteBoolean("is_payment_required"u8, needs.IsPaymentRequired);
        writer.WriteBoolean("is_payment_setup_required"u8, needs.IsSetupRequired);
        writer.WriteBoolean("is_payment_form_required"u8, needs.IsFormRequired);
    }

    private static void WriteBuyer(Utf8JsonWriter writer, Buyer buyer)
    {
        writer.WriteIdOrNull("customer_id", buyer.CustomerId);
        writer.WriteBoolean("is_business_customer"u8, buyer.IsBusiness);
        writer.WriteString("customer_name"u8, buyer.Name);
        writer.WriteString("customer_email"u8, buyer.Email);
        writer.WriteString("customer_ip_address"u8, buyer.IpAddress);
        writer.WriteString("customer_billing_name"u8, buyer.BillingName);
        writer.WriteAddressOrNull("customer_billing_address", buyer.BillingAddress);
        writer.WriteString("customer_tax_id"u8, buyer.TaxId?.Value);
    }

    // English unless the organization has its checkouts translated.
    private static string LocaleOf(Checkout checkout, Organization organization) =>
        checkout.Buyer.Locale is { } locale
        && CarriedSettings
            .Read(organization.Carried)
            .Of("feature_settings")
            .Flag("checkout_localization_enabled", otherwise: false)
            ? locale
            : "en";

    private static void WriteAddressFields(Utf8JsonWriter writer, Checkout checkout)
    {
        var needs = AddressNeeds.Of(checkout);
        (string Name, AddressNeed Need)[] fields =
        [
            ("country", AddressNeed.Required),
            ("state", needs.State),
            ("city", needs.Full),
            ("postal_code", needs.Full),
            ("line1", needs.Full),
            ("line2", needs.Line2),
        ];
        writer.WriteStartObject("billing_address_fields"u8);
        foreach (var (name, need) in fields)
        {
            writer.WriteString(name, CheckoutWords.Of(need));
        }

        writer.WriteEndObject();
        // What older clients read: whether a field is shown.
        writer.WriteStartObject("customer_billing_address_fields"u8);
        foreach (var (name, need) in fields)
        {
            writer.WriteBoolean(name, need != AddressNeed.Disabled);
        }

        writer.WriteEndObject();
    }

    private static void WriteProducts(Utf8JsonWriter writer, CheckoutParts parts)
    {
        var chosen = parts.Product;
        writer.WriteStartArray("products"u8);
        foreach (var product in parts.Products)
        {
            WriteProduct(writer, parts, product);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("product"u8);
        WriteProduct(writer, parts, chosen);
        writer.WritePropertyName("product_price"u8);
        PriceBody.Write(writer, parts.PaidPrices.First(price => price.Id == parts.Checkout.PriceId), chosen);
        writer.WriteStartObject("prices"u8);
        foreach (var product in parts.Products)
        {
            writer.WriteStartArray(product.Id.ToString("D"));
            foreach (var price in OfferedOf(parts, product))
            {
                PriceBody.Write(writer, price, product);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteProduct(Utf8JsonWriter writer, CheckoutParts parts, Product product)
    {
        if (parts.Checkout.AdHocPrices.ContainsKey(product.Id))
        {
            ProductBody.WriteCheckoutProduct(writer, product, ShownOf(parts, product));
        }
        else
        {
            OwnProduct.Write(writer, product);
        }
    }

    private static IEnumerable<Price> ShownOf(CheckoutParts parts, Product product) =>
        parts.AllPricesOf(product).Where(price => !price.IsArchived);

    // What would be paid if the product were chosen.
    private static IEnumerable<Price> OfferedOf(CheckoutParts parts, Product product) =>
        product.Id == parts.Checkout.ProductId
            ? parts.PaidPrices
            : ShownOf(parts, product).Where(price => price.Currency == parts.Checkout.Currency);

    private static void WriteOrganization(Utf8JsonWriter writer, Organization organization)
    {
        writer.WritePropertyName("organization"u8);
        Seller.Write(writer, organization);
    }

    private static void WriteSpan(Utf8JsonWriter writer, string name, CalendarSpan? span)
    {
        writer.WriteString(name, span is { } unit ? CatalogueWords.Of(unit.Unit) : null);
        writer.WriteNumberOrNull($"{name}_count", span?.Count);
    }
}
