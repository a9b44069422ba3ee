using System.Numerics;
using System.Text;
using Checkstand.Wire.Shapes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Checkstand.Wire.Tests.Shapes.Checked;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class NumberTests
{
    // Contract gr4vy section 2: amounts are integers from 0 to 99999999, quantities start above 0.
    private static readonly IntegerShape Amount = new(0, 99_999_999);
    private static readonly IntegerShape Quantity = new(1, 99_999_999) { IsMinStatedExclusive = true };
    private static readonly IntegerShape AnyInteger = new(long.MinValue, long.MaxValue);

    // expires_in: a number from 3600 to 86400; the C# SDK sends 3600.0.
    private static readonly NumberShape Life = new(3600, 86_400);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1299", "1299")]
    [InlineData("99999999", "99999999")]
    [InlineData("-0", "0")]
    [InlineData("12.0", "12")]
    [InlineData("12.000000", "12")]
    [InlineData("0.0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1e2", "100")]
    [InlineData("1E+2", "100")]
    [InlineData("1200e-2", "12")]
    [InlineData("1.5e1", "15")]
    [InlineData("12.0000000000000000000000000000000000000", "12")]
    [InlineData("0.00000000000000000000000000000000000012e38", "12")]
    [InlineData("1200000000000000000000000000000000000000e-38", "12")]
    public void An_integer_in_any_notation_is_written_as_digits(string json, string normal) =>
        Assert.Equal(normal, Accepted(Amount, json));

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    public void The_outermost_64_bit_integers_are_exact(string json) => Assert.Equal(json, Accepted(AnyInteger, json));

    [Theory]
    [InlineData("12.5")]
    [InlineData("0.1")]
    [InlineData("1e-1")]
    [InlineData("1e-30")]
    [InlineData("1e-400")]
    [InlineData("1e-2147483649")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("12.0000000000000000000000000000000000001")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1e19")]
    [InlineData("1e30")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void A_fraction_or_more_than_64_bits_is_no_integer(string json) =>
        AssertRefused(AnyInteger, json, "int_from_float");

    // The oracle reckons with whole numbers of any size: digits times a power of ten.
    [Fact]
    public void A_number_is_an_integer_exactly_when_it_is_whole_and_fits() =>
        Property.Holds(
            from sign in Gen.Elements("", "-")
            from whole in Digits(1, 22)
            from fraction in Digits(0, 8)
            from exponent in Gen.Choose(-25, 25)
            select (sign, whole: whole.TrimStart('0') is { Length: > 0 } digits ? digits : "0", fraction, exponent),
            number =>
            {
                var point = number.fraction.Length > 0 ? "." : "";
                var json = $"{number.sign}{number.whole}{point}{number.fraction}e{number.exponent}";
                var body = new ObjectShape("Body", new Field("n", AnyInteger)).Check($$"""{"n":{{json}}}""");
                var power = number.exponent - number.fraction.Length;
                var mantissa = BigInteger.Parse(number.sign + number.whole + number.fraction);
                var rest = BigInteger.Zero;
                var value =
                    power >= 0
                        ? mantissa * BigInteger.Pow(10, power)
                        : BigInteger.DivRem(mantissa, BigInteger.Pow(10, -power), out rest);
                var isInteger = rest.IsZero && value >= long.MinValue && value <= long.MaxValue;
                return body.IsAccepted == isInteger
                    && (!isInteger || Encoding.UTF8.GetString(body["n"].Span) == value.ToString());
            },
            runs: 5000
        );

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"a":[1,{"b":2}]}""")]
    public void Nothing_stands_in_for_an_integer(string json) => AssertRefused(Amount, json, "int_type");

    [Fact]
    public void An_integer_below_its_range_is_refused_with_the_bound()
    {
        AssertRefused(Amount, "-1", "greater_than_equal");
        Assert.Equal("Input should be greater than or equal to 0.", Refused(Amount, "-1").Message);
    }

    [Fact]
    public void A_bound_that_is_stated_exclusive_is_said_exclusive()
    {
        AssertRefused(Quantity, "0", "greater_than");
        Assert.Equal("Input should be greater than 0.", Refused(Quantity, "0").Message);
        Assert.Equal("1", Accepted(Quantity, "1"));
    }

    [Fact]
    public void An_integer_above_its_range_is_refused_with_the_bound()
    {
        AssertRefused(Amount, "100000000", "less_than_equal");
        Assert.Equal("Input should be less than or equal to 99999999.", Refused(Amount, "100000000").Message);
    }

    [Theory]
    [InlineData("3600", "3600")]
    [InlineData("3600.0", "3600")]
    [InlineData("3.6e3", "3600")]
    [InlineData("3600.5", "3600.5")]
    [InlineData("86400", "86400")]
    public void A_number_may_have_a_fraction(string json, string normal) => Assert.Equal(normal, Accepted(Life, json));

    [Theory]
    [InlineData("3599.9999", "greater_than_equal")]
    [InlineData("0", "greater_than_equal")]
    [InlineData("-0", "greater_than_equal")]
    [InlineData("-1e400", "greater_than_equal")]
    [InlineData("86400.001", "less_than_equal")]
    [InlineData("1e400", "less_than_equal")]
    [InlineData("9223372036854775808", "less_than_equal")]
    public void A_number_outside_its_range_is_refused(string json, string type) => AssertRefused(Life, json, type);

    [Fact]
    public void The_bounds_of_a_number_are_said()
    {
        Assert.Equal("Input should be greater than or equal to 3600.", Refused(Life, "1").Message);
        Assert.Equal("Input should be less than or equal to 86400.", Refused(Life, "1e9").Message);
    }

    [Theory]
    [InlineData("\"3600\"")]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("[3600]")]
    [InlineData("{}")]
    public void Nothing_stands_in_for_a_number(string json) => AssertRefused(Life, json, "float_type");

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void A_boolean_is_a_boolean(string json) => Assert.Equal(json, Accepted(new BooleanShape(), json));

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("\"true\"")]
    [InlineData("null")]
    [InlineData("[true]")]
    [InlineData("{}")]
    public void Nothing_stands_in_for_a_boolean(string json) => AssertRefused(new BooleanShape(), json, "bool_type");

    // Rich in zeros, where trailing ones decide.
    private static Gen<string> Digits(int least, int most) =>
        from count in Gen.Choose(least, most)
        from digits in Gen.Elements("0000000000123456789".ToCharArray()).ArrayOf(count)
        select new string(digits);
}
