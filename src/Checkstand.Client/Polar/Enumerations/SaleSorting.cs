using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>What a list of customers is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CustomerSortProperty>))]
public readonly record struct CustomerSortProperty(string Value) : IOpenEnum<CustomerSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static CustomerSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static CustomerSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>email</c>, least first.</summary>
    public static CustomerSortProperty Email { get; } = new("email");

    /// <summary>By <c>email</c>, greatest first.</summary>
    public static CustomerSortProperty EmailDescending { get; } = new("-email");

    /// <summary>By <c>name</c>, least first.</summary>
    public static CustomerSortProperty Name { get; } = new("name");

    /// <summary>By <c>name</c>, greatest first.</summary>
    public static CustomerSortProperty NameDescending { get; } = new("-name");

    /// <inheritdoc/>
    public static CustomerSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of orders is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<OrderSortProperty>))]
public readonly record struct OrderSortProperty(string Value) : IOpenEnum<OrderSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static OrderSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static OrderSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>status</c>, least first.</summary>
    public static OrderSortProperty Status { get; } = new("status");

    /// <summary>By <c>status</c>, greatest first.</summary>
    public static OrderSortProperty StatusDescending { get; } = new("-status");

    /// <summary>By <c>invoice_number</c>, least first.</summary>
    public static OrderSortProperty InvoiceNumber { get; } = new("invoice_number");

    /// <summary>By <c>invoice_number</c>, greatest first.</summary>
    public static OrderSortProperty InvoiceNumberDescending { get; } = new("-invoice_number");

    /// <summary>By <c>amount</c>, least first.</summary>
    public static OrderSortProperty Amount { get; } = new("amount");

    /// <summary>By <c>amount</c>, greatest first.</summary>
    public static OrderSortProperty AmountDescending { get; } = new("-amount");

    /// <summary>By <c>net_amount</c>, least first.</summary>
    public static OrderSortProperty NetAmount { get; } = new("net_amount");

    /// <summary>By <c>net_amount</c>, greatest first.</summary>
    public static OrderSortProperty NetAmountDescending { get; } = new("-net_amount");

    /// <summary>By <c>customer</c>, least first.</summary>
    public static OrderSortProperty Customer { get; } = new("customer");

    /// <summary>By <c>customer</c>, greatest first.</summary>
    public static OrderSortProperty CustomerDescending { get; } = new("-customer");

    /// <summary>By <c>product</c>, least first.</summary>
    public static OrderSortProperty Product { get; } = new("product");

    /// <summary>By <c>product</c>, greatest first.</summary>
    public static OrderSortProperty ProductDescending { get; } = new("-product");

    /// <summary>By <c>discount</c>, least first.</summary>
    public static OrderSortProperty Discount { get; } = new("discount");

    /// <summary>By <c>discount</c>, greatest first.</summary>
    public static OrderSortProperty DiscountDescending { get; } = new("-discount");

    /// <summary>By <c>subscription</c>, least first.</summary>
    public static OrderSortProperty Subscription { get; } = new("subscription");

    /// <summary>By <c>subscription</c>, greatest first.</summary>
    public static OrderSortProperty SubscriptionDescending { get; } = new("-subscription");

    /// <inheritdoc/>
    public static OrderSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of subscriptions is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<SubscriptionSortProperty>))]
