namespace Checkstand.Core;

/// <summary>What trials and recurring prices are counted in.</summary>
public enum CalendarUnit
{
    /// <summary>24 hours.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>To the same day of the next month, or its last.</summary>
    Month,

    /// <summary>To the same day of the next year, or the 28th of February.</summary>
    Year,
}

/// <summary>So many days, weeks, months or years.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Count">How many, 1 to 1000.</param>
public readonly record struct CalendarSpan(CalendarUnit Unit, int Count)
{
    /// <summary>The instant that lies this far after another.</summary>
    public DateTimeOffset After(DateTimeOffset start) =>
        Unit switch
        {
            CalendarUnit.Day => start.AddDays(Count),
            CalendarUnit.Week => start.AddDays(7L * Count),
            CalendarUnit.Month => start.AddMonths(Count),
            CalendarUnit.Year => start.AddYears(Count),
            _ => throw new System.Diagnostics.UnreachableException($"No length is defined for {Unit}."),
        };
}
