using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>State of a stored payment method.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<PaymentMethodStatus>))]
public readonly record struct PaymentMethodStatus(string Value) : IOpenEnum<PaymentMethodStatus>
{
    /// <summary>It is being stored.</summary>
    public static PaymentMethodStatus Processing { get; } = new("processing");

    /// <summary>The buyer has to approve.</summary>
    public static PaymentMethodStatus BuyerApprovalRequired { get; } = new("buyer_approval_required");

    /// <summary>It can be used.</summary>
    public static PaymentMethodStatus Succeeded { get; } = new("succeeded");

    /// <summary>It could not be stored.</summary>
    public static PaymentMethodStatus Failed { get; } = new("failed");

    /// <summary>It is not to be used.</summary>
    public static PaymentMethodStatus Paused { get; } = new("paused");

    /// <inheritdoc/>
    public static PaymentMethodStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
