using System.Text.Json;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Wire;

/// <summary>Checks a query string against the same declarations as bodies: it is brought into JSON and checked as such.</summary>
public static class QueryText
{
    /// <summary>Checks what the declaration names. Other parameters are ignored, as the vendors' services ignore them.</summary>
    /// <param name="declared">One field for each parameter: text, number, boolean, or a list of those (the name repeated).</param>
    /// <param name="query">The request's query string, decoded.</param>
    public static CheckedObject Check(ObjectShape declared, IQueryCollection query)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var field in declared.Fields)
            {
                var sent = Sent(query, field);
                // SDKs write a parameter that was set to null without a value; it says nothing.
                var values = sent.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!).ToList();
                if (values.Count > 0)
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Shape, values);
                }
            }

            writer.WriteEndObject();
        }

        return declared.CheckBody(json.ToArray()).InQuery();
    }

    // Most clients repeat the name of a list; older ones number it: name[0], name[1], or name[].
    private static IEnumerable<string?> Sent(IQueryCollection query, Field field) =>
        field.Shape is ArrayShape
            ? query[field.Name]
                .Concat(
                    query
                        .Where(pair => pair.Key.StartsWith(field.Name + '[', StringComparison.Ordinal))
                        .Where(pair => pair.Key.EndsWith(']'))
                        .SelectMany(pair => pair.Value)
                )
            : query[field.Name];

    private static void Write(Utf8JsonWriter writer, Shape shape, List<string> values)
    {
        if (shape is ArrayShape list)
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                Write(writer, list.Item, value);
            }

            writer.WriteEndArray();
            return;
        }

        // The last of a repeated parameter wins, as nearly everywhere.
        Write(writer, shape, values[^1]);
    }

    private static void Write(Utf8JsonWriter writer, Shape shape, string value)
    {
        switch (shape)
        {
            case IntegerShape or NumberShape when IsNumber(value):
                writer.WriteRawValue(value);
                break;
            // Python writes True; the rest of the world writes true.
            case BooleanShape when bool.TryParse(value, out var boolean):
                writer.WriteBooleanValue(boolean);
                break;
            default:
                // What is no number or boolean stays text, and the declaration says what it should have been.
                writer.WriteStringValue(value);
                break;
        }
    }

    private static bool IsNumber(string value)
    {
        if (value.Length > 32 || value[0] is not ('-' or (>= '0' and <= '9')))
        {
            return false;
        }

        try
        {
            using var parsed = JsonDocument.Parse(value);
            return parsed.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            // Such as 1-2 or 007: text.
            return false;
        }
    }
}
