using System.Text.Json;
using Checkstand.Core;

namespace Checkstand.Polar.Organizations;

/// <summary>
/// The settings of an organization that nothing here judges, by their names on the wire: written down as they were sent,
/// and answered with upstream's defaults where nothing was sent.
/// </summary>
internal sealed class CarriedSettings
{
    private readonly Dictionary<string, JsonText> values;

    private CarriedSettings(Dictionary<string, JsonText> values) => this.values = values;

    /// <summary>Reads a JSON object; nothing is the same as an empty one.</summary>
    public static CarriedSettings Read(JsonText carried)
    {
        var found = new Dictionary<string, JsonText>(StringComparer.Ordinal);
        if (!carried.HasValue)
        {
            return new CarriedSettings(found);
        }

        var reader = new Utf8JsonReader(carried.Utf8.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            found[name] = new JsonText(carried.Utf8[start..(int)reader.BytesConsumed]);
        }

        return new CarriedSettings(found);
    }

    /// <summary>A setting; not present when it was never sent.</summary>
    public JsonText this[string name]
    {
        get => values.GetValueOrDefault(name);
        set => values[name] = value;
    }

    /// <summary>A setting that is an object, read in its turn.</summary>
    public CarriedSettings Of(string name) => Read(this[name]);

    /// <summary>Takes the settings of another one, name by name.</summary>
    public void Add(CarriedSettings others)
    {
        foreach (var (name, value) in others.values)
        {
            values[name] = value;
        }
    }

    /// <summary>A setting that is yes or no.</summary>
    public bool Flag(string name, bool otherwise) =>
        this[name] is { HasValue: true } value ? value.Utf8.Span[0] == (byte)'t' : otherwise;

    /// <summary>All of them as one JSON object.</summary>
    public JsonText ToJson()
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in values)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return new JsonText(text.ToArray());
    }
}
