namespace Checkstand.Client;

/// <summary>What came of sending a request once.</summary>
internal sealed class ApiAttempt
{
    public required CallName Call { get; init; }

    /// <summary>Null when the status is one of success and the body is whole.</summary>
    public CheckstandException? Error { get; init; }

    /// <summary>Null when no answer came.</summary>
    public ApiResponse? Response { get; init; }

    public ApiBody? Body { get; init; }

    /// <summary>The content type of the answer, such as <c>application/json</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>Whether the connection failed, before the answer or within it, or took too long.</summary>
    public bool IsConnectionLost { get; init; }
}
