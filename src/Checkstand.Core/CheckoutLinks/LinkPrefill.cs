namespace Checkstand.Core.CheckoutLinks;

/// <summary>
/// What the address of a link that is followed says besides the link (contract polar section 1.5). Whatever of it breaks a
/// rule is left out, because who follows a link can't mend it.
/// </summary>
public sealed record LinkPrefill
{
    /// <summary>The product to choose; null for the first.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>The amount where the price is custom, in minor units; null for what is proposed.</summary>
    public long? MinorUnits { get; init; }

    /// <summary>The address of the buyer's mailbox; null when not said.</summary>
    public string? Email { get; init; }

    /// <summary>The buyer's name; null when not said.</summary>
    public string? Name { get; init; }

    /// <summary>A discount's code, in place of the link's discount; null when not said.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>BCP 47; null when not said.</summary>
    public string? Locale { get; init; }

    /// <summary>Answers to custom fields as texts, by slug.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>What comes to the link's own data where that has no such key: a JSON object.</summary>
    public JsonText Metadata { get; init; }

    /// <summary>The origin of the page that embeds the checkout; null for none.</summary>
    public string? EmbedOrigin { get; init; }
}
