using System.Diagnostics.CodeAnalysis;

namespace Checkstand.Client;

/// <summary>
/// Takes events out of a stream of them, as HTML's server-sent events are written: the lines <c>data: ...</c> up to an empty
/// line. Comments, names and ids are skipped; nobody here sends them with a meaning.
/// </summary>
internal sealed class EventStream(Stream stream)
{
    /// <summary>1 MiB: the events of checkouts are below a kilobyte, and what has no end is no event.</summary>
    public const int BytesMax = 1 << 20;

    private const int FirstBytes = 4096;

    private byte[] buffer = new byte[FirstBytes];
    private int start;
    private int end;
    private List<byte>? data;

    /// <summary>Waits for more; false when the server ended the stream.</summary>
    /// <exception cref="IOException">The connection was lost, or an event is larger than <see cref="BytesMax"/>.</exception>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end + (data?.Count ?? 0) > BytesMax)
        {
            throw new IOException($"An event is larger than {BytesMax} bytes.");
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
        end += read;
        return read > 0;
    }

    /// <summary>The next event that came whole.</summary>
    public bool TryTake([NotNullWhen(true)] out byte[]? taken)
    {
        while (TryTakeLine(out var line))
        {
            if (line.IsEmpty && data is not null)
            {
                taken = [.. data];
                data = null;
                return true;
            }

            if (line.StartsWith("data:"u8))
            {
                var value = line["data:"u8.Length..];
                if (data is null)
                {
                    data = [];
                }
                else
                {
                    data.Add((byte)'\n');
                }

                data.AddRange(value.StartsWith(" "u8) ? value[1..] : value);
            }
        }

        taken = null;
        return false;
    }

    private bool TryTakeLine(out ReadOnlySpan<byte> line)
    {
        var left = buffer.AsSpan(start, end - start);
        var length = left.IndexOf((byte)'\n');
        if (length < 0)
        {
            line = default;
            return false;
        }

        start += length + 1;
        line = left[..length].TrimEnd((byte)'\r');
        return true;
    }
}
