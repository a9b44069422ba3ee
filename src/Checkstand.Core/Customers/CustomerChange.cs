using Checkstand.Core.Checkouts;

namespace Checkstand.Core.Customers;

/// <summary>
/// What somebody wants changed about a customer; its form is checked, its rules are not yet. Null is the same as nothing
/// except where it means something: such members are <see cref="Said{T}"/>.
/// </summary>
public sealed record CustomerChange
{
    /// <summary>Another address of its mailbox.</summary>
    public string? Email { get; init; }

    /// <summary>The organization's own id of it. Once it has one, it keeps it.</summary>
    public Said<string?> ExternalId { get; init; }

    /// <summary>Another name, or none.</summary>
    public Said<string?> Name { get; init; }

    /// <summary>Another address, as it was sent, in place of the one before. It can't be taken away.</summary>
    public Said<PostalAddress?> BillingAddress { get; init; }

    /// <summary>Another tax id as it was typed, or none.</summary>
    public Said<string?> TaxId { get; init; }

    /// <summary>Another locale, or none.</summary>
    public Said<string?> Locale { get; init; }

    /// <summary>The organization's own data in place of what was there; without a value, nothing.</summary>
    public JsonText Metadata { get; init; }
}
