using Checkstand.Core.Taxes;

namespace Checkstand.Server;

/// <summary>Whether and how tax is worked out: not at all, or from a table of rates.</summary>
internal sealed class TaxOptions
{
    /// <summary>
    /// Hundredths of a percent by country (<c>DE</c>) or country and state (<c>US-CA</c>), 0 to 10,000. Empty, the
    /// default: no tax is collected.
    /// </summary>
    public Dictionary<string, int> Rates { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the settings, in words; null when nothing is.</summary>
    public string? Problem => RateTable.ProblemOf(Rates);

    /// <summary>What works tax out by these settings.</summary>
    public ITaxes Create() => Rates.Count == 0 ? new NoTaxes() : new RateTable(Rates);
}
