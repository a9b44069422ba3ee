namespace Checkstand.Client;

/// <summary>
/// The server refused or failed. A status with an exception of its own arrives as that; any other status arrives as this
/// one.
/// </summary>
public class ApiException : CheckstandException
{
    internal ApiException(ApiError error)
        : base(error.Message, error.Call, error.Response, error.Body, null)
    {
        StatusCode = error.Response.StatusCode;
        Code = error.Code;
        Details = error.Details;
        RetryAfter = Client.RetryAfter.Asked(error.Response);
    }

    /// <summary>The HTTP status, 300 or more.</summary>
    public int StatusCode { get; }

    /// <summary>
    /// The error's name: <c>code</c> in the Gr4vy dialect, such as <c>duplicate_record</c>, <c>error</c> in the Polar
    /// dialect, such as <c>NotOpenCheckout</c>. Null when the body has none.
    /// </summary>
    public string? Code { get; }

    /// <summary>
    /// How long the server asks to wait before the next call: its <c>retry-after-ms</c> or <c>retry-after</c>, at most a day;
    /// null when it does not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; }

    private protected override string? Status => Code is null ? base.Status : $"{base.Status} {Code}";
}

/// <summary>What an answer with an error status says, whatever the dialect.</summary>
internal sealed record ApiError(
    CallName Call,
    ApiResponse Response,
    string Body,
    string Message,
    string? Code,
    IReadOnlyList<ErrorDetail> Details
);

/// <summary>Makes an exception of an answer with an error status: the two dialects write errors differently.</summary>
internal interface IErrorReader
{
    /// <summary>Never throws: what cannot be read is told by its status.</summary>
    /// <param name="call">Which call it answers.</param>
    /// <param name="response">Status and headers.</param>
    /// <param name="body">The body as it came, perhaps no JSON, perhaps cut.</param>
    ApiException Read(CallName call, ApiResponse response, string body);
}
