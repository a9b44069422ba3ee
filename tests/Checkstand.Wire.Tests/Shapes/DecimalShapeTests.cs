using System.Text;
using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

/// <summary>Decimal numbers that may be JSON numbers or text.</summary>
public sealed class DecimalShapeTests
{
    private static readonly ObjectShape Shape = new("Amount", new Field("amount", new DecimalShape(5, 12)));

    [Theory]
    [InlineData("0.5", "0.5")]
    [InlineData("\"0.5\"", "0.5")]
    [InlineData("\"00.5000\"", "0.5")]
    [InlineData("12", "12")]
    [InlineData("1e-12", "0.000000000001")]
    [InlineData("\"99999.999999999999\"", "99999.999999999999")]
    public void What_is_sent_becomes_text_without_needless_digits(string sent, string kept)
    {
        var read = Read(sent);
        Assert.True(read.IsAccepted);
        Assert.Equal($"\"{kept}\"", Encoding.UTF8.GetString(read["amount"].Span));
    }

    [Theory]
    [InlineData("0", "greater_than")]
    [InlineData("-0.5", "greater_than")]
    [InlineData("100000", "decimal_whole_digits")]
    [InlineData("\"0.0000000000001\"", "decimal_max_places")]
    [InlineData("1e400", "decimal_type")]
    [InlineData("\"1e3\"", "decimal_type")]
    [InlineData("\"\"", "decimal_type")]
    [InlineData("true", "decimal_type")]
    [InlineData("[1]", "decimal_type")]
    public void What_is_none_is_refused(string sent, string type) =>
        Assert.Equal(type, Assert.Single(Read(sent).Violations).Type);

    private static CheckedObject Read(string amount) =>
        Shape.CheckBody(Encoding.UTF8.GetBytes($$"""{"amount":{{amount}}}"""));
}
