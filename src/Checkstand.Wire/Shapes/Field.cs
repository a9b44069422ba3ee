using System.Text;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A field of an object.</summary>
public sealed record Field
{
    /// <summary>Declares a field that may be absent or null; its properties say otherwise.</summary>
    public Field(string name, Shape shape)
    {
        Name = name;
        Shape = shape;
        EncodedName = JsonEncodedText.Encode(name);
        Utf8Name = Encoding.UTF8.GetBytes(name);
    }

    /// <summary>Its name on the wire.</summary>
    public string Name { get; }

    /// <summary>The form of its value.</summary>
    public Shape Shape { get; }

    /// <summary>Whether it must be present.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it may be <c>null</c>. Default true, as nearly every field of both vendors.</summary>
    public bool IsNullable { get; init; } = true;

    /// <summary>JSON text that takes its place when it is absent; null when it just stays absent.</summary>
    public string? Default { get; init; }

    /// <summary>
    /// A default that the vendor documents but that is applied elsewhere than in the normal form (say, a session's life).
    /// JSON text, for the OpenAPI document only.
    /// </summary>
    public string? DocumentedDefault { get; init; }

    /// <summary>Whether it is taken from older clients only, and left out of the OpenAPI document.</summary>
    public bool IsLegacy { get; init; }

    internal JsonEncodedText EncodedName { get; }

    internal byte[] Utf8Name { get; }
}