public readonly record struct SubscriptionSortProperty(string Value) : IOpenEnum<SubscriptionSortProperty>
{
    /// <summary>By <c>customer</c>, least first.</summary>
    public static SubscriptionSortProperty Customer { get; } = new("customer");

    /// <summary>By <c>customer</c>, greatest first.</summary>
    public static SubscriptionSortProperty CustomerDescending { get; } = new("-customer");

    /// <summary>By <c>status</c>, least first.</summary>
    public static SubscriptionSortProperty Status { get; } = new("status");

    /// <summary>By <c>status</c>, greatest first.</summary>
    public static SubscriptionSortProperty StatusDescending { get; } = new("-status");

    /// <summary>By <c>started_at</c>, least first.</summary>
    public static SubscriptionSortProperty StartedAt { get; } = new("started_at");

    /// <summary>By <c>started_at</c>, greatest first.</summary>
    public static SubscriptionSortProperty StartedAtDescending { get; } = new("-started_at");

    /// <summary>By <c>current_period_end</c>, least first.</summary>
    public static SubscriptionSortProperty CurrentPeriodEnd { get; } = new("current_period_end");

    /// <summary>By <c>current_period_end</c>, greatest first.</summary>
    public static SubscriptionSortProperty CurrentPeriodEndDescending { get; } = new("-current_period_end");

    /// <summary>By <c>ended_at</c>, least first.</summary>
    public static SubscriptionSortProperty EndedAt { get; } = new("ended_at");

    /// <summary>By <c>ended_at</c>, greatest first.</summary>
    public static SubscriptionSortProperty EndedAtDescending { get; } = new("-ended_at");

    /// <summary>By <c>ends_at</c>, least first.</summary>
    public static SubscriptionSortProperty EndsAt { get; } = new("ends_at");

    /// <summary>By <c>ends_at</c>, greatest first.</summary>
    public static SubscriptionSortProperty EndsAtDescending { get; } = new("-ends_at");

    /// <summary>By <c>amount</c>, least first.</summary>
    public static SubscriptionSortProperty Amount { get; } = new("amount");

    /// <summary>By <c>amount</c>, greatest first.</summary>
    public static SubscriptionSortProperty AmountDescending { get; } = new("-amount");

    /// <summary>By <c>product</c>, least first.</summary>
    public static SubscriptionSortProperty Product { get; } = new("product");

    /// <summary>By <c>product</c>, greatest first.</summary>
    public static SubscriptionSortProperty ProductDescending { get; } = new("-product");

    /// <summary>By <c>discount</c>, least first.</summary>
    public static SubscriptionSortProperty Discount { get; } = new("discount");

    /// <summary>By <c>discount</c>, greatest first.</summary>
    public static SubscriptionSortProperty DiscountDescending { get; } = new("-discount");

    /// <inheritdoc/>
    public static SubscriptionSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of organizations is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<OrganizationSortProperty>))]
public readonly record struct OrganizationSortProperty(string Value) : IOpenEnum<OrganizationSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static OrganizationSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static OrganizationSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>slug</c>, least first.</summary>
    public static OrganizationSortProperty Slug { get; } = new("slug");

    /// <summary>By <c>slug</c>, greatest first.</summary>
    public static OrganizationSortProperty SlugDescending { get; } = new("-slug");

    /// <summary>By <c>name</c>, least first.</summary>
    public static OrganizationSortProperty Name { get; } = new("name");

    /// <summary>By <c>name</c>, greatest first.</summary>
    public static OrganizationSortProperty NameDescending { get; } = new("-name");

    /// <summary>By <c>next_review_threshold</c>, least first.</summary>
    public static OrganizationSortProperty NextReviewThreshold { get; } = new("next_review_threshold");

    /// <summary>By <c>next_review_threshold</c>, greatest first.</summary>
    public static OrganizationSortProperty NextReviewThresholdDescending { get; } = new("-next_review_threshold");

    /// <summary>By <c>days_in_status</c>, least first.</summary>
    public static OrganizationSortProperty DaysInStatus { get; } = new("days_in_status");

    /// <summary>By <c>days_in_status</c>, greatest first.</summary>
    public static OrganizationSortProperty DaysInStatusDescending { get; } = new("-days_in_status");

    /// <inheritdoc/>
    public static OrganizationSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of organization access tokens is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<OrganizationAccessTokenSortProperty>))]
public readonly record struct OrganizationAccessTokenSortProperty(string Value)
    : IOpenEnum<OrganizationAccessTokenSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static OrganizationAccessTokenSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static OrganizationAccessTokenSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>comment</c>, least first.</summary>
    public static OrganizationAccessTokenSortProperty Comment { get; } = new("comment");

    /// <summary>By <c>comment</c>, greatest first.</summary>
    public static OrganizationAccessTokenSortProperty CommentDescending { get; } = new("-comment");

    /// <summary>By <c>last_used_at</c>, least first.</summary>
    public static OrganizationAccessTokenSortProperty LastUsedAt { get; } = new("last_used_at");

    /// <summary>By <c>last_used_at</c>, greatest first.</summary>
    public static OrganizationAccessTokenSortProperty LastUsedAtDescending { get; } = new("-last_used_at");

    /// <summary>By <c>organization_id</c>, least first.</summary>
    public static OrganizationAccessTokenSortProperty OrganizationId { get; } = new("organization_id");

    /// <summary>By <c>organization_id</c>, greatest first.</summary>
    public static OrganizationAccessTokenSortProperty OrganizationIdDescending { get; } = new("-organization_id");

    /// <inheritdoc/>
    public static OrganizationAccessTokenSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
