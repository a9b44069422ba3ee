using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>Where a checkout is on its way (contract section 3.1). A word that is not listed here is kept as it came.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CheckoutStatus>))]
public readonly record struct CheckoutStatus(string Value) : IOpenEnum<CheckoutStatus>
{
    /// <summary>It can still be changed and confirmed.</summary>
    public static CheckoutStatus Open { get; } = new("open");

    /// <summary>Its time ran out before anybody confirmed it.</summary>
    public static CheckoutStatus Expired { get; } = new("expired");

    /// <summary>The buyer confirmed it; the outcome of the payment is not known yet.</summary>
    public static CheckoutStatus Confirmed { get; } = new("confirmed");

    /// <summary>It was paid, or there was nothing to pay: there is an order.</summary>
    public static CheckoutStatus Succeeded { get; } = new("succeeded");

    /// <summary>It came to nothing.</summary>
    public static CheckoutStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static CheckoutStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
