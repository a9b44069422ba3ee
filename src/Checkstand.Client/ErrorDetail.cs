namespace Checkstand.Client;

/// <summary>What is wrong with one part of a request. Both dialects' forms are brought into this one.</summary>
public sealed class ErrorDetail
{
    /// <summary>Where the part is: <c>body</c>, <c>query</c>, <c>path</c>, <c>header</c> or a word of a newer server.</summary>
    public string Location { get; init; } = "";

    /// <summary>JSON pointer into a body, such as <c>/cart_items/0/quantity</c>; elsewhere the parameter's name.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>What is wrong, for people.</summary>
    public string Message { get; init; } = "";

    /// <summary>What is wrong, for programs, such as <c>missing</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Place and message, such as <c>body /currency: Field required</c>.</summary>
    public override string ToString() => $"{Location} {Pointer}: {Message}";
}
