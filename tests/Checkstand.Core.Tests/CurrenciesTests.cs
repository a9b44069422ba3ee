using Xunit;

namespace Checkstand.Core.Tests;

/// <summary>The currencies of prices.</summary>
public sealed class CurrenciesTests
{
    [Fact]
    public void There_are_126_of_them_each_once()
    {
        Assert.Equal(126, Currencies.All.Count);
        Assert.Equal(126, Currencies.Codes.Distinct().Count());
    }

    [Fact]
    public void A_charge_has_a_least_and_a_greatest_amount_in_each() =>
        Assert.All(
            Currencies.All,
            currency => Assert.True(0 < currency.MinorUnitsMin && currency.MinorUnitsMin < currency.MinorUnitsMax)
        );

    [Theory]
    [InlineData("usd", 50)]
    [InlineData("eur", 50)]
    [InlineData("gbp", 40)]
    [InlineData("jpy", 80)]
    [InlineData("huf", 17_500)]
    public void Small_amounts_are_not_charged(string code, long least) =>
        Assert.Equal(least, Currencies.Get(code).MinorUnitsMin);

    [Theory]
    [InlineData("usd", 99_999_999)]
    [InlineData("idr", 1_600_000_000)]
    public void Weak_currencies_reach_higher(string code, long most) =>
        Assert.Equal(most, Currencies.Get(code).MinorUnitsMax);

    [Fact]
    public void Some_are_written_without_decimals() =>
        Assert.Equal(
            "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf",
            string.Join(' ', Currencies.All.Where(currency => currency.IsZeroDecimal).Select(currency => currency.Code))
        );

    [Fact]
    public void Amounts_are_written_for_people()
    {
        Assert.Equal("0.50 USD", Currencies.Get("usd").Format(50));
        Assert.Equal("80 JPY", Currencies.Get("jpy").Format(80));
    }

    [Fact]
    public void Prices_are_in_no_other() => Assert.Null(Currencies.Find("rub"));
}
