namespace Checkstand.Wire;

/// <summary>One thing that is wrong with a request: where, what, and of which kind. Never repeats the value.</summary>
/// <param name="Location">The part of the request.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) into a body; the parameter's or header's name elsewhere.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Type">A word for programs, in pydantic's vocabulary: <c>missing</c>, <c>greater_than_equal</c>...</param>
public sealed record Violation(ViolationLocation Location, string Pointer, string Message, string Type)
{
    /// <summary>
    /// How many violations one answer lists. A body of 1 MiB can hold hundreds of thousands of them, and an answer
    /// must not be an amplifier; nobody reads past the first hundred.
    /// </summary>
    public const int ListedMax = 100;
}

/// <summary>The part of a request that a violation is in.</summary>
public enum ViolationLocation
{
    /// <summary>The query string.</summary>
    Query,

    /// <summary>The body.</summary>
    Body,

    /// <summary>A path parameter.</summary>
    Path,

    /// <summary>A header.</summary>
    Header,
}
