using System.Diagnostics;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Products;
using Checkstand.Wire;

namespace Checkstand.Polar.CustomFields;

/// <summary>How a custom field looks in answers, alone and on a product.</summary>
internal static class CustomFieldBody
{
    public static void Write(Utf8JsonWriter writer, CustomField field)
    {
        writer.WriteStartObject();
        writer.WriteInstant("created_at", field.CreatedAt);
        writer.WriteInstant("modified_at", field.ModifiedAt);
        writer.WriteString("id"u8, field.Id);
        writer.WritePropertyName("metadata"u8);
        writer.WriteRawValue(field.Metadata.HasValue ? field.Metadata.Utf8.Span : "{}"u8, skipInputValidation: true);
        writer.WriteString("type"u8, TypeOf(field.Kind));
        writer.WriteString("slug"u8, field.Slug);
        writer.WriteString("name"u8, field.Name);
        writer.WriteString("organization_id"u8, field.OrganizationId.Value);
        writer.WriteStartObject("properties"u8);
        WriteForm(writer, field.Form);
        WriteBounds(writer, field.Kind);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a custom field as products and checkouts show it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="attached">What the product says of it.</param>
    /// <param name="order">Its place among the product's, 0 for the first.</param>
    /// <param name="field">The field.</param>
    public static void WriteAttached(Utf8JsonWriter writer, AttachedField attached, int order, CustomField field)
    {
        writer.WriteStartObject();
        writer.WriteString("custom_field_id"u8, attached.FieldId);
        writer.WritePropertyName("custom_field"u8);
        Write(writer, field);
        writer.WriteNumber("order"u8, order);
        writer.WriteBoolean("required"u8, attached.IsRequired);
        writer.WriteEndObject();
    }

    /// <summary>Writes <c>attached_custom_fields</c>: of those that a product asks for, the ones that are still there.</summary>
    public static void WriteAllAttached(
        Utf8JsonWriter writer,
        IReadOnlyList<AttachedField> attached,
        IReadOnlyList<CustomField> fields
    )
    {
        writer.WriteStartArray("attached_custom_fields"u8);
        var order = 0;
        foreach (var one in attached)
        {
            if (fields.FirstOrDefault(field => field.Id == one.FieldId) is { } field)
            {
                WriteAttached(writer, one, order++, field);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The contract's word for the kind of a custom field.</summary>
    public static string TypeOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.Text => "text",
            FieldKind.Number => "number",
            FieldKind.Instant => "date",
            FieldKind.Checkbox => "checkbox",
            FieldKind.Choice => "select",
            _ => throw new UnreachableException($"No word is defined for {kind.GetType().Name}."),
        };

    private static void WriteForm(Utf8JsonWriter writer, JsonText form)
    {
        if (!form.HasValue)
        {
            return;
        }

        using var parsed = JsonDocument.Parse(form.Utf8);
        foreach (var property in parsed.RootElement.EnumerateObject())
        {
            property.WriteTo(writer);
        }
    }

    private static void WriteBounds(Utf8JsonWriter writer, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.Text text:
                WriteBound(writer, "min_length", text.LengthMin);
                WriteBound(writer, "max_length", text.LengthMax);
                break;
            case FieldKind.Number number:
                WriteBound(writer, "ge", number.Min);
                WriteBound(writer, "le", number.Max);
                break;
            case FieldKind.Instant instant:
                WriteBound(writer, "ge", instant.MinUnixSeconds);
                WriteBound(writer, "le", instant.MaxUnixSeconds);
                break;
            case FieldKind.Checkbox:
                break;
            case FieldKind.Choice choice:
                WriteOptions(writer, choice);
                break;
            default:
                throw new UnreachableException($"No bounds are written for {kind.GetType().Name}.");
        }
    }

    private static void WriteOptions(Utf8JsonWriter writer, FieldKind.Choice choice)
    {
        writer.WriteStartArray("options"u8);
        foreach (var option in choice.Options)
        {
            writer.WriteStartObject();
            writer.WriteString("value"u8, option.Value);
            writer.WriteString("label"u8, option.Label);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // SDKs take a bound that is absent, and none that is null.
    private static void WriteBound(Utf8JsonWriter writer, string name, long? bound)
    {
        if (bound is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }
}
