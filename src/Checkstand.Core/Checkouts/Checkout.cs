using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// A checkout of the Polar dialect as it stands: what is bought, by whom, for how much, and how far it is. Immutable; its
/// transitions are pure functions in the other parts of this record.
/// </summary>
public sealed partial record Checkout
{
    /// <summary>Its id.</summary>
    public required CheckoutId Id { get; init; }

    /// <summary>Who sells.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>What the buyer's browser names it by: <c>polar_c_...</c>. Whoever knows it may pay.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>How far it is.</summary>
    public CheckoutStatus Status { get; init; } = CheckoutStatus.Open;

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>From when on the public can't reach it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The products that may be chosen from, one or more; the chosen one is among them.</summary>
    public required IReadOnlyList<Guid> ProductIds { get; init; }

    /// <summary>The chosen product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The prices of the chosen product that are paid, in the currency of the checkout.</summary>
    public required IReadOnlyList<Guid> PriceIds { get; init; }

    /// <summary>The one of them that older clients show as the price.</summary>
    public required Guid PriceId { get; init; }

    /// <summary>Prices made for this checkout alone, by product, in place of the product's own.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Price>> AdHocPrices { get; init; } =
        new Dictionary<Guid, IReadOnlyList<Price>>();

    /// <summary>ISO 4217, lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>What the buyer named where the price is custom; null for what is proposed.</summary>
    public long? NamedMinorUnits { get; init; }

    /// <summary>How many seats; null when the price has none.</summary>
    public int? Seats { get; init; }

    /// <summary>Fewest seats, when the seller bounds them here; null otherwise.</summary>
    public int? SeatsMin { get; init; }

    /// <summary>Most seats, when the seller bounds them here; null otherwise.</summary>
    public int? SeatsMax { get; init; }

    /// <summary>What it costs.</summary>
    public required Amounts Amounts { get; init; }

    /// <summary>What it asks of the buyer.</summary>
    public required PaymentNeeds Needs { get; init; }

    /// <summary>The discount; null for none.</summary>
    public Guid? DiscountId { get; init; }

    /// <summary>Whether the buyer may type a discount's code.</summary>
    public bool AllowDiscountCodes { get; init; } = true;

    /// <summary>Whether the whole address is asked for.</summary>
    public bool RequireBillingAddress { get; init; }

    /// <summary>Whether a trial may be had.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool? AllowTrial { get; init; } = true;

    /// <summary>How long a trial is, in place of the product's; null for the product's.</summary>
    public CalendarSpan? Trial { get; init; }

    /// <summary>The trial that comes with the chosen product; null for none.</summary>
    public CalendarSpan? ActiveTrial { get; init; }

    /// <summary>When that trial would end; null without one.</summary>
    public DateTimeOffset? TrialEndsAt { get; init; }

    /// <summary>What is known of the buyer.</summary>
    public Buyer Buyer { get; init; } = new();

    /// <summary>The free subscription that is upgraded; null for a new purchase.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Where the buyer goes afterwards, with <c>{CHECKOUT_ID}</c> for its id; null for a page of ours.</summary>
    public string? SuccessUrl { get; init; }

    /// <summary>Where a buyer goes who turns back; null for nowhere.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The origin of the page that embeds it; null for none.</summary>
    public string? EmbedOrigin { get; init; }

    /// <summary>The seller's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }

    /// <summary>The seller's own data about the customer: a JSON object.</summary>
    public JsonText CustomerMetadata { get; init; }

    /// <summary>The answers to custom fields: a JSON object by slug.</summary>
    public JsonText CustomFieldData { get; init; }

    /// <summary>The kind of payment method that the buyer chose, such as <c>card</c>; null when not said.</summary>
    public string? PaymentMethodType { get; init; }

    /// <summary>The last payment that was tried; null before the first.</summary>
    public PaymentId? PaymentId { get; init; }

    /// <summary>The order; null before it succeeded.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>Nothing of the secret, nor of the buyer.</summary>
    public override string ToString() => $"checkout {Id}";

    /// <summary>Whether a text is this checkout's client secret. How long it takes does not tell how much of it is right.</summary>
    public bool HasSecret(string text) =>
        CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(text.AsSpan()),
            MemoryMarshal.AsBytes(ClientSecret.AsSpan())
        );

    /// <summary>The prices that were made for a product here, or the product's own in the checkout's currency.</summary>
    public IReadOnlyList<Price> PricesOf(Product product) =>
        AdHocPrices.TryGetValue(product.Id, out var own) ? own : [.. product.PricesIn(Currency)];
}

/// <summary>What a checkout knows of its buyer. Null everywhere for what was not said.</summary>
public sealed record Buyer
{
    /// <summary>The customer that it is linked to.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The organization's own id for the customer.</summary>
    public string? ExternalId { get; init; }

    /// <summary>At most 256 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The address of a mailbox.</summary>
    public string? Email { get; init; }

    /// <summary>IPv4 or IPv6.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The name on invoices.</summary>
    public string? BillingName { get; init; }

    /// <summary>Where bills go; tax depends on it.</summary>
    public PostalAddress? BillingAddress { get; init; }

    /// <summary>Checked against the rules of the address's country.</summary>
    public TaxId? TaxId { get; init; }

    /// <summary>Whether a business buys.</summary>
    public bool IsBusiness { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }
}

/// <summary>How far a checkout is (contract polar section 3.1).</summary>
public enum CheckoutStatus
{
    /// <summary>It may be changed and confirmed.</summary>
    Open,

    /// <summary>Its time ended before it was confirmed.</summary>
    Expired,

    /// <summary>Its payment is under way.</summary>
    Confirmed,

    /// <summary>It is paid and has its order.</summary>
    Succeeded,

    /// <summary>Never set here; the contract has it.</summary>
    Failed,
}
