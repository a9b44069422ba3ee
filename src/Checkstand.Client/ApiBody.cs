using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client;

/// <summary>The bytes of an answer, as far as they came.</summary>
internal sealed class ApiBody
{
    /// <summary>
    /// 32 MiB. The longest list that either dialect answers, 100 products with all that they contain, is below 2 MiB; what
    /// is beyond this is no answer but a mistake or an attack on the memory of who asked.
    /// </summary>
    public const int BytesMax = 32 << 20;

    // What an exception keeps as text: enough to see what came, too little to fill a memory.
    private const int TextBytesMax = 1 << 20;

    // What a whole answer without a length usually fits into.
    private const int FirstBytes = 4096;

    private byte[] bytes;
    private int length;

    private ApiBody(int capacity) => bytes = new byte[capacity];

    /// <summary>Why the body is not whole; null when it is.</summary>
    public string? Fault { get; private set; }

    /// <summary>What broke the connection; null when nothing did.</summary>
    public Exception? Broken { get; private set; }

    public bool IsEmpty => length == 0;

    /// <summary>The first MiB, read as UTF-8; what is none becomes U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Content[..Math.Min(Content.Length, TextBytesMax)]);

    private ReadOnlySpan<byte> Content
    {
        get
        {
            var content = bytes.AsSpan(0, length);
            return content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        }
    }

    /// <summary>Reads to the end, to the limit, or to where the connection broke.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<ApiBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > BytesMax)
        {
            return new ApiBody(0) { Fault = $"is larger than {BytesMax} bytes" };
        }

        // One more than announced, so that the read that finds the end needs no larger buffer.
        var body = new ApiBody(announced is { } size ? (int)size + 1 : FirstBytes);
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using var closing = stream.ConfigureAwait(false);
            await body.FillAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            body.Fault = "ended too early";
            body.Broken = failure;
        }
        catch (InvalidDataException)
        {
            // Bytes that say they are compressed and are not.
            body.Fault = "cannot be decompressed";
        }

        return body;
    }

    /// <exception cref="JsonException">It is not JSON, or not of this form.</exception>
    public T? Read<T>(JsonTypeInfo<T> contract) => JsonSerializer.Deserialize(Content, contract);

    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            length += read;
            if (length > BytesMax)
            {
                Fault = $"is larger than {BytesMax} bytes";
                return;
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(length * 2, BytesMax + 1));
            }
        }
    }
}
