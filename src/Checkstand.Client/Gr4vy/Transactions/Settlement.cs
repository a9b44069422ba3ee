using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A payment as a payment service settled it.</summary>
public sealed class Settlement
{
    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was posted.</summary>
    public DateTimeOffset PostedAt { get; set; }

    /// <summary>When the report was read.</summary>
    public DateTimeOffset IngestedAt { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long Amount { get; set; }

    /// <summary>Rate between the payment's and the settled currency.</summary>
    public double? ExchangeRate { get; set; }

    /// <summary>Fee in the currency's smallest unit.</summary>
    public long Commission { get; set; }

    /// <summary>Interchange in the currency's smallest unit.</summary>
    public long? Interchange { get; set; }

    /// <summary>The acquirer's markup in the currency's smallest unit.</summary>
    public long? Markup { get; set; }

    /// <summary>The scheme's fee in the currency's smallest unit.</summary>
    public long? SchemeFee { get; set; }

    /// <summary>Report that the settlement was read from.</summary>
    public string PaymentServiceReportId { get; set; } = "";

    /// <summary>Files of the report.</summary>
    public List<string> PaymentServiceReportFileIds { get; set; } = [];

    /// <summary>Id of the transaction.</summary>
    public string TransactionId { get; set; } = "";

    /// <summary>Always <c>settlement</c>.</summary>
    public string Type { get; set; } = "settlement";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A refund as a payment service settled it.</summary>
public sealed class RefundSettlement
{
    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was posted.</summary>
    public DateTimeOffset PostedAt { get; set; }

    /// <summary>When the report was read.</summary>
    public DateTimeOffset IngestedAt { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long Amount { get; set; }

    /// <summary>Rate between the payment's and the settled currency.</summary>
    public double? ExchangeRate { get; set; }

    /// <summary>Fee in the currency's smallest unit.</summary>
    public long Commission { get; set; }

    /// <summary>Interchange in the currency's smallest unit.</summary>
    public long? Interchange { get; set; }

    /// <summary>The acquirer's markup in the currency's smallest unit.</summary>
    public long? Markup { get; set; }

    /// <summary>The scheme's fee in the currency's smallest unit.</summary>
    public long? SchemeFee { get; set; }

    /// <summary>Report that the settlement was read from.</summary>
    public string PaymentServiceReportId { get; set; } = "";

    /// <summary>Files of the report.</summary>
    public List<string> PaymentServiceReportFileIds { get; set; } = [];

    /// <summary>Id of the transaction.</summary>
    public string TransactionId { get; set; } = "";

    /// <summary>Always <c>refund-settlement</c>.</summary>
    public string Type { get; set; } = "refund-settlement";

    /// <summary>Id of the refund.</summary>
    public string RefundId { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
