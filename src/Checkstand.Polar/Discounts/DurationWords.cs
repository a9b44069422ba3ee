using Checkstand.Core.Discounts;

namespace Checkstand.Polar.Discounts;

/// <summary>The contract's words for how long a discount holds.</summary>
internal static class DurationWords
{
    public static readonly string[] All = ["once", "forever", "repeating"];

    public static string Of(DiscountDuration duration) => All[(int)duration];

    public static DiscountDuration Read(string word) => (DiscountDuration)Array.IndexOf(All, word);
}
