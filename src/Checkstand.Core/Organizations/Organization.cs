using Checkstand.Core.Taxes;

namespace Checkstand.Core.Organizations;

/// <summary>A tenant of the Polar dialect: whoever sells.</summary>
public sealed record Organization
{
    /// <summary>Fewest characters of a name, and of a slug.</summary>
    public const int NameLengthMin = 3;

    /// <summary>Most characters of a slug.</summary>
    public const int SlugLengthMax = 64;

    /// <summary>Its id.</summary>
    public required OrganizationId Id { get; init; }

    /// <summary>Its name for people, 3 characters or more.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in addresses: lower-case letters, digits and dashes; unique.</summary>
    public required string Slug { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Whether it may sell.</summary>
    public OrganizationStatus Status { get; init; } = OrganizationStatus.Active;

    /// <summary>A picture; null when there is none.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Where buyers can write to; null when not said.</summary>
    public string? Email { get; init; }

    /// <summary>Null when not said.</summary>
    public string? Website { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null when not said.</summary>
    public string? Country { get; init; }

    /// <summary>The currency that is used where a checkout names none: ISO 4217, lower case.</summary>
    public string DefaultCurrency { get; init; } = "usd";

    /// <summary>How tax is meant in prices that do not say so themselves.</summary>
    public TaxBehaviorOption DefaultTaxBehavior { get; init; } = TaxBehaviorOption.Location;

    /// <summary>Whether a customer may have several active subscriptions.</summary>
    public bool AllowMultipleSubscriptions { get; init; } = true;

    /// <summary>Whether a customer gets one trial only.</summary>
    public bool PreventTrialAbuse { get; init; }

    /// <summary>Origins that may embed its checkouts, such as <c>*.example.com</c>; empty for none named.</summary>
    public IReadOnlyList<string> EmbedHosts { get; init; } = [];

    /// <summary>
    /// The settings that nothing here judges, carried for whoever sent them: a JSON object with the wire's names
    /// (<c>socials</c>, <c>feature_settings</c>, <c>customer_email_settings</c>...).
    /// </summary>
    public JsonText Carried { get; init; }

    /// <summary>Whether a text can be a slug: 3 to 64 lower-case letters, digits and dashes, no dash at either end.</summary>
    public static bool IsSlug(string text) =>
        text.Length is >= NameLengthMin and <= SlugLengthMax
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && text[0] != '-'
        && text[^1] != '-';
}

/// <summary>Whether an organization may sell (contract polar section 3.2).</summary>
public enum OrganizationStatus
{
    /// <summary>New: it has checkouts, but payments are refused (PaymentNotReady).</summary>
    Created,

    /// <summary>It sells.</summary>
    Active,

    /// <summary>Everything of it that the public can reach is refused (NotPermitted).</summary>
    Blocked,
}
