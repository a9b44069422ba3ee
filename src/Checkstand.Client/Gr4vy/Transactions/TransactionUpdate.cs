using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Changes to a transaction: what is absent stays, null clears, a value replaces the whole of it.</summary>
public sealed class TransactionUpdate
{
    /// <summary>Status. A Checkstand server refuses it: only payment services change it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<TransactionStatus?> Status { get; set; }

    /// <summary>
    /// Amount in the currency's smallest unit. A Checkstand server refuses it: only payment services change it. 0 to
    /// 99,999,999.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> Amount { get; set; }

    /// <summary>
    /// Authorized amount in the currency's smallest unit. A Checkstand server refuses it. 0 to 99,999,999.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> AuthorizedAmount { get; set; }

    /// <summary>
    /// Captured amount in the currency's smallest unit. A Checkstand server refuses it. 0 to 99,999,999.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> CapturedAmount { get; set; }

    /// <summary>The payment service's own id of the transaction.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PaymentServiceTransactionId { get; set; }

    /// <summary>The merchant's own name for it. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ExternalIdentifier { get; set; }

    /// <summary>The merchant's own texts by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Dictionary<string, string>?> Metadata { get; set; }

    /// <summary>Options for single connectors, by the connector's name, such as <c>mock-card</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Dictionary<string, JsonElement>?> ConnectionOptions { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
