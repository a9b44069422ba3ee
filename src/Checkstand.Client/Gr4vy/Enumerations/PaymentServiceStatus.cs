using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>State of a payment service.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<PaymentServiceStatus>))]
public readonly record struct PaymentServiceStatus(string Value) : IOpenEnum<PaymentServiceStatus>
{
    /// <summary>It is being set up.</summary>
    public static PaymentServiceStatus Pending { get; } = new("pending");

    /// <summary>It can be used.</summary>
    public static PaymentServiceStatus Created { get; } = new("created");

    /// <summary>It could not be set up.</summary>
    public static PaymentServiceStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static PaymentServiceStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
