using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

/// <summary>Somebody who buys from a merchant account more than once. Immutable; transitions are pure.</summary>
public sealed record Buyer
{
    /// <summary>Its name on the wire; a UUID version 7, so that byte order is the order of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The merchant account that owns it.</summary>
    public required MerchantAccountId MerchantAccountId { get; init; }

    /// <summary>What the merchant said about it.</summary>
    public required BuyerContent Content { get; init; }

    /// <summary>When it was made, UTC, millisecond resolution.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC, millisecond resolution.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The merchant's own name for it, unique within the account, 1 to 200 characters; null when it has none.</summary>
    public string? ExternalIdentifier => Content.ExternalIdentifier.AsText();

    /// <summary>This buyer after an update.</summary>
    public Buyer With(BuyerContent said, DateTimeOffset now) =>
        this with
        {
            Content = said.Over(Content),
            UpdatedAt = now,
        };
}

/// <summary>What a merchant says about a buyer. In an update an absent value keeps, <c>null</c> clears.</summary>
/// <param name="DisplayName">Text for people, 1 to 200 characters.</param>
/// <param name="ExternalIdentifier">Text, the merchant's own name for the buyer, 1 to 200 characters.</param>
/// <param name="BillingDetails">An object with names, addresses and a tax id, carried as a unit.</param>
/// <param name="AccountNumber">Text, 1 to 200 characters.</param>
public readonly record struct BuyerContent(
    JsonText DisplayName,
    JsonText ExternalIdentifier,
    JsonText BillingDetails,
    JsonText AccountNumber
)
{
    /// <summary>What stands after this is said about something of which <paramref name="before"/> was said.</summary>
    public BuyerContent Over(BuyerContent before) =>
        new(
            DisplayName.Over(before.DisplayName),
            ExternalIdentifier.Over(before.ExternalIdentifier),
            BillingDetails.Over(before.BillingDetails),
            AccountNumber.Over(before.AccountNumber)
        );

    /// <summary>Says nothing: these are data about people.</summary>
    public override string ToString() => "buyer content";
}
