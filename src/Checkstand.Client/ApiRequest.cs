using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client;

/// <summary>
/// What an operation asks: method, path, query, headers, body. Built by the operation, sent by <see cref="ApiCaller"/>;
/// everything about an argument that can be refused is refused while it is built.
/// </summary>
internal sealed class ApiRequest
{
    private readonly StringBuilder target;
    private readonly string template;
    private readonly List<KeyValuePair<string, string>> headers = [];
    private bool hasQuery;

    private ApiRequest(HttpMethod method, EscapedPath path)
    {
        Method = method;
        target = new StringBuilder(path.ToString());
        template = path.Template;
    }

    public HttpMethod Method { get; }

    /// <summary>Path and query, escaped.</summary>
    public string Target => target.ToString();

    /// <summary>In UTF-8; null when there is none.</summary>
    public byte[]? Body { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers => headers;

    /// <summary>False when the call carries no authorization: what it names is the permission.</summary>
    public bool IsAuthorized { get; private set; } = true;

    /// <summary>Whether the server answers a second one with the same idempotency key like the first.</summary>
    public bool KnowsIdempotencyKeys { get; private set; }

    public static ApiRequest Get(EscapedPath path) => new(HttpMethod.Get, path);

    public static ApiRequest Post(EscapedPath path) => new(HttpMethod.Post, path);

    public static ApiRequest Put(EscapedPath path) => new(HttpMethod.Put, path);

    public static ApiRequest Patch(EscapedPath path) => new(HttpMethod.Patch, path);

    public static ApiRequest Delete(EscapedPath path) => new(HttpMethod.Delete, path);

    /// <summary>With a body, which is required. Half a surrogate pair is sent as U+FFFD, as .NET does everywhere.</summary>
    /// <exception cref="ArgumentException">It cannot be written as JSON, such as a number that is infinite.</exception>
    public ApiRequest With<T>(
        T body,
        JsonTypeInfo<T> contract,
        [CallerArgumentExpression(nameof(body))] string parameter = ""
    )
    {
        if (body is null)
        {
            throw new ArgumentNullException(parameter);
        }

        try
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(body, contract);
        }
        catch (Exception failure)
            when (failure is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw new ArgumentException("It cannot be written as JSON.", parameter, failure);
        }

        return this;
    }

    /// <summary>With a query parameter; null leaves it out.</summary>
    public ApiRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            target
                .Append(hasQuery ? '&' : '?')
                .Append(Uri.EscapeDataString(name))
                .Append('=')
                .Append(Uri.EscapeDataString(value));
            hasQuery = true;
        }

        return this;
    }

    public ApiRequest Query(string name, long? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    public ApiRequest Query(string name, bool? value) =>
        Query(name, value is { } flag ? (flag ? "true" : "false") : null);

    /// <summary>A time in UTC, to the 100 nanoseconds.</summary>
    public ApiRequest Query(string name, DateTimeOffset? value) =>
        Query(name, value?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    public ApiRequest Query<T>(string name, T? value)
        where T : struct, IOpenEnum<T> => Query(name, value?.Value);

    /// <summary>The parameter once for each value; null and empty leave it out.</summary>
    public ApiRequest Query(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Query(name, value);
        }

        return this;
    }

    public ApiRequest Query<T>(string name, IEnumerable<T>? values)
        where T : struct, IOpenEnum<T> => Query(name, values?.Select(value => value.Value));

    /// <summary>With a header; null leaves it out, or to the client's own.</summary>
    /// <exception cref="ArgumentException">The value has a line break or another character that headers cannot have.</exception>
    public ApiRequest Header(
        string name,
        string? value,
        [CallerArgumentExpression(nameof(value))] string parameter = ""
    )
    {
        if (value is not null)
        {
            HeaderText.Check(name, value, parameter);
            headers.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Without authorization.</summary>
    public ApiRequest Anonymous()
    {
        IsAuthorized = false;
        return this;
    }

    /// <summary>A POST that may carry an idempotency key, and so may be repeated.</summary>
    public ApiRequest Idempotent()
    {
        KnowsIdempotencyKeys = true;
        return this;
    }

    /// <summary>What an error says of it, when it has no idempotency key.</summary>
    public CallName Name => new(ToString());

    /// <summary>Method and the path's template; never what stands in the path, query, headers or body.</summary>
    public override string ToString() => $"{Method} {template}";
}
