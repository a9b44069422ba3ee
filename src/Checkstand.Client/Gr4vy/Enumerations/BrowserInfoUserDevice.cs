using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Kind of device.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<BrowserInfoUserDevice>))]
public readonly record struct BrowserInfoUserDevice(string Value) : IOpenEnum<BrowserInfoUserDevice>
{
    /// <summary><c>desktop</c></summary>
    public static BrowserInfoUserDevice Desktop { get; } = new("desktop");

    /// <summary><c>mobile</c></summary>
    public static BrowserInfoUserDevice Mobile { get; } = new("mobile");

    /// <inheritdoc/>
    public static BrowserInfoUserDevice From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
