using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Something that happened to a transaction.</summary>
public sealed class TransactionEvent
{
    /// <summary>Always <c>transaction-event</c>.</summary>
    public string Type { get; set; } = "transaction-event";

    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Kind of event.</summary>
    public TransactionEventName Name { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Details, by the kind of event.</summary>
    public JsonElement Context { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What a routing rule did with a transaction.</summary>
public sealed class TransactionAction
{
    /// <summary>Always <c>action</c>.</summary>
    public string Type { get; set; } = "action";

    /// <summary>What was done.</summary>
    public FlowAction Id { get; set; }

    /// <summary>Rules that it belongs to.</summary>
    public Flow Flow { get; set; }

    /// <summary>Rule that asked for it.</summary>
    public string RuleId { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>What came of it, by its kind.</summary>
    public JsonElement Outcome { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
