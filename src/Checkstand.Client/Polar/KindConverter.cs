using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client.Polar;

/// <summary>
/// Reads and writes a type that is one of several kinds. The member that says which may stand anywhere in the object, and
/// a kind that nobody knows is read as the one that keeps everything. Without reflection: the contracts are generated.
/// </summary>
/// <typeparam name="T">The type that the kinds derive from.</typeparam>
internal abstract class KindConverter<T> : JsonConverter<T>
    where T : PolarObject
{
    /// <summary>The member that names the kind.</summary>
    protected abstract ReadOnlySpan<byte> Discriminator { get; }

    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.StartObject
            ? (T?)JsonSerializer.Deserialize(ref reader, ContractOf(KindOf(reader)))
            : throw new JsonException("An object is expected.");

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, PolarJsonContext.Default.Options.GetTypeInfo(value.GetType()));

    /// <summary>The contract of a kind.</summary>
    /// <param name="kind">Its word; null when the object has none.</param>
    protected abstract JsonTypeInfo ContractOf(string? kind);

    // The reader is a copy, so reading ahead costs nothing but the reading.
    private string? KindOf(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType is JsonTokenType.PropertyName)
        {
            var isDiscriminator = ahead.ValueTextEquals(Discriminator);
            if (!ahead.Read())
            {
                break;
            }

            if (isDiscriminator)
            {
                return ahead.TokenType is JsonTokenType.String ? ahead.GetString() : null;
            }

            if (!ahead.TrySkip())
            {
                break;
            }
        }

        return null;
    }
}
