using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core;

namespace Checkstand.Storage;

/// <summary>Keeps carried JSON as it is inside a stored document; what was never said is null there.</summary>
internal sealed class JsonTextConverter : JsonConverter<JsonText>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        using var value = JsonDocument.ParseValue(ref reader);
        return new JsonText(System.Text.Encoding.UTF8.GetBytes(value.RootElement.GetRawText()));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options)
    {
        if (value.IsPresent)
        {
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
