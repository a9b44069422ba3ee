using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Where a payment comes from.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TransactionPaymentSource>))]
public readonly record struct TransactionPaymentSource(string Value) : IOpenEnum<TransactionPaymentSource>
{
    /// <summary>A shop on the web.</summary>
    public static TransactionPaymentSource Ecommerce { get; } = new("ecommerce");

    /// <summary>Mail or telephone.</summary>
    public static TransactionPaymentSource Moto { get; } = new("moto");

    /// <summary>A subscription.</summary>
    public static TransactionPaymentSource Recurring { get; } = new("recurring");

    /// <summary>A part of a whole.</summary>
    public static TransactionPaymentSource Installment { get; } = new("installment");

    /// <summary>A stored card, without a plan.</summary>
    public static TransactionPaymentSource CardOnFile { get; } = new("card_on_file");

    /// <inheritdoc/>
    public static TransactionPaymentSource From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
