using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Changes to a key: what is absent or null stays.</summary>
public sealed class ApiKeyPairUpdate
{
    /// <summary>Name for people. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DisplayName { get; set; }

    /// <summary>Whether tokens that this key signed are taken. A Checkstand server revokes a key for good.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> Active { get; set; }

    /// <summary>Roles of the key. A Checkstand server has no roles. One at least.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> RoleIds { get; set; }

    /// <summary>Merchant accounts that the key may act for; none means all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> MerchantAccountIds { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
