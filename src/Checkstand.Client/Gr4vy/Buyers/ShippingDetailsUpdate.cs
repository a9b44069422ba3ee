using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>
/// Changes to shipping details: what is absent stays, null clears, a value replaces the whole of it.
/// </summary>
public sealed class ShippingDetailsUpdate
{
    /// <summary>First name. 1 to 255 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> FirstName { get; set; }

    /// <summary>Last name. 1 to 255 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LastName { get; set; }

    /// <summary>Email address. 1 to 320 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> EmailAddress { get; set; }

    /// <summary>Phone number of E.164, with the plus sign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PhoneNumber { get; set; }

    /// <summary>Postal address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Address?> Address { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
