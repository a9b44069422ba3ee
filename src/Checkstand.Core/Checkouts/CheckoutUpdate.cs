namespace Checkstand.Core.Checkouts;

/// <summary>
/// What somebody wants changed about a checkout; its form is checked, its rules are not yet. Only what was said acts, and
/// null means something where the contract says so (section 2.3): such members are <see cref="Said{T}"/>. For the other
/// members null is the same as nothing.
/// </summary>
public sealed record CheckoutUpdate
{
    /// <summary>Whether a buyer asks, who has only the client secret.</summary>
    public bool IsByBuyer { get; init; }

    /// <summary>Another of the checkout's products.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>A price of one of the checkout's products, as older clients choose a product.</summary>
    public Guid? PriceId { get; init; }

    /// <summary>Another currency: ISO 4217, lower case.</summary>
    public string? Currency { get; init; }

    /// <summary>The amount where the price is custom.</summary>
    public long? NamedMinorUnits { get; init; }

    /// <summary>How many seats.</summary>
    public int? Seats { get; init; }

    /// <summary>Another discount, or none.</summary>
    public Said<Guid?> DiscountId { get; init; }

    /// <summary>The code of another discount as it was typed, or none.</summary>
    public Said<string?> DiscountCode { get; init; }

    /// <summary>Whether the buyer may type a discount's code.</summary>
    public bool? AllowDiscountCodes { get; init; }

    /// <summary>Whether the whole address is asked for.</summary>
    public bool? RequireBillingAddress { get; init; }

    /// <summary>Whether a trial may be had.</summary>
    public bool? AllowTrial { get; init; }

    /// <summary>The unit of a trial of its own; with <see cref="TrialCount"/> or not at all.</summary>
    public Said<CalendarUnit?> TrialUnit { get; init; }

    /// <summary>How many of them.</summary>
    public Said<int?> TrialCount { get; init; }

    /// <summary>Whether a business buys.</summary>
    public bool? IsBusiness { get; init; }

    /// <summary>The buyer's name.</summary>
    public Said<string?> Name { get; init; }

    /// <summary>The address of the buyer's mailbox; without effect once a customer is linked.</summary>
    public Said<string?> Email { get; init; }

    /// <summary>Where the buyer's browser is.</summary>
    public Said<string?> IpAddress { get; init; }

    /// <summary>The name on invoices.</summary>
    public Said<string?> BillingName { get; init; }

    /// <summary>Where bills go, as it was sent; replaces the address before as a whole.</summary>
    public PostalAddress? BillingAddress { get; init; }

    /// <summary>The tax id as it was typed.</summary>
    public Said<string?> TaxId { get; init; }

    /// <summary>BCP 47.</summary>
    public Said<string?> Locale { get; init; }

    /// <summary>The kind of payment method that the buyer chose.</summary>
    public Said<string?> PaymentMethodType { get; init; }

    /// <summary>Where the buyer goes afterwards.</summary>
    public Said<string?> SuccessUrl { get; init; }

    /// <summary>Where a buyer goes who turns back.</summary>
    public Said<string?> ReturnUrl { get; init; }

    /// <summary>The origin of the page that embeds it.</summary>
    public Said<string?> EmbedOrigin { get; init; }

    /// <summary>The seller's own data in place of what was there; without a value, nothing.</summary>
    public JsonText Metadata { get; init; }

    /// <summary>The seller's own data about the customer in place of what was there; without a value, nothing.</summary>
    public JsonText CustomerMetadata { get; init; }

    /// <summary>Answers to custom fields: a JSON object by slug, laid over those that were there.</summary>
    public JsonText CustomFieldData { get; init; }
}

/// <summary>A part of a change of which null is a value like others: it was said, or it was not.</summary>
/// <param name="Value">What was said.</param>
/// <param name="IsSaid">Whether anything was.</param>
public readonly record struct Said<T>(T Value, bool IsSaid = true)
{
    /// <summary>What holds after the change.</summary>
    public T Over(T before) => IsSaid ? Value : before;

    /// <summary>Something that was said.</summary>
    public static implicit operator Said<T>(T value) => new(value);
}
