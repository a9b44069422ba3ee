using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A key that signs bearer tokens.</summary>
public sealed class ApiKeyPair
{
    /// <summary>Always <c>api-key-pair</c>.</summary>
    public string Type { get; set; } = "api-key-pair";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Thumbprint of RFC 7638, the <c>kid</c> of tokens.</summary>
    public string Thumbprint { get; set; } = "";

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Kind of key.</summary>
    public CertificateAlgorithm Algorithm { get; set; }

    /// <summary>Whether tokens that this key signed are taken.</summary>
    public bool Active { get; set; }

    /// <summary>Private key as PKCS#8 PEM, in the answer that makes the key and in no other.</summary>
    public string? PrivateKey { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Who made it.</summary>
    public ApiKeyPairCreator? Creator { get; set; }

    /// <summary>Merchant accounts that the key may act for; none means all.</summary>
    public List<MerchantAccountSummary> MerchantAccounts { get; set; } = [];

    /// <summary>Roles of the key.</summary>
    public List<Role> Roles { get; set; } = [];

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Who made a key.</summary>
public sealed class ApiKeyPairCreator
{
    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Email address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Thumbprint of RFC 7638, the <c>kid</c> of tokens.</summary>
    public string? Thumbprint { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A role of a key.</summary>
public sealed class Role
{
    /// <summary>Always <c>role</c>.</summary>
    public string Type { get; set; } = "role";

    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name in addresses.</summary>
    public string Slug { get; set; } = "";

    /// <summary>What the role is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>What the role allows.</summary>
    [JsonRequired]
    public PermissionSet Permissions { get; set; } = null!;

    /// <summary>Who may have the role.</summary>
    public List<RoleAssigneeType> AssignableTo { get; set; } = [];

    /// <summary>Merchant accounts that the role is for.</summary>
    public List<string> AppliesTo { get; set; } = [];

    /// <summary>Whether it can be given alone.</summary>
    public bool IsStandaloneAssignable { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What a role allows.</summary>
public sealed class PermissionSet
{
    /// <summary>Names of what the role allows.</summary>
    public List<string> Allow { get; set; } = [];

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
