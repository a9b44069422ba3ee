using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Kind of signing key.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CertificateAlgorithm>))]
public readonly record struct CertificateAlgorithm(string Value) : IOpenEnum<CertificateAlgorithm>
{
    /// <summary>P-521; tokens are signed with ES512.</summary>
    public static CertificateAlgorithm Ecdsa { get; } = new("ECDSA");

    /// <summary>RSA of 2048 bits or more; tokens are signed with RS512.</summary>
    public static CertificateAlgorithm Rsa { get; } = new("RSA");

    /// <inheritdoc/>
    public static CertificateAlgorithm From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
