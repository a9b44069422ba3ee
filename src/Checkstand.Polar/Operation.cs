using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

/// <summary>One operation of the API: what the route table, the request pipeline and the OpenAPI document know of it.</summary>
internal sealed record Operation
{
    /// <summary>The vendor's operationId, such as <c>checkouts:create</c>.</summary>
    public required string Id { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>
    /// Path, with the slash at its end if the vendor has it; the other form is answered too. Each <c>{id}</c> in it is
    /// read as a UUID version 4 before the operation is called, unless it is text.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Names of the path's parameters that are text.</summary>
    public IReadOnlyList<string> TextParameters { get; init; } = [];

    /// <summary>Parameters of the query string; null when none is read.</summary>
    public ObjectShape? Query { get; init; }

    /// <summary>The scopes of which a token must grant one; empty for the routes of the public, where a secret in the path is the permission.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Form of the request's body; null when none is read.</summary>
    public BodyShape? Request { get; init; }

    /// <summary>Status of success.</summary>
    public int SuccessStatus { get; init; } = StatusCodes.Status200OK;

    /// <summary>Form of the answer's body on success; null when there is none.</summary>
    public ObjectShape? Response { get; init; }

    /// <summary>
    /// The text parameter of the path whose values have a limit of their own, because cards could be tried here; null
    /// when there is none.
    /// </summary>
    public string? AttemptsLimitedBy { get; init; }

    /// <summary>Whether the vendor's document leaves it out.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What of it is not done here, in a sentence for the compatibility page; null when nothing is missing.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether it answers an error whatever it is asked, so that the compatibility page says "not".</summary>
    public bool IsRefused { get; init; }

    /// <summary>Does it.</summary>
    public required Func<Call, Task> Handle { get; init; }

    /// <summary>Whether anybody may call it.</summary>
    public bool IsPublic => Scopes.Count == 0;

    /// <summary>Names of the path's parameters, in order.</summary>
    public IReadOnlyList<string> PathParameters =>
        [.. Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))];

    /// <summary>Largest body in bytes: a browser sends a form, a backend a catalogue.</summary>
    public int BodyBytesMax => IsPublic ? 64 * 1024 : 1024 * 1024;
}
