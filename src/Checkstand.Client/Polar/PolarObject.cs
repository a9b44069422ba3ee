using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>Everything that is sent or answered in the Polar dialect.</summary>
public abstract class PolarObject
{
    private protected PolarObject() { }

    /// <summary>
    /// Members that this version of the client does not know: kept from answers, and sent with requests. Null when there
    /// are none.
    /// </summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
