using System.Collections.Frozen;
using System.Globalization;

namespace Checkstand.Core;

/// <summary>
/// The currencies that prices can be in, with what a card can be charged in each at least and at most, as the vendor's
/// document of its API states it.
/// </summary>
public static class Currencies
{
    private const long MinorUnitsMaxElsewhere = 99_999_999;

    /// <summary>All of them, by code.</summary>
    public static readonly IReadOnlyList<Currency> All =
    [
        Of("aed", 200),
        Of("all", 5_000),
        Of("amd", 20_000),
        Of("aoa", 50_000),
        Of("ars", 75_000, most: 140_000_000),
        Of("aud", 70),
        Of("awg", 100),
        Of("azn", 100),
        Of("bam", 100),
        Of("bbd", 200),
        Of("bdt", 7_000),
        Of("bif", 2_000, decimals: 0),
        Of("bmd", 100),
        Of("bnd", 100),
        Of("bob", 500),
        Of("brl", 250),
        Of("bsd", 100),
        Of("bwp", 1_000),
        Of("bzd", 200),
        Of("cad", 70),
        Of("cdf", 200_000, most: 280_000_000),
        Of("chf", 50),
        Of("clp", 500, decimals: 0),
        Of("cny", 500),
        Of("cop", 200_000, most: 400_000_000),
        Of("crc", 30_000),
        Of("cve", 5_000),
        Of("czk", 1_500),
        Of("djf", 100, decimals: 0),
        Of("dkk", 320),
        Of("dop", 4_000),
        Of("dzd", 7_000),
        Of("egp", 3_000),
        Of("etb", 8_000),
        Of("eur", 50),
        Of("fjd", 200),
        Of("fkp", 100),
        Of("gbp", 40),
        Of("gel", 200),
        Of("gip", 100),
        Of("gmd", 4_000),
        Of("gnf", 5_000, decimals: 0),
        Of("gtq", 500),
        Of("gyd", 20_000),
        Of("hkd", 400),
        Of("hnl", 2_000),
        Of("htg", 7_000),
        Of("huf", 17_500),
        Of("idr", 900_000, most: 1_600_000_000),
        Of("ils", 150),
        Of("inr", 6_000),
        Of("isk", 7_000),
        Of("jmd", 8_000),
        Of("jpy", 80, decimals: 0),
        Of("kes", 7_000),
        Of("kgs", 5_000),
        Of("khr", 300_000, most: 400_000_000),
        Of("kmf", 500, decimals: 0),
        Of("krw", 800, decimals: 0),
        Of("kyd", 100),
        Of("kzt", 30_000),
        Of("lak", 2_000_000, most: 2_100_000_000),
        Of("lkr", 20_000),
        Of("lrd", 10_000),
        Of("lsl", 1_000),
        Of("mad", 500),
        Of("mdl", 1_000),
        Of("mga", 3_000, decimals: 0),
        Of("mkd", 5_000),
        Of("mnt", 200_000, most: 350_000_000),
        Of("mop", 500),
        Of("mur", 5_000),
        Of("mvr", 800),
        Of("mwk", 100_000, most: 175_000_000),
        Of("mxn", 900),
        Of("myr", 200),
        Of("mzn", 5_000),
        Of("nad", 1_000),
        Of("ngn", 70_000, most: 155_000_000),
        Of("nio", 2_000),
        Of("nok", 500),
        Of("npr", 8_000),
        Of("nzd", 90),
        Of("pab", 100),
        Of("pen", 200),
        Of("pgk", 300),
        Of("php", 3_500),
        Of("pkr", 20_000),
        Of("pln", 200),
        Of("pyg", 4_000, decimals: 0),
        Of("qar", 200),
        Of("ron", 250),
        Of("rsd", 6_000),
        Of("rwf", 1_000, decimals: 0),
        Of("sar", 200),
        Of("sbd", 400),
        Of("scr", 800),
        Of("sek", 500),
        Of("sgd", 70),
        Of("shp", 100),
        Of("sos", 50_000),
        Of("srd", 2_000),
        Of("szl", 1_000),
        Of("thb", 2_000),
        Of("tjs", 500),
        Of("top", 200),
        Of("try", 3_000),
        Of("ttd", 400),
        Of("twd", 2_000),
        Of("tzs", 200_000, most: 250_000_000),
        Of("uah", 3_000),
        Of("ugx", 200_000, most: 370_000_000),
        Of("usd", 50),
        Of("uyu", 2_000),
        Of("uzs", 700_000, most: 1_250_000_000),
        Of("vnd", 20_000, decimals: 0),
        Of("vuv", 100, decimals: 0),
        Of("wst", 200),
        Of("xaf", 500, decimals: 0),
        Of("xcd", 200),
        Of("xcg", 100),
        Of("xof", 500, decimals: 0),
        Of("xpf", 100, decimals: 0),
        Of("yer", 20_000),
        Of("zar", 900),
        Of("zmw", 1_000),
    ];

    private static readonly FrozenDictionary<string, Currency> ByCode = All.ToFrozenDictionary(
        currency => currency.Code,
        StringComparer.Ordinal
    );

    /// <summary>Codes of all of them: ISO 4217, lower case.</summary>
    public static readonly IReadOnlyList<string> Codes = [.. All.Select(currency => currency.Code)];

    /// <summary>A currency by its code, in lower case; null when prices can't be in it.</summary>
    public static Currency? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>A currency that is known to be one.</summary>
    /// <exception cref="KeyNotFoundException">It is none.</exception>
    public static Currency Get(string code) => ByCode[code];

    private static Currency Of(string code, long least, long most = MinorUnitsMaxElsewhere, int decimals = 2) =>
        new(code, least, most, decimals);
}

/// <summary>A currency that prices can be in.</summary>
/// <param name="Code">ISO 4217, lower case.</param>
/// <param name="MinorUnitsMin">The least amount that is charged, other than nothing.</param>
/// <param name="MinorUnitsMax">The greatest amount of a price.</param>
/// <param name="Decimals">How many decimals its amounts are written with: 0 or 2.</param>
public sealed record Currency(string Code, long MinorUnitsMin, long MinorUnitsMax, int Decimals)
{
    /// <summary>Whether its minor unit is the unit itself.</summary>
    public bool IsZeroDecimal => Decimals == 0;

    /// <summary>An amount for people, such as <c>0.50 USD</c>.</summary>
    public string Format(long minorUnits) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsZeroDecimal ? minorUnits.ToString(CultureInfo.InvariantCulture) : (minorUnits / 100m).ToString("0.00", CultureInfo.InvariantCulture))} {Code.ToUpperInvariant()}"
        );
}
