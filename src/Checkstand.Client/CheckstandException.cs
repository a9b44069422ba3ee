namespace Checkstand.Client;

/// <summary>
/// Everything that can go wrong with a call whose arguments were right. Messages never repeat a token, a key or a part of
/// the request.
/// </summary>
public abstract class CheckstandException : Exception
{
    private protected CheckstandException(
        string message,
        ApiResponse? response,
        string? body,
        Exception? innerException
    )
        : base(message, innerException)
    {
        Response = response;
        Body = body;
    }

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
}

/// <summary>No answer came, because the connection was refused, lost or could not be made secure.</summary>
public sealed class ConnectionException : CheckstandException
{
    internal ConnectionException(string message, Exception innerException)
        : base(message, null, null, innerException) { }
}

/// <summary>No answer came in time. Whether the server did what was asked is not known.</summary>
public sealed class RequestTimeoutException : CheckstandException
{
    internal RequestTimeoutException(string message, Exception? innerException)
        : base(message, null, null, innerException) { }
}

/// <summary>
/// An answer came and it is not what the contract says: another content type, broken or cut JSON, too large. Whether the
/// server did what was asked is told by the status in <see cref="CheckstandException.Response"/>.
/// </summary>
public sealed class ResponseParseException : CheckstandException
{
    internal ResponseParseException(
        string message,
        ApiResponse response,
        string? body,
        Exception? innerException = null
    )
        : base(message, response, body, innerException) { }
}
