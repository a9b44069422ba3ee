using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What became of giving up an authorization.</summary>
public sealed class TransactionVoid
{
    /// <summary>Always <c>transaction-void</c>.</summary>
    public string Type { get; set; } = "transaction-void";

    /// <summary>Status.</summary>
    public VoidStatus Status { get; set; }

    /// <summary>Code of the outcome.</summary>
    public string? Code { get; set; }

    /// <summary>The payment service's own code.</summary>
    public string? RawResponseCode { get; set; }

    /// <summary>The payment service's own text.</summary>
    public string? RawResponseDescription { get; set; }

    /// <summary>The transaction afterwards.</summary>
    [JsonRequired]
    public Transaction Transaction { get; set; } = null!;

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What became of a cancellation.</summary>
public sealed class TransactionCancel
{
    /// <summary>Always <c>transaction-cancel</c>.</summary>
    public string Type { get; set; } = "transaction-cancel";

    /// <summary>Status.</summary>
    public CancelStatus Status { get; set; }

    /// <summary>Code of the outcome.</summary>
    public string? Code { get; set; }

    /// <summary>The payment service's own code.</summary>
    public string? RawResponseCode { get; set; }

    /// <summary>The payment service's own text.</summary>
    public string? RawResponseDescription { get; set; }

    /// <summary>The transaction afterwards.</summary>
    [JsonRequired]
    public Transaction Transaction { get; set; } = null!;

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
