using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Checkstand.Wire;

/// <summary>
/// A request's body, read whole within a limit. The bytes are wiped when it is disposed: they may hold a card.
/// </summary>
public sealed class RequestBody : IDisposable
{
    private byte[]? rented;
    private readonly int length;

    private RequestBody(byte[] rented, int length)
    {
        this.rented = rented;
        this.length = length;
    }

    /// <summary>The bytes; empty when the request has no body.</summary>
    public ReadOnlySpan<byte> Bytes => rented.AsSpan(0, length);

    /// <summary>Reads the body of a request that should hold JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bytesMax">Largest body that is read; a larger one is refused without reading it to its end.</param>
    /// <returns>The body, or why it can't be taken.</returns>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public static ValueTask<(RequestBody? Body, BodyProblem? Problem)> ReadJsonAsync(
        HttpRequest request,
        int bytesMax
    ) => ReadAsync(request, bytesMax, IsJson);

    /// <summary>Reads the body of a request that should hold a form, <c>application/x-www-form-urlencoded</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bytesMax">Largest body that is read.</param>
    /// <returns>The body, or why it can't be taken.</returns>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public static ValueTask<(RequestBody? Body, BodyProblem? Problem)> ReadFormAsync(
        HttpRequest request,
        int bytesMax
    ) => ReadAsync(request, bytesMax, IsForm);

    private static async ValueTask<(RequestBody? Body, BodyProblem? Problem)> ReadAsync(
        HttpRequest request,
        int bytesMax,
        Func<string?, bool> isExpected
    )
    {
        // Kestrel goes by the transfer coding and renames the length that contradicts it (RFC 9112 section 6.3 allows
        // both); whoever sends both is confused or smuggling.
        if (request.Headers.TransferEncoding.Count > 0 && request.Headers.ContainsKey("X-Content-Length"))
        {
            return (null, BodyProblem.ConflictingLength);
        }

        if (request.ContentLength > bytesMax)
        {
            return (null, BodyProblem.TooLarge);
        }

        var (body, problem) = await ReadAsync(request, bytesMax);
        if (body is { Bytes.Length: > 0 } && MediaProblem(request, isExpected) is { } media)
        {
            body.Dispose();
            return (null, media);
        }

        return (body, problem);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref rented, null) is { Length: > 0 } bytes)
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static async ValueTask<(RequestBody? Body, BodyProblem? Problem)> ReadAsync(
        HttpRequest request,
        int bytesMax
    )
    {
        var reader = request.BodyReader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
                var buffer = read.Buffer;
                if (buffer.Length > bytesMax)
                {
                    reader.AdvanceTo(buffer.End);
                    return (null, BodyProblem.TooLarge);
                }

                // With a declared length the last byte is known; without one only the end of the stream tells.
                if (read.IsCompleted || buffer.Length == request.ContentLength)
                {
                    var body = Copy(buffer);
                    reader.AdvanceTo(buffer.End);
                    return (body, null);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (Exception broken) when (broken is OverflowException or (IOException and not BadHttpRequestException))
        {
            // A chunk's size beyond 64 bits, or a connection that broke; nobody may be left to read the answer.
            return (null, BodyProblem.Unreadable);
        }
        catch (BadHttpRequestException bad)
        {
            return (
                null,
                bad.StatusCode switch
                {
                    StatusCodes.Status413PayloadTooLarge => BodyProblem.TooLarge,
                    StatusCodes.Status408RequestTimeout => BodyProblem.TooSlow,
                    _ => BodyProblem.Unreadable,
                }
            );
        }
    }

    private static RequestBody Copy(ReadOnlySequence<byte> buffer)
    {
        var count = checked((int)buffer.Length);
        var copy = count == 0 ? [] : ArrayPool<byte>.Shared.Rent(count);
        buffer.CopyTo(copy);
        return new RequestBody(copy, count);
    }

    private static BodyProblem? MediaProblem(HttpRequest request, Func<string?, bool> isExpected)
    {
        if (request.Headers.ContentType.Count > 1)
        {
            return BodyProblem.RepeatedContentType;
        }

        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
        {
            return BodyProblem.UnsupportedMediaType;
        }

        return isExpected(request.ContentType) ? null : BodyProblem.UnsupportedMediaType;
    }

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var parsed)
        && parsed.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    // A body without a declared type is taken for what every client of the dialects sends.
    private static bool IsJson(string? contentType)
    {
        if (contentType is null or "application/json" or "application/json; charset=utf-8")
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (
                !parsed.Charset.HasValue
                || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            );
    }
}

/// <summary>Why a body can't be taken.</summary>
public enum BodyProblem
{
    /// <summary>Larger than the route's limit.</summary>
    TooLarge,

    /// <summary>Not declared as what is expected, or compressed.</summary>
    UnsupportedMediaType,

    /// <summary>Sent slower than the server waits for.</summary>
    TooSlow,

    /// <summary>Broken transfer coding, or cut off.</summary>
    Unreadable,

    /// <summary>More than one Content-Type.</summary>
    RepeatedContentType,

    /// <summary>Both a Content-Length and a Transfer-Encoding.</summary>
    ConflictingLength,
}
