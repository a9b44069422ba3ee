using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What the buyer pays with: a card, a stored payment method or Click to Pay.</summary>
[JsonDerivedType(typeof(CheckoutSessionCardPaymentMethod))]
[JsonDerivedType(typeof(CheckoutSessionIdPaymentMethod))]
[JsonDerivedType(typeof(CheckoutSessionClickToPayPaymentMethod))]
[JsonDerivedType(typeof(OtherSecureFieldsPaymentMethod))]
public abstract class SecureFieldsPaymentMethod
{
    private protected SecureFieldsPaymentMethod() { }

    /// <summary>Word for the method on the wire, such as <c>card</c>.</summary>
    public abstract string Method { get; }

    /// <summary>The kind of method, and nothing of what is in it.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Refuses what the server would refuse for being left out.</summary>
    /// <param name="parameter">The argument that it came in.</param>
    /// <exception cref="ArgumentException">A required member is missing.</exception>
    internal abstract void Check(string parameter);
}

/// <summary>A card, for a checkout session. Holds card data; its text says nothing of it.</summary>
public sealed class CheckoutSessionCardPaymentMethod : SecureFieldsPaymentMethod
{
    /// <summary>Always <c>card</c>.</summary>
    [JsonPropertyOrder(-1)]
    public override string Method => "card";

    /// <summary>Card number, digits only. 13 to 19 digits.</summary>
    public string Number { get; set; } = "";

    /// <summary>End of the card's life as <c>MM/YY</c>.</summary>
    public string ExpirationDate { get; set; } = "";

    /// <summary>Security code, digits only. 3 to 4 digits.</summary>
    public string? SecurityCode { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal override void Check(string parameter)
    {
        Required.Text(Number, parameter);
        Required.Text(ExpirationDate, parameter);
    }
}

/// <summary>A stored payment method, for a checkout session.</summary>
public sealed class CheckoutSessionIdPaymentMethod : SecureFieldsPaymentMethod
{
    /// <summary>Always <c>id</c>.</summary>
    [JsonPropertyOrder(-1)]
    public override string Method => "id";

    /// <summary>Id of the stored payment method.</summary>
    public string Id { get; set; } = "";

    /// <summary>Security code, digits only. 3 to 4 digits.</summary>
    public string? SecurityCode { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal override void Check(string parameter) => Required.Text(Id, parameter);
}

/// <summary>A Click to Pay checkout, for a checkout session.</summary>
public sealed class CheckoutSessionClickToPayPaymentMethod : SecureFieldsPaymentMethod
{
    /// <summary>Always <c>click-to-pay</c>.</summary>
    [JsonPropertyOrder(-1)]
    public override string Method => "click-to-pay";

    /// <summary>The merchant's id of the Click to Pay checkout.</summary>
    public string MerchantTransactionId { get; set; } = "";

    /// <summary>Correlation id of the Click to Pay checkout.</summary>
    public string SrcCorrelationId { get; set; } = "";

    /// <summary>Digital payment application of the Click to Pay checkout.</summary>
    public string SrcDpaId { get; set; } = "";

    /// <summary>Flow id of the Click to Pay checkout.</summary>
    public string? SrcCxFlowId { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal override void Check(string parameter)
    {
        Required.Text(MerchantTransactionId, parameter);
        Required.Text(SrcCorrelationId, parameter);
        Required.Text(SrcDpaId, parameter);
    }
}

/// <summary>
/// A method that this client has no class for, such as one of a newer server. Its members are in
/// <see cref="AdditionalProperties"/>.
/// </summary>
/// <param name="method">Word for the method on the wire, such as <c>redirect</c>.</param>
public sealed class OtherSecureFieldsPaymentMethod(string method) : SecureFieldsPaymentMethod
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Method { get; } = method;

    /// <summary>The members of the method.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal override void Check(string parameter) => Required.Text(Method, parameter);
}
