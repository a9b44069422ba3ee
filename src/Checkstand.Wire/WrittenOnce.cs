using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Checkstand.Wire;

/// <summary>
/// Values whose JSON is written once and kept for as long as somebody holds the value: for immutable records that many
/// answers repeat, such as a seller or a product.
/// </summary>
/// <param name="write">Writes a value; of nothing but the value itself.</param>
public sealed class WrittenOnce<T>(Action<Utf8JsonWriter, T> write)
    where T : class
{
    private readonly ConditionalWeakTable<T, byte[]> texts = [];

    /// <summary>Writes a value.</summary>
    public void Write(Utf8JsonWriter writer, T value) =>
        writer.WriteRawValue(texts.GetValue(value, TextOf), skipInputValidation: true);

    private byte[] TextOf(T value)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, AnswerBuffer.Compact))
        {
            write(writer, value);
        }

        return text.ToArray();
    }
}
