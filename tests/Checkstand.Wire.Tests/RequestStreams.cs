namespace Checkstand.Wire.Tests;

/// <summary>A request body that gives one byte to each read.</summary>
internal sealed class Trickle(byte[] bytes) : OneWayStream
{
    private int position;

    protected override int Fill(Span<byte> target)
    {
        // A pipe asks with an empty buffer first, to learn when there is something to read.
        if (target.IsEmpty || position == bytes.Length)
        {
            return 0;
        }

        target[0] = bytes[position++];
        return 1;
    }
}

/// <summary>A request body that never ends.</summary>
internal sealed class Endless : OneWayStream
{
    public long BytesRead { get; private set; }

    protected override int Fill(Span<byte> target)
    {
        target.Fill((byte)'1');
        BytesRead += target.Length;
        return target.Length;
    }
}

/// <summary>A request body that can't be read.</summary>
internal sealed class Unreadable(Exception failure) : OneWayStream
{
    protected override int Fill(Span<byte> target) => throw failure;
}

/// <summary>The part of a stream that a request's body needs.</summary>
internal abstract class OneWayStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Fill(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract int Fill(Span<byte> target);
}
