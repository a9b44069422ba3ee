using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Checkstand.Gr4vy;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Checkstand.Server.Http;

/// <summary>
/// Gives a body to the errors that Kestrel answers by itself, before any of our code runs: a broken request line,
/// headers that are too large, a request that never arrives. It has no hook for them, so this stands between it and
/// the connection and looks at the first bytes of each response. A hook in Kestrel would replace it.
/// </summary>
internal static class BareErrors
{
    /// <summary>Adds this to an endpoint's connections.</summary>
    public static void UseErrorBodies(this ListenOptions endpoint) =>
        endpoint.Use(next =>
            connection =>
            {
                var transport = connection.Transport;
                connection.Transport = new Transport(transport.Input, new BareErrorWriter(transport.Output));
                return next(connection);
            }
        );

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}

/// <summary>Passes everything on as it is, except a bare error: that gets the envelope.</summary>
internal sealed class BareErrorWriter(PipeWriter inner) : PipeWriter
{
    private const int StatusAt = 9;
    private Memory<byte> writing;

    private static ReadOnlySpan<byte> StatusLine => "HTTP/1.1 "u8;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => writing = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        inner.Advance(BareStatus(writing.Span[..bytes]) is { } status ? Fill(status, writing.Span, bytes) : bytes);
        writing = writing[bytes..];
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        inner.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source,
        CancellationToken cancellationToken = default
    ) => inner.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    // The status when the bytes are a whole response that says nothing and ends the connection. What our own code
    // answers, with or without a body, has the request's id.
    private static int? BareStatus(ReadOnlySpan<byte> bytes)
    {
        if (
            bytes.Length < StatusAt + 3
            || bytes[StatusAt] is not ((byte)'4' or (byte)'5')
            || !bytes.StartsWith(StatusLine)
            || !bytes.EndsWith("\r\n\r\n"u8)
            || bytes.IndexOf("\r\nContent-Length: 0\r\n"u8) < 0
            || bytes.IndexOf("\r\nConnection: close\r\n"u8) < 0
            || bytes.IndexOf("\r\nx-request-id: "u8) >= 0
        )
        {
            return null;
        }

        return int.TryParse(bytes.Slice(StatusAt, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : null;
    }

    // Writes the answer with its body in place of the bare one; keeps the bare one where there is no room.
    private static int Fill(int status, Span<byte> room, int bareLength)
    {
        var body = Gr4vyErrors.ProtocolError(status);
        var firstLineEnd = room.IndexOf("\r\n"u8);
        var head = Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n"
            )
        );
        if (firstLineEnd + head.Length + body.Length > room.Length)
        {
            return bareLength;
        }

        head.CopyTo(room[firstLineEnd..]);
        body.CopyTo(room[(firstLineEnd + head.Length)..]);
        return firstLineEnd + head.Length + body.Length;
    }
}
