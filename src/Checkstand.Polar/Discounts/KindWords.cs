using Checkstand.Core.Discounts;

namespace Checkstand.Polar.Discounts;

/// <summary>The contract's words for how a discount reduces.</summary>
internal static class KindWords
{
    public static readonly string[] All = ["fixed", "percentage"];

    public static DiscountKind Read(string word) => (DiscountKind)Array.IndexOf(All, word);
}
