using Checkstand.Wire.Shapes;
using Xunit;
using static Checkstand.Wire.Tests.Shapes.Checked;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class TextTests
{
    private static readonly TextShape Any = new();
    private static readonly TextShape Short = new() { LengthMin = 2, LengthMax = 3 };
    private static readonly TextShape Country = new() { Pattern = TextPattern.Country };
    private static readonly TextShape Intent = new() { Values = ["authorize", "capture"], EnumName = "Intent" };
    private static readonly TextShape Constant = new() { Values = ["card"] };

    [Theory]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"GoPro HD\"", "\"GoPro HD\"")]
    [InlineData("\"Łódź\"", "\"Łódź\"")]
    [InlineData("\"\\u0141\\u00f3d\\u017a\"", "\"Łódź\"")]
    [InlineData("\"a\\/b\"", "\"a/b\"")]
    [InlineData("\"<b>&'+\"", "\"<b>&'+\"")]
    [InlineData("\"\\\"\\\\\"", "\"\\\"\\\\\"")]
    [InlineData("\"\\t\\n\"", "\"\\t\\n\"")]
    public void Text_keeps_its_meaning(string json, string normal) => Assert.Equal(normal, Accepted(Any, json));

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[\"a\"]")]
    [InlineData("{}")]
    public void Nothing_stands_in_for_text(string json) => AssertRefused(Any, json, "string_type");

    [Theory]
    [InlineData("\"ab\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"éé\"")]
    [InlineData("\"😀😀😀\"")]
    [InlineData("\"\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\"")]
    // One family is seen, five code points are counted: the next test refuses it.
    [InlineData("\"e\\u0301e\"")]
    public void Lengths_count_code_points(string json) => Accepted(Short, json);

    [Theory]
    [InlineData("\"\"", "string_too_short")]
    [InlineData("\"a\"", "string_too_short")]
    [InlineData("\"😀\"", "string_too_short")]
    [InlineData("\"\\ud83d\\ude00\"", "string_too_short")]
    [InlineData("\"abcd\"", "string_too_long")]
    [InlineData("\"😀😀😀😀\"", "string_too_long")]
    [InlineData("\"👨‍👩‍👧\"", "string_too_long")]
    public void Too_few_or_too_many_code_points_are_refused(string json, string type) =>
        AssertRefused(Short, json, type);

    [Fact]
    public void The_bounds_of_a_length_are_said_in_the_right_number()
    {
        Assert.Equal("String should have at least 2 characters.", Refused(Short, "\"a\"").Message);
        Assert.Equal(
            "String should have at least 1 character.",
            Refused(new TextShape { LengthMin = 1 }, "\"\"").Message
        );
        Assert.Equal("String should have at most 3 characters.", Refused(Short, "\"abcd\"").Message);
    }

    [Fact]
    public void A_pattern_is_said_when_text_does_not_match_it()
    {
        Assert.Equal("\"GB\"", Accepted(Country, "\"GB\""));
        AssertRefused(Country, "\"gb\"", "string_pattern_mismatch");
        AssertRefused(Country, "\"GB\\n\"", "string_pattern_mismatch");
        Assert.Equal("String should match pattern '^[A-Z]{2}$'.", Refused(Country, "\"gb\"").Message);
    }

    [Fact]
    public void An_enumeration_says_its_values()
    {
        Assert.Equal("\"capture\"", Accepted(Intent, "\"capture\""));
        AssertRefused(Intent, "\"Capture\"", "enum");
        AssertRefused(Intent, "\"\"", "enum");
        Assert.Equal("Input should be one of 'authorize', 'capture'.", Refused(Intent, "\"x\"").Message);
    }

    [Fact]
    public void A_constant_says_its_value()
    {
        Assert.Equal("\"card\"", Accepted(Constant, "\"card\""));
        AssertRefused(Constant, "\"cards\"", "literal_error");
        Assert.Equal("Input should be 'card'.", Refused(Constant, "\"x\"").Message);
    }

    [Theory]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"a\\u0000b\"")]
    public void NUL_is_refused_although_JSON_allows_it(string json) => AssertRefused(Any, json, "string_nul");

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00\"")]
    [InlineData("\"a\\ud83db\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    [InlineData("\"\\ud83d\\u0041\"")]
    public void Half_a_surrogate_pair_is_no_text(string json) => AssertRefused(Any, json, "string_unicode");

    [Theory]
    [InlineData("\"\\u0001\"")]
    [InlineData("\"\\ufffe\"")]
    [InlineData("\"\\u2028\"")]
    [InlineData("\"\\udbff\\udfff\"")]
    public void Unusual_characters_are_text(string json) => Accepted(Any, json);

    // Checks that the buffer for unescaping is as long as the longest text it can get.
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Long_escaped_text_is_read_whole(int count)
    {
        var json = "\"" + string.Concat(Enumerable.Repeat("\\u0041", count)) + "\"";

        Assert.Equal("\"" + new string('A', count) + "\"", Accepted(Any, json));
    }

    [Fact]
    public void A_refusal_never_repeats_the_text()
    {
        const string secret = "\"4111111111111111\"";

        Assert.All(
            new[] { Short, Country, Intent, Constant },
            shape => Assert.DoesNotContain("4111", Refused(shape, secret).ToString(), StringComparison.Ordinal)
        );
    }
}
