using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;

namespace Checkstand.Polar;

/// <summary>The contract's words for what products and prices are made of (section 2.1).</summary>
internal static class CatalogueWords
{
    /// <summary>What recurring prices, trials and meters are counted in.</summary>
    public static readonly string[] Intervals = ["day", "week", "month", "year"];

    /// <summary>Who may see a product.</summary>
    public static readonly string[] Visibilities = ["draft", "private", "public"];

    /// <summary>How a price means tax.</summary>
    public static readonly string[] TaxBehaviors = ["location", "inclusive", "exclusive"];

    /// <summary>What a meter counts.</summary>
    public static readonly string[] MeterUnits = ["scalar", "token", "custom"];

    public static string Of(CalendarUnit unit) =>
        unit switch
        {
            CalendarUnit.Day => "day",
            CalendarUnit.Week => "week",
            CalendarUnit.Month => "month",
            CalendarUnit.Year => "year",
            _ => throw new UnreachableException($"No word is defined for {unit}."),
        };

    public static CalendarUnit IntervalOf(string word) =>
        Enum.GetValues<CalendarUnit>().First(unit => Of(unit) == word);

    public static string Of(ProductVisibility visibility) =>
        visibility switch
        {
            ProductVisibility.Draft => "draft",
            ProductVisibility.Private => "private",
            ProductVisibility.Public => "public",
            _ => throw new UnreachableException($"No word is defined for {visibility}."),
        };

    public static ProductVisibility VisibilityOf(string word) =>
        Enum.GetValues<ProductVisibility>().First(visibility => Of(visibility) == word);

    public static string Of(TaxBehaviorOption behavior) =>
        behavior switch
        {
            TaxBehaviorOption.Location => "location",
            TaxBehaviorOption.Inclusive => "inclusive",
            TaxBehaviorOption.Exclusive => "exclusive",
            _ => throw new UnreachableException($"No word is defined for {behavior}."),
        };

    public static TaxBehaviorOption TaxBehaviorOf(string word) =>
        Enum.GetValues<TaxBehaviorOption>().First(behavior => Of(behavior) == word);

    public static string Of(MeterUnit unit) =>
        unit switch
        {
            MeterUnit.Scalar => "scalar",
            MeterUnit.Token => "token",
            MeterUnit.Custom => "custom",
            _ => throw new UnreachableException($"No word is defined for {unit}."),
        };

    public static MeterUnit MeterUnitOf(string word) => Enum.GetValues<MeterUnit>().First(unit => Of(unit) == word);
}
