using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>How 3-D Secure is done.</summary>
public sealed class ThreeDSecure
{
    /// <summary>
    /// Amount to authenticate, in the currency's smallest unit, where it differs from the payment's.
    /// </summary>
    public long? Amount { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Outcome of a 3-D Secure check, of version 1 or 2.</summary>
public sealed class ThreeDSecureData
{
    /// <summary>Cryptogram of the authentication.</summary>
    public string? Cavv { get; set; }

    /// <summary>Electronic commerce indicator.</summary>
    public string? Eci { get; set; }

    /// <summary>Version of the protocol.</summary>
    public string? Version { get; set; }

    /// <summary>What the scheme's directory answered.</summary>
    public string? DirectoryResponse { get; set; }

    /// <summary>Card scheme.</summary>
    public CardScheme? Scheme { get; set; }

    /// <summary>What the issuer answered.</summary>
    public string? AuthenticationResponse { get; set; }

    /// <summary>Algorithm of the cryptogram, in version 1.</summary>
    public string? CavvAlgorithm { get; set; }

    /// <summary>Id of the authentication, in version 1.</summary>
    public string? Xid { get; set; }

    /// <summary>The directory's id of the authentication, in version 2.</summary>
    public string? DirectoryTransactionId { get; set; }

    /// <summary>Why the issuer answered as it did.</summary>
    public string? TransactionReason { get; set; }

    /// <summary>Text of the issuer for the cardholder.</summary>
    public string? CardholderInfo { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What became of 3-D Secure.</summary>
public sealed class TransactionThreeDSecureSummary
{
    /// <summary>Version of the protocol.</summary>
    public string? Version { get; set; }

    /// <summary>Status.</summary>
    public ThreeDSecureStatus? Status { get; set; }

    /// <summary>Method of payment.</summary>
    public ThreeDSecureMethod? Method { get; set; }

    /// <summary>What 3-D Secure answered.</summary>
    public ThreeDSecureData? ResponseData { get; set; }

    /// <summary>The error of 3-D Secure.</summary>
    public ThreeDSecureError? ErrorData { get; set; }

    /// <summary>Amount that was authenticated, in the currency's smallest unit.</summary>
    public long? Amount { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>An error of 3-D Secure.</summary>
public sealed class ThreeDSecureError
{
    /// <summary>Code of the outcome.</summary>
    public string? Code { get; set; }

    /// <summary>What went wrong.</summary>
    public string? Description { get; set; }

    /// <summary>Further detail.</summary>
    public string? Detail { get; set; }

    /// <summary>Part of 3-D Secure that failed.</summary>
    public string? Component { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
