using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A part of a transaction that a gift card paid.</summary>
public sealed class GiftCardRedemption
{
    /// <summary>Always <c>gift-card-redemption</c>.</summary>
    public string Type { get; set; } = "gift-card-redemption";

    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Status.</summary>
    public GiftCardRedemptionStatus Status { get; set; }

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long Amount { get; set; }

    /// <summary>Amount that was given back, in the currency's smallest unit.</summary>
    public long RefundedAmount { get; set; }

    /// <summary>The service's own id of the redemption.</summary>
    public string? GiftCardServiceRedemptionId { get; set; }

    /// <summary>Why it failed, in the API's words; null when it didn't.</summary>
    public GiftCardErrorCode? ErrorCode { get; set; }

    /// <summary>The provider's own code of the error.</summary>
    public string? RawErrorCode { get; set; }

    /// <summary>The provider's own text of the error.</summary>
    public string? RawErrorMessage { get; set; }

    /// <summary>The gift card.</summary>
    [JsonRequired]
    public TransactionGiftCard GiftCard { get; set; } = null!;

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>The gift card of a redemption.</summary>
public sealed class TransactionGiftCard
{
    /// <summary>Always <c>gift-card</c>.</summary>
    public string Type { get; set; } = "gift-card";

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>First digits of the card number.</summary>
    public string Bin { get; set; } = "";

    /// <summary>Digits after the first ones.</summary>
    public string SubBin { get; set; } = "";

    /// <summary>Last four digits.</summary>
    public string Last4 { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
