using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>Who takes the payment. Every server of this contract says <c>stripe</c>, whoever it is.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<PaymentProcessor>))]
public readonly record struct PaymentProcessor(string Value) : IOpenEnum<PaymentProcessor>
{
    /// <summary><c>stripe</c></summary>
    public static PaymentProcessor Stripe { get; } = new("stripe");

    /// <inheritdoc/>
    public static PaymentProcessor From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Whether a price holds the tax.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TaxBehavior>))]
public readonly record struct TaxBehavior(string Value) : IOpenEnum<TaxBehavior>
{
    /// <summary><c>inclusive</c></summary>
    public static TaxBehavior Inclusive { get; } = new("inclusive");

    /// <summary><c>exclusive</c></summary>
    public static TaxBehavior Exclusive { get; } = new("exclusive");

    /// <inheritdoc/>
    public static TaxBehavior From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a price, or an organization, says about tax.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TaxBehaviorOption>))]
public readonly record struct TaxBehaviorOption(string Value) : IOpenEnum<TaxBehaviorOption>
{
    /// <summary>As the buyer's country has it.</summary>
    public static TaxBehaviorOption Location { get; } = new("location");

    /// <summary>The tax is part of the price.</summary>
    public static TaxBehaviorOption Inclusive { get; } = new("inclusive");

    /// <summary>The tax comes on top.</summary>
    public static TaxBehaviorOption Exclusive { get; } = new("exclusive");

    /// <inheritdoc/>
    public static TaxBehaviorOption From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Whether a part of the billing address is asked for.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<BillingAddressFieldMode>))]
public readonly record struct BillingAddressFieldMode(string Value) : IOpenEnum<BillingAddressFieldMode>
{
    /// <summary><c>required</c></summary>
    public static BillingAddressFieldMode Required { get; } = new("required");

    /// <summary><c>optional</c></summary>
    public static BillingAddressFieldMode Optional { get; } = new("optional");

    /// <summary><c>disabled</c></summary>
    public static BillingAddressFieldMode Disabled { get; } = new("disabled");

    /// <inheritdoc/>
    public static BillingAddressFieldMode From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What an event of a checkout's stream tells (contract section 1.4).</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CheckoutEventKey>))]
public readonly record struct CheckoutEventKey(string Value) : IOpenEnum<CheckoutEventKey>
{
    /// <summary>It changed; its status says to what.</summary>
    public static CheckoutEventKey Updated { get; } = new("checkout.updated");

    /// <summary>There is an order.</summary>
    public static CheckoutEventKey OrderCreated { get; } = new("checkout.order_created");

    /// <summary>There is a subscription, or it changed.</summary>
    public static CheckoutEventKey SubscriptionCreated { get; } = new("checkout.subscription_created");

    /// <summary>The webhook about the change was delivered, or nobody wants one.</summary>
    public static CheckoutEventKey WebhookEventDelivered { get; } = new("checkout.webhook_event_delivered");

    /// <inheritdoc/>
    public static CheckoutEventKey From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
