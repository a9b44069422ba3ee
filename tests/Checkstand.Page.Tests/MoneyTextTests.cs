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
    [InlineData("79228162514264337593543950335", "usd", null)]
    [InlineData("79228162514264337593543950335", "jpy", null)]
    [InlineData("10000000000000", "usd", 1_000_000_000_000_000L)]
    [InlineData("10000000000000.01", "usd", null)]
    [InlineData("1,000", "usd", null)]
    [InlineData("1.000", "eur", null)]
    [InlineData("1 234,500", "eur", null)]
    [InlineData("1,000", "jpy", null)]
    [InlineData("1,000.00", "usd", 100000L)]
    [InlineData("1000.0000", "usd", 100000L)]
    public void What_was_typed_is_read_exactly_or_not_at_all(string typed, string currency, long? expected) =>
        Assert.Equal(expected, MoneyText.Parse(typed, currency));

    [Theory]
    [InlineData("1,000", "usd", "Write the amount without a mark for thousands, such as 1000.00.")]
    [InlineData(" 1.000 ", "jpy", "Write the amount without a mark for thousands, such as 100000.")]
    [InlineData("many", "usd", "Enter an amount in figures, such as 12.50.")]
    [InlineData("12.5", "jpy", "Enter an amount in figures, such as 1250.")]
    public void What_can_not_be_read_is_answered_with_how_to_write_it(string typed, string currency, string words) =>
        Assert.Equal(words, PageWords.WrongAmount(typed, currency));

    [Theory]
    [InlineData(123450, "usd", "1234.50")]
    [InlineData(1299, "jpy", "1299")]
    public void A_field_shows_what_can_be_read_again(long minorUnits, string currency, string text)
    {
        Assert.Equal(text, MoneyText.InField(minorUnits, currency));
        Assert.Equal(minorUnits, MoneyText.Parse(text, currency));
    }
}
