using System.Diagnostics;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Taxes;

namespace Checkstand.Polar.Checkouts;

/// <summary>The contract's words for checkouts.</summary>
internal static class CheckoutWords
{
    /// <summary>How far a checkout can be.</summary>
    public static readonly string[] Statuses = ["open", "expired", "confirmed", "succeeded", "failed"];

    public static string Of(CheckoutStatus status) =>
        status switch
        {
            CheckoutStatus.Open => "open",
            CheckoutStatus.Expired => "expired",
            CheckoutStatus.Confirmed => "confirmed",
            CheckoutStatus.Succeeded => "succeeded",
            CheckoutStatus.Failed => "failed",
            _ => throw new UnreachableException($"No word is defined for {status}."),
        };

    public static CheckoutStatus StatusOf(string word) =>
        Enum.GetValues<CheckoutStatus>().First(status => Of(status) == word);

    public static string Of(TaxBehavior behavior) =>
        behavior switch
        {
            TaxBehavior.Inclusive => "inclusive",
            TaxBehavior.Exclusive => "exclusive",
            _ => throw new UnreachableException($"No word is defined for {behavior}."),
        };

    public static string Of(AddressNeed need) =>
        need switch
        {
            AddressNeed.Required => "required",
            AddressNeed.Optional => "optional",
            AddressNeed.Disabled => "disabled",
            _ => throw new UnreachableException($"No word is defined for {need}."),
        };
}
