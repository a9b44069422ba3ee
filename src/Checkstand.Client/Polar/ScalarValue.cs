using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>
/// A value in metadata and in answers to custom fields: a text, a whole number, another number, true or false, or null.
/// Anything else that a newer server sends is kept as <see cref="Json"/>.
/// </summary>
[JsonConverter(typeof(ScalarValueConverter))]
public readonly struct ScalarValue : IEquatable<ScalarValue>
{
    // A text, a long, a double, a bool, a JsonElement or null. What is sent is not what is counted in millions: boxing
    // keeps the rest simple.
    private readonly object? value;

    private ScalarValue(object? value) => this.value = value;

    /// <summary>The text; null when it is something else.</summary>
    public string? Text => value as string;

    /// <summary>The whole number; null when it is something else.</summary>
    public long? Integer => value as long?;

    /// <summary>The number, whole or not; null when it is something else.</summary>
    public double? Number => value is long whole ? whole : value as double?;

    /// <summary>True or false; null when it is something else.</summary>
    public bool? Boolean => value as bool?;

    /// <summary>What is none of these; null when it is one of them.</summary>
    public JsonElement? Json => value as JsonElement?;

    /// <summary>Whether it is null, which says that there is no answer.</summary>
    public bool IsNull => value is null;

    /// <summary>A text, or null.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ScalarValue(string? text) => new(text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ScalarValue(long number) => new(number);

    /// <summary>A number with a fraction. Metadata of customers and answers to custom fields take none.</summary>
    /// <param name="number">The number, finite.</param>
    /// <exception cref="ArgumentException">It is infinite, or no number: JSON has no way to say so.</exception>
    public static implicit operator ScalarValue(double number) =>
        double.IsFinite(number)
            ? new ScalarValue(number)
            : throw new ArgumentException("Only finite numbers can be written.", nameof(number));

    /// <summary>True or false.</summary>
    /// <param name="flag">Which.</param>
    public static implicit operator ScalarValue(bool flag) => new(flag);

    /// <summary>A time, as text in UTC: the answer to a custom field that asks for a date.</summary>
    /// <param name="time">The time.</param>
    public static implicit operator ScalarValue(DateTimeOffset time) =>
        new(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>Whether both are the same value of the same kind.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ScalarValue left, ScalarValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ScalarValue left, ScalarValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ScalarValue other) =>
        value is JsonElement json && other.value is JsonElement otherJson
            ? json.GetRawText() == otherJson.GetRawText()
            : Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScalarValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        value is JsonElement json ? json.GetRawText().GetHashCode(StringComparison.Ordinal) : value?.GetHashCode() ?? 0;

    /// <summary>The value as text; empty for null.</summary>
    public override string ToString() => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    internal static ScalarValue Of(JsonElement json) => new(json);

    internal void Write(Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"Nothing is written for {value.GetType().Name}.");
        }
    }
}

/// <summary>Reads and writes a <see cref="ScalarValue"/> as the value that it is.</summary>
internal sealed class ScalarValueConverter : JsonConverter<ScalarValue>
{
    public override bool HandleNull => true;

    public override ScalarValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number when reader.TryGetInt64(out var whole) => whole,
            JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number) => number,
            _ => ScalarValue.Of(JsonElement.ParseValue(ref reader)),
        };

    public override void Write(Utf8JsonWriter writer, ScalarValue value, JsonSerializerOptions options) =>
        value.Write(writer);
}
