using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A capture of a transaction.</summary>
public sealed class Capture
{
    /// <summary>Always <c>capture</c>.</summary>
    public string Type { get; set; } = "capture";

    /// <summary>Id of the capture.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>Id of the transaction.</summary>
    public string TransactionId { get; set; } = "";

    /// <summary>Further id of the capture.</summary>
    public string? Xid { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long Amount { get; set; }

    /// <summary>Status.</summary>
    public CaptureStatus Status { get; set; }

    /// <summary>Whether nothing more will be captured.</summary>
    public bool Final { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When the money was taken.</summary>
    public DateTimeOffset? CapturedAt { get; set; }

    /// <summary>The merchant's own name for it.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Why it failed, in the API's words; null when it didn't.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The issuer's code in ISO 8583.</summary>
    public string? IsoResponseCode { get; set; }

    /// <summary>The payment service's own code.</summary>
    public string? RawResponseCode { get; set; }

    /// <summary>The payment service's own text.</summary>
    public string? RawResponseDescription { get; set; }

    /// <summary>The merchant's own name for the transaction.</summary>
    public string? TransactionExternalIdentifier { get; set; }

    /// <summary>What is bought.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
