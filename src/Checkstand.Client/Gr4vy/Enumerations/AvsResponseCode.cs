using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Outcome of an address check.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<AvsResponseCode>))]
public readonly record struct AvsResponseCode(string Value) : IOpenEnum<AvsResponseCode>
{
    /// <summary>Everything fits.</summary>
    public static AvsResponseCode Match { get; } = new("match");

    /// <summary>Nothing fits.</summary>
    public static AvsResponseCode NoMatch { get; } = new("no_match");

    /// <summary>The address fits, the postal code does not.</summary>
    public static AvsResponseCode PartialMatchAddress { get; } = new("partial_match_address");

    /// <summary>The postal code fits, the address does not.</summary>
    public static AvsResponseCode PartialMatchPostcode { get; } = new("partial_match_postcode");

    /// <summary>The name fits.</summary>
    public static AvsResponseCode PartialMatchName { get; } = new("partial_match_name");

    /// <summary>Nothing was checked.</summary>
    public static AvsResponseCode Unavailable { get; } = new("unavailable");

    /// <inheritdoc/>
    public static AvsResponseCode From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
