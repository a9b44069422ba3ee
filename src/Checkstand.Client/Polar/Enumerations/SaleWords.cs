using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>Where an order stands.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<OrderStatus>))]
public readonly record struct OrderStatus(string Value) : IOpenEnum<OrderStatus>
{
    /// <summary><c>draft</c></summary>
    public static OrderStatus Draft { get; } = new("draft");

    /// <summary><c>pending</c></summary>
    public static OrderStatus Pending { get; } = new("pending");

    /// <summary><c>paid</c></summary>
    public static OrderStatus Paid { get; } = new("paid");

    /// <summary><c>refunded</c></summary>
    public static OrderStatus Refunded { get; } = new("refunded");

    /// <summary><c>partially_refunded</c></summary>
    public static OrderStatus PartiallyRefunded { get; } = new("partially_refunded");

    /// <summary><c>void</c></summary>
    public static OrderStatus Void { get; } = new("void");

    /// <inheritdoc/>
    public static OrderStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What an order was made for.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<OrderBillingReason>))]
public readonly record struct OrderBillingReason(string Value) : IOpenEnum<OrderBillingReason>
{
    /// <summary><c>purchase</c></summary>
    public static OrderBillingReason Purchase { get; } = new("purchase");

    /// <summary><c>subscription_create</c></summary>
    public static OrderBillingReason SubscriptionCreate { get; } = new("subscription_create");

    /// <summary><c>subscription_cycle</c></summary>
    public static OrderBillingReason SubscriptionCycle { get; } = new("subscription_cycle");

    /// <summary><c>subscription_update</c></summary>
    public static OrderBillingReason SubscriptionUpdate { get; } = new("subscription_update");

    /// <summary><c>subscription_meter_cycle</c></summary>
    public static OrderBillingReason SubscriptionMeterCycle { get; } = new("subscription_meter_cycle");

    /// <inheritdoc/>
    public static OrderBillingReason From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Whether what an order is for is paid once or again and again.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductBillingType>))]
public readonly record struct ProductBillingType(string Value) : IOpenEnum<ProductBillingType>
{
    /// <summary><c>one_time</c></summary>
    public static ProductBillingType OneTime { get; } = new("one_time");

    /// <summary><c>recurring</c></summary>
    public static ProductBillingType Recurring { get; } = new("recurring");

    /// <inheritdoc/>
    public static ProductBillingType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Where a subscription stands.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<SubscriptionStatus>))]
public readonly record struct SubscriptionStatus(string Value) : IOpenEnum<SubscriptionStatus>
{
    /// <summary><c>incomplete</c></summary>
    public static SubscriptionStatus Incomplete { get; } = new("incomplete");

    /// <summary><c>incomplete_expired</c></summary>
    public static SubscriptionStatus IncompleteExpired { get; } = new("incomplete_expired");

    /// <summary><c>trialing</c></summary>
    public static SubscriptionStatus Trialing { get; } = new("trialing");

    /// <summary><c>active</c></summary>
    public static SubscriptionStatus Active { get; } = new("active");

    /// <summary><c>past_due</c></summary>
    public static SubscriptionStatus PastDue { get; } = new("past_due");

    /// <summary><c>canceled</c></summary>
    public static SubscriptionStatus Canceled { get; } = new("canceled");

    /// <summary><c>unpaid</c></summary>
    public static SubscriptionStatus Unpaid { get; } = new("unpaid");

    /// <summary><c>paused</c></summary>
    public static SubscriptionStatus Paused { get; } = new("paused");

    /// <inheritdoc/>
    public static SubscriptionStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Why a customer leaves.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CustomerCancellationReason>))]
public readonly record struct CustomerCancellationReason(string Value) : IOpenEnum<CustomerCancellationReason>
{
    /// <summary><c>customer_service</c></summary>
    public static CustomerCancellationReason CustomerService { get; } = new("customer_service");

    /// <summary><c>low_quality</c></summary>
    public static CustomerCancellationReason LowQuality { get; } = new("low_quality");

    /// <summary><c>missing_features</c></summary>
    public static CustomerCancellationReason MissingFeatures { get; } = new("missing_features");

    /// <summary><c>switched_service</c></summary>
    public static CustomerCancellationReason SwitchedService { get; } = new("switched_service");

    /// <summary><c>too_complex</c></summary>
    public static CustomerCancellationReason TooComplex { get; } = new("too_complex");

    /// <summary><c>too_expensive</c></summary>
    public static CustomerCancellationReason TooExpensive { get; } = new("too_expensive");

    /// <summary><c>unused</c></summary>
    public static CustomerCancellationReason Unused { get; } = new("unused");

    /// <summary><c>other</c></summary>
    public static CustomerCancellationReason Other { get; } = new("other");

    /// <inheritdoc/>
    public static CustomerCancellationReason From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>How a change in the middle of a billing period is charged.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<SubscriptionProrationBehavior>))]
public readonly record struct SubscriptionProrationBehavior(string Value) : IOpenEnum<SubscriptionProrationBehavior>
{
    /// <summary><c>invoice</c></summary>
    public static SubscriptionProrationBehavior Invoice { get; } = new("invoice");

    /// <summary><c>prorate</c></summary>
    public static SubscriptionProrationBehavior Prorate { get; } = new("prorate");

    /// <summary><c>next_period</c></summary>
    public static SubscriptionProrationBehavior NextPeriod { get; } = new("next_period");

    /// <summary><c>reset</c></summary>
    public static SubscriptionProrationBehavior Reset { get; } = new("reset");

    /// <inheritdoc/>
    public static SubscriptionProrationBehavior From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
