namespace Checkstand.Core.Buyers;

/// <summary>Where a buyer's goods go. Immutable.</summary>
/// <param name="Id">Its name on the wire; a UUID version 7.</param>
/// <param name="BuyerId">The buyer it belongs to, and is removed with.</param>
/// <param name="Content">What the merchant said about it.</param>
public sealed record ShippingDetails(Guid Id, Guid BuyerId, ShippingContent Content);

/// <summary>What a merchant says about where goods go. In an update an absent value keeps, <c>null</c> clears.</summary>
/// <param name="FirstName">Text, 1 to 255 characters.</param>
/// <param name="LastName">Text, 1 to 255 characters.</param>
/// <param name="EmailAddress">Text, 1 to 320 characters.</param>
/// <param name="PhoneNumber">Text, ITU-T E.164.</param>
/// <param name="Address">An object, carried as a unit.</param>
public readonly record struct ShippingContent(
    JsonText FirstName,
    JsonText LastName,
    JsonText EmailAddress,
    JsonText PhoneNumber,
    JsonText Address
)
{
    /// <summary>What stands after this is said about something of which <paramref name="before"/> was said.</summary>
    public ShippingContent Over(ShippingContent before) =>
        new(
            FirstName.Over(before.FirstName),
            LastName.Over(before.LastName),
            EmailAddress.Over(before.EmailAddress),
            PhoneNumber.Over(before.PhoneNumber),
            Address.Over(before.Address)
        );

    /// <summary>Says nothing: these are data about people.</summary>
    public override string ToString() => "shipping content";
}
