using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests;

public sealed class JsonTextTests
{
    [Fact]
    public void Nothing_said_is_neither_present_nor_a_value()
    {
        Assert.False(default(JsonText).IsPresent);
        Assert.False(default(JsonText).HasValue);
        Assert.Equal("", default(JsonText).ToString());
    }

    [Fact]
    public void Null_is_present_and_no_value()
    {
        Assert.True(JsonText.Null.IsPresent);
        Assert.False(JsonText.Null.HasValue);
        Assert.NotEqual(default, JsonText.Null);
        Assert.Equal(JsonText.Null, Json("null"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("false")]
    [InlineData("\"\"")]
    [InlineData("\"null\"")]
    [InlineData("{}")]
    [InlineData("[null]")]
    public void Everything_else_is_a_value(string json)
    {
        Assert.True(Json(json).IsPresent);
        Assert.True(Json(json).HasValue);
        Assert.Equal(json, Json(json).ToString());
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-1", -1L)]
    [InlineData("99999999", 99_999_999L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("12.0", null)]
    [InlineData("1e2", null)]
    [InlineData("\"1\"", null)]
    [InlineData("null", null)]
    [InlineData("true", null)]
    [InlineData("[1]", null)]
    [InlineData("", null)]
    public void Only_an_integer_is_read_as_one(string json, long? expected) =>
        Assert.Equal(expected, Json(json).AsInt64());

    [Fact]
    public void Equal_texts_are_equal_wherever_they_lie()
    {
        var left = new JsonText("[1,2]"u8.ToArray());
        var right = new JsonText("x[1,2]x"u8.ToArray().AsMemory(1, 5));

        Assert.True(left == right);
        Assert.False(left != right);
        Assert.True(left.Equals((object)right));
        Assert.False(left.Equals("[1,2]"));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.False(left == Json("[1,3]"));
    }

    [Fact]
    public void Text_beyond_ASCII_stays_what_it_is() => Assert.Equal("\"Łódź 🛒\"", Json("\"Łódź 🛒\"").ToString());
}
