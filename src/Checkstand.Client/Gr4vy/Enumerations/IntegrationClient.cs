using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Where a buyer pays.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<IntegrationClient>))]
public readonly record struct IntegrationClient(string Value) : IOpenEnum<IntegrationClient>
{
    /// <summary><c>redirect</c></summary>
    public static IntegrationClient Redirect { get; } = new("redirect");

    /// <summary><c>web</c></summary>
    public static IntegrationClient Web { get; } = new("web");

    /// <summary><c>android</c></summary>
    public static IntegrationClient Android { get; } = new("android");

    /// <summary><c>ios</c></summary>
    public static IntegrationClient Ios { get; } = new("ios");

    /// <inheritdoc/>
    public static IntegrationClient From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
