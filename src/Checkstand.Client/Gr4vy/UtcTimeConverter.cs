using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>
/// Times of this dialect. One without an offset is UTC, whatever the time zone of the machine that reads it: older
/// deployments answer times that were sent without an offset as they came.
/// </summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.TryGetDateTime(out var time)
            ? time.Kind is DateTimeKind.Unspecified
                ? new DateTimeOffset(time, TimeSpan.Zero)
                : reader.GetDateTimeOffset()
            : throw new JsonException("A time of RFC 3339 is expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
