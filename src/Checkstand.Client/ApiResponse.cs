using System.Net.Http.Headers;

namespace Checkstand.Client;

/// <summary>The HTTP side of an answer.</summary>
public sealed class ApiResponse
{
    private readonly HttpResponseHeaders headers;
    private readonly HttpContentHeaders contentHeaders;

    internal ApiResponse(HttpResponseMessage answer, DateTimeOffset receivedAt)
    {
        ReceivedAt = receivedAt;
        StatusCode = (int)answer.StatusCode;
        headers = answer.Headers;
        contentHeaders = answer.Content.Headers;
    }

    /// <summary>The status code, such as 201.</summary>
    public int StatusCode { get; }

    internal DateTimeOffset ReceivedAt { get; }

    /// <summary>
    /// Names the request in the server's logs: its <c>x-request-id</c> header. Null when the server sent none.
    /// </summary>
    public string? RequestId => headers.TryGetValues("x-request-id", out var ids) ? ids.FirstOrDefault() : null;

    /// <summary>The headers by name, whatever its case; several of one name are joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers => field ??= Read();

    /// <summary>Status and request id.</summary>
    public override string ToString() => RequestId is { } id ? $"{StatusCode} (request {id})" : $"{StatusCode}";

    private Dictionary<string, string> Read()
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in headers.Concat(contentHeaders))
        {
            all[name] = string.Join(", ", values);
        }

        return all;
    }
}
