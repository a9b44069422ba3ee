using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client;

/// <summary>
/// A word out of a list that may grow: the known words are static members, and a word that a newer server sends is kept
/// as it came instead of failing the answer.
/// </summary>
/// <typeparam name="TSelf">The enumeration itself.</typeparam>
public interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The word on the wire. Null only for <c>default</c>.</summary>
    string Value { get; }

    /// <summary>The member with this word, known or not.</summary>
    /// <param name="value">The word on the wire.</param>
    static abstract TSelf From(string value);
}

/// <summary>Reads and writes an <see cref="IOpenEnum{TSelf}"/> as its word.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class OpenEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenEnum<T>
{
    // The longest list of words has some 100; words beyond the places are made anew.
    private readonly RecurringText words = new(128);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a text.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            ? T.From(words.Read(ref reader))
            : throw new JsonException("A word is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => T.From(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
