using System.Buffers;
using System.Text;

namespace Checkstand.Server.Tests.Harness;

/// <summary>Every byte that a process writes to one of its outputs, as it comes.</summary>
internal sealed class CapturedOutput
{
    private readonly ArrayBufferWriter<byte> written = new();
    private readonly Lock writing = new();
    private readonly Task reading;

    public CapturedOutput(Stream source) => reading = ReadAsync(source);

    public byte[] Bytes
    {
        get
        {
            lock (writing)
            {
                return written.WrittenSpan.ToArray();
            }
        }
    }

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Waits for the end of the output, which comes with the end of the process.</summary>
    public Task EndAsync() => reading;

    private async Task ReadAsync(Stream source)
    {
        var buffer = new byte[16 * 1024];
        while (await source.ReadAsync(buffer) is > 0 and var count)
        {
            lock (writing)
            {
                written.Write(buffer.AsSpan(0, count));
            }
        }
    }
}
