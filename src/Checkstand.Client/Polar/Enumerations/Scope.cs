using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>What a token may do. A method says which scopes it needs; one of them is enough.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<Scope>))]
public readonly record struct Scope(string Value) : IOpenEnum<Scope>
{
    /// <summary><c>openid</c></summary>
    public static Scope Openid { get; } = new("openid");

    /// <summary><c>profile</c></summary>
    public static Scope Profile { get; } = new("profile");

    /// <summary><c>email</c></summary>
    public static Scope Email { get; } = new("email");

    /// <summary><c>user:read</c></summary>
    public static Scope UserRead { get; } = new("user:read");

    /// <summary><c>user:write</c></summary>
    public static Scope UserWrite { get; } = new("user:write");

    /// <summary><c>organizations:read</c></summary>
    public static Scope OrganizationsRead { get; } = new("organizations:read");

    /// <summary><c>organizations:write</c></summary>
    public static Scope OrganizationsWrite { get; } = new("organizations:write");

    /// <summary><c>custom_fields:read</c></summary>
    public static Scope CustomFieldsRead { get; } = new("custom_fields:read");

    /// <summary><c>custom_fields:write</c></summary>
    public static Scope CustomFieldsWrite { get; } = new("custom_fields:write");

    /// <summary><c>discounts:read</c></summary>
    public static Scope DiscountsRead { get; } = new("discounts:read");

    /// <summary><c>discounts:write</c></summary>
    public static Scope DiscountsWrite { get; } = new("discounts:write");

    /// <summary><c>checkout_links:read</c></summary>
    public static Scope CheckoutLinksRead { get; } = new("checkout_links:read");

    /// <summary><c>checkout_links:write</c></summary>
    public static Scope CheckoutLinksWrite { get; } = new("checkout_links:write");

    /// <summary><c>checkouts:read</c></summary>
    public static Scope CheckoutsRead { get; } = new("checkouts:read");

    /// <summary><c>checkouts:write</c></summary>
    public static Scope CheckoutsWrite { get; } = new("checkouts:write");

    /// <summary><c>transactions:read</c></summary>
    public static Scope TransactionsRead { get; } = new("transactions:read");

    /// <summary><c>transactions:write</c></summary>
    public static Scope TransactionsWrite { get; } = new("transactions:write");

    /// <summary><c>payouts:read</c></summary>
    public static Scope PayoutsRead { get; } = new("payouts:read");

    /// <summary><c>payouts:write</c></summary>
    public static Scope PayoutsWrite { get; } = new("payouts:write");

    /// <summary><c>products:read</c></summary>
    public static Scope ProductsRead { get; } = new("products:read");

    /// <summary><c>products:write</c></summary>
    public static Scope ProductsWrite { get; } = new("products:write");

    /// <summary><c>benefits:read</c></summary>
    public static Scope BenefitsRead { get; } = new("benefits:read");

    /// <summary><c>benefits:write</c></summary>
    public static Scope BenefitsWrite { get; } = new("benefits:write");

    /// <summary><c>events:read</c></summary>
    public static Scope EventsRead { get; } = new("events:read");

    /// <summary><c>events:write</c></summary>
    public static Scope EventsWrite { get; } = new("events:write");

    /// <summary><c>meters:read</c></summary>
    public static Scope MetersRead { get; } = new("meters:read");

    /// <summary><c>meters:write</c></summary>
    public static Scope MetersWrite { get; } = new("meters:write");

    /// <summary><c>files:read</c></summary>
    public static Scope FilesRead { get; } = new("files:read");

    /// <summary><c>files:write</c></summary>
    public static Scope FilesWrite { get; } = new("files:write");

    /// <summary><c>subscriptions:read</c></summary>
    public static Scope SubscriptionsRead { get; } = new("subscriptions:read");

    /// <summary><c>subscriptions:write</c></summary>
    public static Scope SubscriptionsWrite { get; } = new("subscriptions:write");

    /// <summary><c>customers:read</c></summary>
    public static Scope CustomersRead { get; } = new("customers:read");

    /// <summary><c>customers:write</c></summary>
    public static Scope CustomersWrite { get; } = new("customers:write");

    /// <summary><c>members:read</c></summary>
    public static Scope MembersRead { get; } = new("members:read");

    /// <summary><c>members:write</c></summary>
    public static Scope MembersWrite { get; } = new("members:write");

    /// <summary><c>wallets:read</c></summary>
    public static Scope WalletsRead { get; } = new("wallets:read");

    /// <summary><c>wallets:write</c></summary>
    public static Scope WalletsWrite { get; } = new("wallets:write");

    /// <summary><c>disputes:read</c></summary>
    public static Scope DisputesRead { get; } = new("disputes:read");

    /// <summary><c>disputes:write</c></summary>
    public static Scope DisputesWrite { get; } = new("disputes:write");

    /// <summary><c>customer_meters:read</c></summary>
    public static Scope CustomerMetersRead { get; } = new("customer_meters:read");

    /// <summary><c>customer_sessions:write</c></summary>
    public static Scope CustomerSessionsWrite { get; } = new("customer_sessions:write");

    /// <summary><c>member_sessions:write</c></summary>
    public static Scope MemberSessionsWrite { get; } = new("member_sessions:write");

    /// <summary><c>customer_seats:read</c></summary>
    public static Scope CustomerSeatsRead { get; } = new("customer_seats:read");

    /// <summary><c>customer_seats:write</c></summary>
    public static Scope CustomerSeatsWrite { get; } = new("customer_seats:write");

    /// <summary><c>orders:read</c></summary>
    public static Scope OrdersRead { get; } = new("orders:read");

    /// <summary><c>orders:write</c></summary>
    public static Scope OrdersWrite { get; } = new("orders:write");

    /// <summary><c>refunds:read</c></summary>
    public static Scope RefundsRead { get; } = new("refunds:read");

    /// <summary><c>refunds:write</c></summary>
    public static Scope RefundsWrite { get; } = new("refunds:write");

    /// <summary><c>payments:read</c></summary>
    public static Scope PaymentsRead { get; } = new("payments:read");

    /// <summary><c>metrics:read</c></summary>
    public static Scope MetricsRead { get; } = new("metrics:read");

    /// <summary><c>metrics:write</c></summary>
    public static Scope MetricsWrite { get; } = new("metrics:write");

    /// <summary><c>webhooks:read</c></summary>
    public static Scope WebhooksRead { get; } = new("webhooks:read");

    /// <summary><c>webhooks:write</c></summary>
    public static Scope WebhooksWrite { get; } = new("webhooks:write");

    /// <summary><c>license_keys:read</c></summary>
    public static Scope LicenseKeysRead { get; } = new("license_keys:read");

    /// <summary><c>license_keys:write</c></summary>
    public static Scope LicenseKeysWrite { get; } = new("license_keys:write");

    /// <summary><c>customer_portal:read</c></summary>
    public static Scope CustomerPortalRead { get; } = new("customer_portal:read");

    /// <summary><c>customer_portal:write</c></summary>
    public static Scope CustomerPortalWrite { get; } = new("customer_portal:write");

    /// <summary><c>notifications:read</c></summary>
    public static Scope NotificationsRead { get; } = new("notifications:read");

    /// <summary><c>notifications:write</c></summary>
    public static Scope NotificationsWrite { get; } = new("notifications:write");

    /// <summary><c>notification_recipients:read</c></summary>
    public static Scope NotificationRecipientsRead { get; } = new("notification_recipients:read");

    /// <summary><c>notification_recipients:write</c></summary>
    public static Scope NotificationRecipientsWrite { get; } = new("notification_recipients:write");

    /// <summary><c>organization_access_tokens:read</c></summary>
    public static Scope OrganizationAccessTokensRead { get; } = new("organization_access_tokens:read");

    /// <summary><c>organization_access_tokens:write</c></summary>
    public static Scope OrganizationAccessTokensWrite { get; } = new("organization_access_tokens:write");

    /// <inheritdoc/>
    public static Scope From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
