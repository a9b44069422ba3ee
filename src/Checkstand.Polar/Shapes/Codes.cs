using Checkstand.Core.Payments;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>The codes of money and countries that requests may name (contract sections 2.1, 2.5).</summary>
internal static class Codes
{
    /// <summary>The 126 currencies of prices, ISO 4217 in lower case.</summary>
    public static readonly TextShape Currency = Forms.OneOf(
        "PresentmentCurrency",
        (
            "aed all amd aoa ars aud awg azn bam bbd bdt bif bmd bnd bob brl bsd bwp bzd cad cdf chf clp cny cop crc "
            + "cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk "
            + "jmd jpy kes kgs khr kmf krw kyd kzt lak lkr lrd lsl mad mdl mga mkd mnt mop mur mvr mwk mxn myr mzn nad "
            + "ngn nio nok npr nzd pab pen pgk php pkr pln pyg qar ron rsd rwf sar sbd scr sek sgd shp sos srd szl thb "
            + "tjs top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw"
        ).Split(' ')
    );

    /// <summary>The countries that nobody can be from in a request, though an answer may name them.</summary>
    public static readonly IReadOnlyList<string> Barred = ["CU", "IR", "KP", "SY", "RU"];

    /// <summary>Any other country: ISO 3166-1 alpha-2.</summary>
    public static readonly TextShape Country = Forms.OneOf("CountryInput", [.. IsoCodes.Countries.Except(Barred)]);
}
