using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

/// <summary>One operation of the API: what the route table, the request pipeline and the OpenAPI document know of it.</summary>
internal sealed record Operation
{
    /// <summary>The vendor's operationId.</summary>
    public required string Id { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path; each <c>{name_id}</c> in it is read before the operation is called, as a UUID unless it is text.</summary>
    public required string Path { get; init; }

    /// <summary>Names of the path's parameters that are text: ids that merchants or vendors choose.</summary>
    public IReadOnlyList<string> TextParameters { get; init; } = [];

    /// <summary>Parameters of the query string; null when none is read.</summary>
    public ObjectShape? Query { get; init; }

    /// <summary>The scope that a token must grant; null for the browser routes, where the session's id is the permission.</summary>
    public string? Scope { get; init; }

    /// <summary>Form of the request's body; null when none is read.</summary>
    public BodyShape? Request { get; init; }

    /// <summary>Whether the body may be missing.</summary>
    public bool IsRequestOptional { get; init; }

    /// <summary>Status of success.</summary>
    public required int SuccessStatus { get; init; }

    /// <summary>Form of the answer's body on success; null when there is none.</summary>
    public ObjectShape? Response { get; init; }

    /// <summary>What it answers instead when the header <c>prefer</c> asks for it; null when there is no choice.</summary>
    public ObjectShape? Preferable { get; init; }

    /// <summary>Whether it is done for one merchant account, which a header may name. Accounts and keys themselves are not.</summary>
    public bool IsOfAccount { get; init; } = true;

    /// <summary>Whether it can answer 409: it makes or renames what must be unique.</summary>
    public bool MayConflict { get; init; }

    /// <summary>Whether it can answer 429: a session takes a few such requests a minute.</summary>
    public bool IsLimited { get; init; }

    /// <summary>Set when nothing stands behind the operation: it answers an error, always, and the compatibility page says this.</summary>
    public string? MissingBecause { get; init; }

    /// <summary>Does it.</summary>
    public required Func<Call, Task> Handle { get; init; }

    /// <summary>Whether an answer can hold what must not be stored: a private key.</summary>
    public bool AnswersSecret { get; init; }

    /// <summary>Whether it may name an idempotency key: the answer is stored with the key.</summary>
    public bool TakesKey => Scope is not null && !AnswersSecret && Method == HttpMethods.Post;

    /// <summary>Whether browsers call it directly.</summary>
    public bool IsFromBrowser => Scope is null;

    /// <summary>Names of the path's parameters, in order.</summary>
    public IReadOnlyList<string> PathParameters =>
        [.. Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))];

    /// <summary>Largest body in bytes: a browser route takes a card, a backend route a cart.</summary>
    public int BodyBytesMax => IsFromBrowser ? 64 * 1024 : 1024 * 1024;
}
