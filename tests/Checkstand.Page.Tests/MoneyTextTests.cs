namespace Checkstand.Page.Tests;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(1299, "usd", "$12.99")]
    [InlineData(0, "usd", "$0.00")]
    [InlineData(123456789, "eur", "€1,234,567.89")]
    [InlineData(1299, "jpy", "¥1,299")]
    [InlineData(1299, "chf", "CHF\u00a012.99")]
    [InlineData(-500, "usd", "\u2212$5.00")]
    public void An_amount_is_written_with_the_decimals_of_its_currency(long minorUnits, string currency, string text) =>
        Assert.Equal(text, MoneyText.Of(minorUnits, currency));

    [Theory]
    [InlineData("12", "usd", 1200L)]
    [InlineData("12.5", "usd", 1250L)]
    [InlineData(" 1 234,50 ", "eur", 123450L)]
    [InlineData("1,234.50", "usd", 123450L)]
    [InlineData("1299", "jpy", 1299L)]
    [InlineData("0", "usd", 0L)]
    [InlineData("12.345", "usd", null)]
    [InlineData("12.5", "jpy", null)]
    [InlineData("-1", "usd", null)]
    [InlineData("1e3", "usd", null)]
    [InlineData("$5", "usd", null)]
    [InlineData("", "usd", null)]
    [InlineData("99999999999999999999", "usd", null)]
    [InlineData("1.2.3", "usd", null)]
    public void What_was_typed_is_read_exactly_or_not_at_all(string typed, string currency, long? expected) =>
        Assert.Equal(expected, MoneyText.Parse(typed, currency));

    [Theory]
    [InlineData(123450, "usd", "1234.50")]
    [InlineData(1299, "jpy", "1299")]
    public void A_field_shows_what_can_be_read_again(long minorUnits, string currency, string text)
    {
        Assert.Equal(text, MoneyText.InField(minorUnits, currency));
        Assert.Equal(minorUnits, MoneyText.Parse(text, currency));
    }
}
