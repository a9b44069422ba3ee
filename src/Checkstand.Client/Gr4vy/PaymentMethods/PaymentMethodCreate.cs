using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What is stored: a card, the card of a checkout session, or another method.</summary>
[JsonDerivedType(typeof(CardPaymentMethodCreate))]
[JsonDerivedType(typeof(CheckoutSessionPaymentMethodCreate))]
[JsonDerivedType(typeof(OtherPaymentMethodCreate))]
public abstract class PaymentMethodCreate
{
    private protected PaymentMethodCreate() { }

    /// <summary>Word for the method on the wire, such as <c>card</c>.</summary>
    public abstract string Method { get; }

    /// <summary>The kind of method, and nothing of what is in it.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Refuses what the server would refuse for being left out.</summary>
    /// <param name="parameter">The argument that it came in.</param>
    /// <exception cref="ArgumentException">A required member is missing.</exception>
    internal abstract void Check(string parameter);
}

/// <summary>A card to be stored. Holds card data; its text says nothing of it.</summary>
public sealed class CardPaymentMethodCreate : PaymentMethodCreate
{
    /// <summary>Always <c>card</c>.</summary>
    [JsonPropertyOrder(-1)]
    public override string Method => "card";

    /// <summary>End of the card's life as <c>MM/YY</c>.</summary>
    public string ExpirationDate { get; set; } = "";

    /// <summary>Card number, digits only. 13 to 19 digits.</summary>
    public string Number { get; set; } = "";

    /// <summary>The merchant's own name for the buyer. 1 to 200 characters.</summary>
    public string? BuyerExternalIdentifier { get; set; }

    /// <summary>Id of the buyer's record.</summary>
    public string? BuyerId { get; set; }

    /// <summary>The merchant's own name for it. 1 to 200 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Credit, debit or prepaid.</summary>
    public CardType? CardType { get; set; }

    /// <summary>Security code, digits only. 3 to 4 digits.</summary>
    public string? SecurityCode { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal override void Check(string parameter)
    {
        Required.Text(ExpirationDate, parameter);
        Required.Text(Number, parameter);
    }
}

/// <summary>The card on a checkout session, to be stored.</summary>
public sealed class CheckoutSessionPaymentMethodCreate : PaymentMethodCreate
{
    /// <summary>Always <c>checkout-session</c>.</summary>
    [JsonPropertyOrder(-1)]
    public override string Method => "checkout-session";

    /// <summary>Id of the checkout session that holds the card.</summary>
    public string Id { get; set; } = "";

    /// <summary>The merchant's own name for it. 1 to 200 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Id of the buyer's record.</summary>
    public string? BuyerId { get; set; }

    /// <summary>The merchant's own name for the buyer. 1 to 200 characters.</summary>
    public string? BuyerExternalIdentifier { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal override void Check(string parameter) => Required.Text(Id, parameter);
}

/// <summary>
/// A method that this client has no class for, such as one of a newer server. Its members are in
/// <see cref="AdditionalProperties"/>.
/// </summary>
/// <param name="method">Word for the method on the wire, such as <c>redirect</c>.</param>
public sealed class OtherPaymentMethodCreate(string method) : PaymentMethodCreate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Method { get; } = method;

    /// <summary>The members of the method.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal override void Check(string parameter) => Required.Text(Method, parameter);
}
