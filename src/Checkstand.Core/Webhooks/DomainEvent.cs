using System.Text.Json.Serialization;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Core.Webhooks;

/// <summary>
/// Something that happened to a thing of an organization, with the thing as it was afterwards. Stored in the same
/// transaction as the change, if any webhook endpoint wants it, and delivered from there.
/// </summary>
/// <param name="Type">What happened.</param>
/// <param name="Subject">What it happened to: one record of the core, as it stands after the change.</param>
public sealed record DomainEvent(EventType Type, EventSubject Subject);

/// <summary>What an event is about. A closed set; exactly the records that webhooks tell of.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OfCheckout), "checkout")]
[JsonDerivedType(typeof(OfCustomer), "customer")]
[JsonDerivedType(typeof(OfOrder), "order")]
[JsonDerivedType(typeof(OfSubscription), "subscription")]
[JsonDerivedType(typeof(OfProduct), "product")]
[JsonDerivedType(typeof(OfDiscount), "discount")]
[JsonDerivedType(typeof(OfOrganization), "organization")]
public abstract record EventSubject
{
    private EventSubject() { }

    /// <summary>Whose it is.</summary>
    [JsonIgnore]
    public abstract OrganizationId OrganizationId { get; }

    /// <summary>A checkout.</summary>
    public sealed record OfCheckout(Checkout Checkout) : EventSubject
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override OrganizationId OrganizationId => Checkout.OrganizationId;
    }

    /// <summary>A customer.</summary>
    public sealed record OfCustomer(Customer Customer) : EventSubject
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override OrganizationId OrganizationId => Customer.OrganizationId;
    }

    /// <summary>An order.</summary>
    public sealed record OfOrder(Order Order) : EventSubject
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override OrganizationId OrganizationId => Order.OrganizationId;
    }

    /// <summary>A subscription.</summary>
    public sealed record OfSubscription(Subscription Subscription) : EventSubject
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override OrganizationId OrganizationId => Subscription.OrganizationId;
    }

    /// <summary>A product.</summary>
    public sealed record OfProduct(Product Product) : EventSubject
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override OrganizationId OrganizationId => Product.OrganizationId;
    }

    /// <summary>A discount.</summary>
    public sealed record OfDiscount(Discount Discount) : EventSubject
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override OrganizationId OrganizationId => Discount.OrganizationId;
    }

    /// <summary>An organization.</summary>
    public sealed record OfOrganization(Organization Organization) : EventSubject
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override OrganizationId OrganizationId => Organization.Id;
    }
}

/// <summary>What happens here that webhooks tell of. A subset of the vendor's 41 names (contract polar section 5).</summary>
public enum EventType
{
    /// <summary><c>checkout.created</c>.</summary>
    CheckoutCreated,

    /// <summary><c>checkout.updated</c>: each update, confirmation, success and failure.</summary>
    CheckoutUpdated,

    /// <summary><c>checkout.expired</c>.</summary>
    CheckoutExpired,

    /// <summary><c>customer.created</c>.</summary>
    CustomerCreated,

    /// <summary><c>customer.updated</c>.</summary>
    CustomerUpdated,

    /// <summary><c>customer.deleted</c>.</summary>
    CustomerDeleted,

    /// <summary><c>customer.state_changed</c>.</summary>
    CustomerStateChanged,

    /// <summary><c>order.created</c>.</summary>
    OrderCreated,

    /// <summary><c>order.updated</c>.</summary>
    OrderUpdated,

    /// <summary><c>order.paid</c>.</summary>
    OrderPaid,

    /// <summary><c>subscription.created</c>.</summary>
    SubscriptionCreated,

    /// <summary><c>subscription.active</c>.</summary>
    SubscriptionActive,

    /// <summary><c>subscription.updated</c>.</summary>
    SubscriptionUpdated,

    /// <summary><c>subscription.canceled</c>.</summary>
    SubscriptionCanceled,

    /// <summary><c>subscription.uncanceled</c>.</summary>
    SubscriptionUncanceled,

    /// <summary><c>subscription.revoked</c>.</summary>
    SubscriptionRevoked,

    /// <summary><c>product.created</c>.</summary>
    ProductCreated,

    /// <summary><c>product.updated</c>.</summary>
    ProductUpdated,

    /// <summary><c>discount.created</c>.</summary>
    DiscountCreated,

    /// <summary><c>discount.updated</c>.</summary>
    DiscountUpdated,

    /// <summary><c>discount.deleted</c>.</summary>
    DiscountDeleted,

    /// <summary><c>organization.updated</c>.</summary>
    OrganizationUpdated,
}
