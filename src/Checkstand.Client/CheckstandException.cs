using System.Globalization;

namespace Checkstand.Client;

/// <summary>
/// Everything that can go wrong with a call whose arguments were right. Messages never repeat a token, a key or a part of
/// the request.
/// </summary>
public abstract class CheckstandException : Exception
{
    private protected CheckstandException(
        string message,
        CallName call,
        ApiResponse? response,
        string? body,
        Exception? innerException
    )
        : base(message, innerException)
    {
        Operation = call.Operation;
        IdempotencyKey = call.IdempotencyKey;
        Response = response;
        Body = body;
    }

    /// <summary>The method and the path's template, such as <c>GET /buyers/{buyerId}</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// The idempotency key that the call was sent with, its own or the client's; null when it had none. The same call with
    /// the same <see cref="CallOptions.IdempotencyKey"/> does the work only if this one did not.
    /// </summary>
    public string? IdempotencyKey { get; }

    /// <summary>Status and headers; null when no answer came.</summary>
    public ApiResponse? Response { get; }

    /// <summary>Names the request in the server's logs; null when the server sent no name.</summary>
    public string? RequestId => Response?.RequestId;

    /// <summary>The answer's headers; empty when no answer came.</summary>
    public IReadOnlyDictionary<string, string> Headers => Response?.Headers ?? NoHeaders;

    /// <summary>The answer's body as it came, at most 32 MiB of it; null when no answer came. May be long: not for logs.</summary>
    public string? Body { get; }

    /// <summary>What is wrong with which part of the request, as the server says; empty when it says nothing.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; private protected init; } = [];

    private static readonly Dictionary<string, string> NoHeaders = [];

    // Null when no answer came.
    private protected virtual string? Status => Response?.StatusCode.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// As of any exception, and after the message status, call and request:
    /// <c>NotFoundException: No such buyer. (404 not_found, GET /buyers/{buyerId}, request abc)</c>.
    /// </summary>
    public override string ToString()
    {
        string?[] facts = [Status, Operation, RequestId is { } id ? $"request {id}" : null];
        var head = GetType().ToString().Length + (Message.Length > 0 ? ": ".Length + Message.Length : 0);
        return base.ToString().Insert(head, $" ({string.Join(", ", facts.Where(fact => fact is not null))})");
    }
}

/// <summary>No answer came, because the connection was refused, lost or could not be made secure.</summary>
public sealed class ConnectionException : CheckstandException
{
    internal ConnectionException(string message, CallName call, Exception innerException)
        : base(message, call, null, null, innerException) { }
}

/// <summary>No answer came in time. Whether the server did what was asked is not known.</summary>
public sealed class RequestTimeoutException : CheckstandException
{
    internal RequestTimeoutException(string message, CallName call, Exception? innerException)
        : base(message, call, null, null, innerException) { }
}

/// <summary>
/// An answer came and it is not what the contract says: another content type, broken or cut JSON, too large. Whether the
/// server did what was asked is told by the status in <see cref="CheckstandException.Response"/>.
/// </summary>
public sealed class ResponseParseException : CheckstandException
{
    internal ResponseParseException(
        string message,
        CallName call,
        ApiResponse response,
        string? body,
        Exception? innerException = null
    )
        : base(message, call, response, body, innerException) { }
}
