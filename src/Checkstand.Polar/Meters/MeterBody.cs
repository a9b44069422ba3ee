using System.Text.Json;
using Checkstand.Core.Products;
using Checkstand.Wire;

namespace Checkstand.Polar.Meters;

/// <summary>How a meter looks in answers.</summary>
internal static class MeterBody
{
    public static void Write(Utf8JsonWriter writer, Meter meter)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("metadata"u8);
        writer.WriteRawValue(meter.Metadata.HasValue ? meter.Metadata.Utf8.Span : "{}"u8, skipInputValidation: true);
        writer.WriteInstant("created_at", meter.CreatedAt);
        writer.WriteInstant("modified_at", meter.ModifiedAt);
        writer.WriteString("id"u8, meter.Id);
        writer.WriteString("name"u8, meter.Name);
        writer.WriteString("unit"u8, CatalogueWords.Of(meter.Unit));
        writer.WriteString("custom_label"u8, meter.Label);
        if (meter.Multiplier is { } multiplier)
        {
            writer.WriteNumber("custom_multiplier"u8, multiplier);
        }
        else
        {
            writer.WriteNull("custom_multiplier"u8);
        }

        writer.WriteCarried("filter", meter.Filter);
        writer.WriteCarried("aggregation", meter.Aggregation);
        writer.WriteString("organization_id"u8, meter.OrganizationId.Value);
        writer.WriteInstant("archived_at", meter.ArchivedAt);
        writer.WriteEndObject();
    }
}
