using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A new key, or one to be registered.</summary>
public sealed class ApiKeyPairCreate
{
    /// <summary>Name for people. 1 to 200 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Kind of key. With a public key given, the key's own kind counts. Absent means <c>ECDSA</c>.</summary>
    public CertificateAlgorithm? Algorithm { get; set; }

    /// <summary>Whether tokens that this key signs are taken. Absent means <c>true</c>.</summary>
    public bool? Active { get; set; }

    /// <summary>
    /// Roles of the key. A Checkstand server has no roles, but the schema wants one at least. One at least.
    /// </summary>
    public List<string> RoleIds { get; set; } = [];

    /// <summary>Merchant accounts that the key may act for; none means all.</summary>
    public List<string>? MerchantAccountIds { get; set; }

    /// <summary>Public key as PEM, of a pair that was made elsewhere; without it the server makes a pair.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
