using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Products;
using Checkstand.Polar.CustomFields;
using Checkstand.Wire;

namespace Checkstand.Polar.Products;

/// <summary>How a product looks in answers. There are no benefits and no media here.</summary>
internal static class ProductBody
{
    /// <summary>Writes a product as its own operations answer it: its prices are those that can be bought at.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="product">The product.</param>
    /// <param name="fields">At least the custom fields that it asks for; those that are not among them are left out.</param>
    public static void Write(Utf8JsonWriter writer, Product product, IReadOnlyList<CustomField> fields)
    {
        writer.WriteStartObject();
        WriteShared(writer, product, product.Prices.Where(price => !price.IsArchived));
        writer.WritePropertyName("metadata"u8);
        writer.WriteRawValue(
            product.Metadata.HasValue ? product.Metadata.Utf8.Span : "{}"u8,
            skipInputValidation: true
        );
        CustomFieldBody.WriteAllAttached(writer, product.Fields, fields);
        writer.WriteEndObject();
    }

    /// <summary>Writes a product as checkouts show it: 18 keys.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="product">The product.</param>
    /// <param name="prices">The prices to show, which may have been made for the checkout.</param>
    public static void WriteCheckoutProduct(Utf8JsonWriter writer, Product product, IEnumerable<Price> prices)
    {
        writer.WriteStartObject();
        WriteShared(writer, product, prices);
        writer.WriteEndObject();
    }

    /// <summary>Writes a product as checkout links show it: the prices that it can be bought at, and the seller's own data.</summary>
    public static void WriteLinkProduct(Utf8JsonWriter writer, Product product)
    {
        writer.WriteStartObject();
        WriteShared(writer, product, product.Prices.Where(price => !price.IsArchived));
        writer.WriteObject("metadata", product.Metadata);
        writer.WriteEndObject();
    }

    /// <summary>Writes what a product is, without its prices: the members of an object that the caller opens and closes.</summary>
    public static void WriteFacts(Utf8JsonWriter writer, Product product)
    {
        writer.WriteString("id"u8, product.Id);
        writer.WriteInstant("created_at", product.CreatedAt);
        writer.WriteInstant("modified_at", product.ModifiedAt);
        WriteSpan(writer, "trial_interval", product.Trial);
        writer.WriteString("name"u8, product.Name);
        writer.WriteString("description"u8, product.Description);
        writer.WriteString("visibility"u8, CatalogueWords.Of(product.Visibility));
        WriteSpan(writer, "recurring_interval", product.Recurs);
        WriteSpan(writer, "meter_interval", product.MeterRecurs);
        writer.WriteBoolean("is_recurring"u8, product.IsRecurring);
        writer.WriteBoolean("is_archived"u8, product.IsArchived);
        writer.WriteString("organization_id"u8, product.OrganizationId.Value);
    }

    private static void WriteShared(Utf8JsonWriter writer, Product product, IEnumerable<Price> prices)
    {
        WriteFacts(writer, product);
        writer.WriteStartArray("prices"u8);
        foreach (var price in prices)
        {
            PriceBody.Write(writer, price, product);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("benefits"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("medias"u8);
        writer.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter writer, string name, CalendarSpan? span)
    {
        writer.WriteString(name, span is { } unit ? CatalogueWords.Of(unit.Unit) : null);
        if (span is { } count)
        {
            writer.WriteNumber($"{name}_count", count.Count);
        }
        else
        {
            writer.WriteNull($"{name}_count");
        }
    }
}
