using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client;

/// <summary>
/// Reads and writes <see cref="Optional{T}"/> as the value alone. An absent one is left out by
/// <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c> on its property. Named once for each <typeparamref name="T"/> in
/// the JSON context, because a factory would need reflection.
/// </summary>
/// <typeparam name="T">What is sent.</typeparam>
public sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
{
    /// <summary>True: null is a value here.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, ContractOf(options))!);

    /// <inheritdoc/>
    /// <exception cref="JsonException"><paramref name="value"/> is absent: its property lacks the condition.</exception>
    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        if (!value.IsSet)
        {
            throw new JsonException("An absent member cannot be written.");
        }

        if (value.Value is null)
        {
            writer.WriteNullValue();
            return;
        }

        JsonSerializer.Serialize(writer, value.Value, ContractOf(options));
    }

    private static JsonTypeInfo<T> ContractOf(JsonSerializerOptions options) =>
        (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
