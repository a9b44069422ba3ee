using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Routing rules of one kind.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<Flow>))]
public readonly record struct Flow(string Value) : IOpenEnum<Flow>
{
    /// <summary><c>checkout</c></summary>
    public static Flow Checkout { get; } = new("checkout");

    /// <summary><c>card-transaction</c></summary>
    public static Flow CardTransaction { get; } = new("card-transaction");

    /// <summary><c>non-card-transaction</c></summary>
    public static Flow NonCardTransaction { get; } = new("non-card-transaction");

    /// <summary><c>redirect-transaction</c></summary>
    public static Flow RedirectTransaction { get; } = new("redirect-transaction");

    /// <inheritdoc/>
    public static Flow From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
