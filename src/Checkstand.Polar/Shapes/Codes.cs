using Checkstand.Core;
using Checkstand.Core.Taxes;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>The codes of money and countries that requests may name (contract sections 2.1, 2.5).</summary>
internal static class Codes
{
    /// <summary>The 126 currencies of prices, ISO 4217 in lower case.</summary>
    public static readonly TextShape Currency = Forms.OneOf("PresentmentCurrency", [.. Currencies.Codes]);

    /// <summary>The countries that buyers and sellers can be from: ISO 3166-1 alpha-2.</summary>
    public static readonly TextShape Country = Forms.OneOf("CountryInput", [.. Addresses.Countries]);
}
