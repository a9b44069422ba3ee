using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Form of the values of a setting.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<DefinitionFieldFormat>))]
public readonly record struct DefinitionFieldFormat(string Value) : IOpenEnum<DefinitionFieldFormat>
{
    /// <summary><c>text</c></summary>
    public static DefinitionFieldFormat Text { get; } = new("text");

    /// <summary><c>multiline</c></summary>
    public static DefinitionFieldFormat Multiline { get; } = new("multiline");

    /// <summary><c>file</c></summary>
    public static DefinitionFieldFormat File { get; } = new("file");

    /// <summary><c>number</c></summary>
    public static DefinitionFieldFormat Number { get; } = new("number");

    /// <summary><c>timezone</c></summary>
    public static DefinitionFieldFormat Timezone { get; } = new("timezone");

    /// <summary><c>boolean</c></summary>
    public static DefinitionFieldFormat Boolean { get; } = new("boolean");

    /// <inheritdoc/>
    public static DefinitionFieldFormat From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
