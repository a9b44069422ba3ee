using System.Buffers;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.CustomFields;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.CustomFields;

/// <summary>What the bodies that make and change custom fields say, in terms of the core.</summary>
internal static class CustomFieldRequest
{
    // What belongs to how a form shows the field and not to what may be answered.
    private static readonly string[] FormNames = ["form_label", "form_help_text", "form_placeholder", "textarea"];

    public static CustomFieldDraft ReadDraft(CheckedObject body)
    {
        var properties = ReadProperties(body)!;
        return new CustomFieldDraft(
            body.Text("slug")!,
            body.Text("name")!,
            properties.Kind,
            properties.Form,
            body.Json("metadata")
        );
    }

    public static CustomFieldPatch ReadPatch(CheckedObject body) =>
        new(body.Text("slug"), body.Text("name"), ReadProperties(body), body.Json("metadata"));

    private static FieldProperties? ReadProperties(CheckedObject body)
    {
        if (!body.Has("properties"))
        {
            return null;
        }

        using var parsed = JsonDocument.Parse(body.Json("properties").Utf8);
        var properties = parsed.RootElement;
        FieldKind kind = body.Text("type") switch
        {
            "text" => new FieldKind.Text(IntegerOf(properties, "min_length"), IntegerOf(properties, "max_length")),
            "number" => new FieldKind.Number(IntegerOf(properties, "ge"), IntegerOf(properties, "le")),
            "date" => new FieldKind.Instant(IntegerOf(properties, "ge"), IntegerOf(properties, "le")),
            "checkbox" => new FieldKind.Checkbox(),
            "select" => new FieldKind.Choice([
                .. properties
                    .GetProperty("options")
                    .EnumerateArray()
                    .Select(option => new SelectOption(
                        option.GetProperty("value").GetString()!,
                        option.GetProperty("label").GetString()!
                    )),
            ]),
            var other => throw new System.Diagnostics.UnreachableException($"No custom field is read from {other}."),
        };
        return new FieldProperties(kind, FormOf(properties));
    }

    private static int? IntegerOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static JsonText FormOf(JsonElement properties)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var property in properties.EnumerateObject().Where(one => FormNames.Contains(one.Name)))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return new JsonText(output.WrittenMemory);
    }
}
