using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Checkstand.Wire;

/// <summary>
/// Writes JSON answers into a buffer of the thread: answers are a few kB and written without waiting in between, so one
/// buffer a thread serves all.
/// </summary>
public static class AnswerBuffer
{
    /// <summary>How answers are written: without blanks, text readable as it is.</summary>
    public static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? scratch;

    /// <summary>Writes a value as JSON.</summary>
    /// <returns>The text, until the thread writes the next one: copy it before any wait.</returns>
    public static ReadOnlySpan<byte> Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, writer) = scratch ??= New();
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(writer, value);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) New()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new Utf8JsonWriter(buffer, Compact));
    }
}
