using System.Globalization;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Wire.Shapes;

namespace Checkstand.Wire;

/// <summary>Takes values out of what was checked. Absent and null are both null here.</summary>
public static class CheckedValues
{
    extension(CheckedObject from)
    {
        /// <summary>A field as JSON text; not present when it is absent.</summary>
        public JsonText Json(string name) => new(from[name]);

        /// <summary>Whether a field has a value other than null.</summary>
        public bool Has(string name) => from.Json(name).HasValue;

        /// <summary>A field that is text.</summary>
        public string? Text(string name)
        {
            if (!from.Has(name))
            {
                return null;
            }

            var reader = new Utf8JsonReader(from[name].Span);
            reader.Read();
            return reader.GetString();
        }

        /// <summary>A field that is a UUID.</summary>
        public Guid? Id(string name) => from.Text(name) is { } text ? Guid.ParseExact(text, "D") : null;

        /// <summary>A field that is an integer.</summary>
        public long? Integer(string name) => from.Json(name).AsInt64();

        /// <summary>A field that is a boolean.</summary>
        public bool? Boolean(string name) => from.Has(name) ? from[name].Span[0] == (byte)'t' : null;

        /// <summary>A field that is an instant.</summary>
        public DateTimeOffset? Instant(string name) =>
            from.Text(name) is { } text
                ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : null;

        /// <summary>A field that is a list of texts; empty when it is absent.</summary>
        public IReadOnlyList<string> Texts(string name) =>
            from.Has(name) ? JsonSerializer.Deserialize(from[name].Span, TextList.Default.ListString)! : [];
    }
}

/// <summary>How plain texts, lists and maps of them are read, without reflection.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(List<string>))]
[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
public sealed partial class TextList : System.Text.Json.Serialization.JsonSerializerContext;
