using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A buyer with a record of their own.</summary>
public sealed class Buyer
{
    /// <summary>Always <c>buyer</c>.</summary>
    public string Type { get; set; } = "buyer";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>The id in base 62, for use with systems that take short names only.</summary>
    public string ReconciliationId { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>Name for people.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The merchant's own name for the buyer; unique within a merchant account.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Name, address and tax id that the bill goes to.</summary>
    public BillingDetails? BillingDetails { get; set; }

    /// <summary>Number of the account that the buyer has with the merchant.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A new buyer.</summary>
public sealed class BuyerCreate
{
    /// <summary>Name for people. 1 to 200 characters.</summary>
    public string? DisplayName { get; set; }

    /// <summary>
    /// The merchant's own name for the buyer; a second buyer with it is refused with 409. 1 to 200 characters.
    /// </summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Name, address and tax id that the bill goes to.</summary>
    public BillingDetails? BillingDetails { get; set; }

    /// <summary>Number of the account that the buyer has with the merchant. 1 to 200 characters.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
