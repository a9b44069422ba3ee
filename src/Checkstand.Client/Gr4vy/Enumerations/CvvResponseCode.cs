using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Outcome of the check of a security code.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CvvResponseCode>))]
public readonly record struct CvvResponseCode(string Value) : IOpenEnum<CvvResponseCode>
{
    /// <summary>The code fits.</summary>
    public static CvvResponseCode Match { get; } = new("match");

    /// <summary>The code does not fit.</summary>
    public static CvvResponseCode NoMatch { get; } = new("no_match");

    /// <summary>The issuer did not check.</summary>
    public static CvvResponseCode Unavailable { get; } = new("unavailable");

    /// <summary>No code was sent.</summary>
    public static CvvResponseCode NotProvided { get; } = new("not_provided");

    /// <inheritdoc/>
    public static CvvResponseCode From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
