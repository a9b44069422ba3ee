using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>What somebody who opens a checkout asks for; its form is checked, its rules are not yet (contract polar section 2.2).</summary>
public sealed record CheckoutRequest
{
    /// <summary>What may be bought.</summary>
    public required CheckoutSelection Selection { get; init; }

    /// <summary>ISO 4217, lower case; null for the organization's default.</summary>
    public string? Currency { get; init; }

    /// <summary>The amount where the price is custom; null for what is proposed.</summary>
    public long? NamedMinorUnits { get; init; }

    /// <summary>How many seats; null for the fewest.</summary>
    public int? Seats { get; init; }

    /// <summary>Fewest seats; null for the price's own bound.</summary>
    public int? SeatsMin { get; init; }

    /// <summary>Most seats; null for the price's own bound.</summary>
    public int? SeatsMax { get; init; }

    /// <summary>The discount; null for none.</summary>
    public Guid? DiscountId { get; init; }

    /// <summary>Whether the buyer may type a discount's code.</summary>
    public bool AllowDiscountCodes { get; init; } = true;

    /// <summary>Whether the whole address is asked for.</summary>
    public bool RequireBillingAddress { get; init; }

    /// <summary>Whether a trial may be had.</summary>
    public bool AllowTrial { get; init; } = true;

    /// <summary>The unit of a trial of its own; with <see cref="TrialCount"/> or not at all.</summary>
    public CalendarUnit? TrialUnit { get; init; }

    /// <summary>How many of them, 1 to 1000.</summary>
    public int? TrialCount { get; init; }

    /// <summary>The customer who buys; null for whoever it will be.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The organization's own id of the customer; null when not said.</summary>
    public string? ExternalCustomerId { get; init; }

    /// <summary>Whether a business buys; null when not said.</summary>
    public bool? IsBusiness { get; init; }

    /// <summary>The buyer's name; null when not said.</summary>
    public string? Name { get; init; }

    /// <summary>The address of the buyer's mailbox; null when not said.</summary>
    public string? Email { get; init; }

    /// <summary>Where the buyer's browser is; null when not said.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The name on invoices; null when not said.</summary>
    public string? BillingName { get; init; }

    /// <summary>Where bills go, as it was sent; null when not said.</summary>
    public PostalAddress? BillingAddress { get; init; }

    /// <summary>The tax id as it was typed; null when not said.</summary>
    public string? TaxId { get; init; }

    /// <summary>BCP 47; null when not said.</summary>
    public string? Locale { get; init; }

    /// <summary>The free subscription that is upgraded; null for a new purchase.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Where the buyer goes afterwards; null for a page of ours.</summary>
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
}

/// <summary>The three ways to say what may be bought. A closed set.</summary>
public abstract record CheckoutSelection
{
    private CheckoutSelection() { }

    /// <summary>One of several products; the first is chosen.</summary>
    /// <param name="Ids">One or more, each once.</param>
    public sealed record Products(IReadOnlyList<Guid> Ids) : CheckoutSelection
    {
        /// <summary>Prices for this checkout alone, by product.</summary>
        public IReadOnlyDictionary<Guid, IReadOnlyList<PriceDraft>> AdHocPrices { get; init; } =
            new Dictionary<Guid, IReadOnlyList<PriceDraft>>();
    }

    /// <summary>One product, as older clients say it.</summary>
    public sealed record Product(Guid Id) : CheckoutSelection;

    /// <summary>One price, as still older clients say it: no other price of its product is paid.</summary>
    public sealed record Price(Guid Id) : CheckoutSelection;
}
