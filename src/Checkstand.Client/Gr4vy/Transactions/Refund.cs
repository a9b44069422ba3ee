using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>How much is given back.</summary>
public sealed class TransactionRefundCreate
{
    /// <summary>
    /// Amount to give back, in the currency's smallest unit; everything that is left when absent. 0 to 99,999,999.
    /// </summary>
    public long? Amount { get; set; }

    /// <summary>Where the money goes. Absent means <c>payment-method</c>.</summary>
    public RefundTargetType? TargetType { get; set; }

    /// <summary>Gift card redemption that the refund is for.</summary>
    public string? TargetId { get; set; }

    /// <summary>Why the money is given back. At most 100 characters.</summary>
    public string? Reason { get; set; }

    /// <summary>The merchant's own name for it. 1 to 300 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Words that go with a refund of everything.</summary>
public sealed class TransactionRefundAllCreate
{
    /// <summary>Why the money is given back. At most 100 characters.</summary>
    public string? Reason { get; set; }

    /// <summary>The merchant's own name for it. 1 to 300 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Money given back.</summary>
public sealed class Refund
{
    /// <summary>Always <c>refund</c>.</summary>
    public string Type { get; set; } = "refund";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Id of the transaction.</summary>
    public string TransactionId { get; set; } = "";

    /// <summary>The payment service's own id of the refund.</summary>
    public string? PaymentServiceRefundId { get; set; }

    /// <summary>Status.</summary>
    public RefundStatus Status { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long Amount { get; set; }

    /// <summary>Why the money is given back.</summary>
    public string? Reason { get; set; }

    /// <summary>Where the money goes.</summary>
    public RefundTargetType TargetType { get; set; }

    /// <summary>Gift card redemption that the refund is for.</summary>
    public string? TargetId { get; set; }

    /// <summary>The id in base 62, for use with systems that take short names only.</summary>
    public string ReconciliationId { get; set; } = "";

    /// <summary>The merchant's own name for it.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>The transaction's id in base 62.</summary>
    public string TransactionReconciliationId { get; set; } = "";

    /// <summary>The merchant's own name for the transaction.</summary>
    public string? TransactionExternalIdentifier { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Who made it.</summary>
    public Creator? Creator { get; set; }

    /// <summary>Why it failed, in the API's words; null when it didn't.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The payment service's own code.</summary>
    public string? RawResponseCode { get; set; }

    /// <summary>The payment service's own text.</summary>
    public string? RawResponseDescription { get; set; }

    /// <summary>Currency that was paid out.</summary>
    public string? SettledCurrency { get; set; }

    /// <summary>Amount that was paid out, in the smallest unit of the settled currency.</summary>
    public long SettledAmount { get; set; }

    /// <summary>Whether the money has been paid out.</summary>
    public bool Settled { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A person who did something.</summary>
public sealed class Creator
{
    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Email address.</summary>
    public string EmailAddress { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
