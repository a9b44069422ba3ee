using Checkstand.Wire.Shapes;
using Xunit;
using static Checkstand.Wire.Tests.Shapes.Checked;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class MapTests
{
    private static readonly MapShape Metadata = new(new TextShape());

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"cohort":"a"}""", """{"cohort":"a"}""")]
    [InlineData("""{ "b" : "1" , "a" : "2" }""", """{"b":"1","a":"2"}""")]
    [InlineData("""{"":"empty"}""", """{"":"empty"}""")]
    [InlineData("""{"\u006be\"y":"v"}""", """{"ke\"y":"v"}""")]
    [InlineData("""{"Łódź":"v"}""", """{"Łódź":"v"}""")]
    [InlineData("""{"a":"1","A":"2"}""", """{"a":"1","A":"2"}""")]
    public void A_map_keeps_its_keys_in_their_order(string json, string normal) =>
        Assert.Equal(normal, Accepted(Metadata, json));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void Nothing_stands_in_for_a_map(string json) => AssertRefused(Metadata, json, "dict_type");

    [Theory]
    [InlineData("""{"a":"1","a":"1"}""")]
    [InlineData("""{"a":"1","b":"2","\u0061":"3"}""")]
    public void A_key_that_appears_twice_is_refused(string json)
    {
        var violation = Refused(Metadata, json);
        Assert.Equal(("/value/a", "duplicate_key"), (violation.Pointer, violation.Type));
    }

    [Theory]
    [InlineData("""{"\ud800":"1"}""")]
    [InlineData("""{"a\udc00b":"1"}""")]
    public void A_key_with_half_a_surrogate_pair_is_refused(string json)
    {
        var violation = Refused(Metadata, json);
        Assert.Equal(("/value/\ufffd", "string_unicode"), (violation.Pointer, violation.Type));
    }

    [Fact]
    public void A_key_with_NUL_is_refused() =>
        Assert.Equal("string_unicode", Refused(Metadata, """{"a\u0000":"1"}""").Type);

    [Fact]
    public void A_value_of_another_form_is_refused_at_its_key()
    {
        var violation = Refused(Metadata, """{"a":"1","b":null}""");
        Assert.Equal(("/value/b", "string_type"), (violation.Pointer, violation.Type));
    }

    [Theory]
    [InlineData("""{"a/b":1}""", "/value/a~1b")]
    [InlineData("""{"a~b":1}""", "/value/a~0b")]
    [InlineData("""{"~1/":1}""", "/value/~01~1")]
    [InlineData("""{"":1}""", "/value/")]
    [InlineData("""{"0":1}""", "/value/0")]
    [InlineData("""{"sp ace\"":1}""", "/value/sp ace\"")]
    public void A_pointer_escapes_what_RFC_6901_says(string json, string place) =>
        Assert.Equal(place, Refused(Metadata, json).Pointer);

    [Fact]
    public void A_map_may_allow_some_keys_only()
    {
        var map = new MapShape(new TextShape()) { Key = new TextShape { Values = ["visa", "amex"] } };

        Assert.Equal("""{"amex":"1","visa":"2"}""", Accepted(map, """{"amex":"1","visa":"2"}"""));
        var violation = Refused(map, """{"visa":"1","VISA":{"x":[1]}}""");
        Assert.Equal(("/value/VISA", "enum"), (violation.Pointer, violation.Type));
    }

    [Fact]
    public void A_map_may_allow_null_for_its_values()
    {
        var map = new MapShape(new TextShape()) { IsValueNullable = true };

        Assert.Equal("""{"a":null,"b":"1"}""", Accepted(map, """{"a":null,"b":"1"}"""));
        Assert.Equal("string_type", Refused(map, """{"a":1}""").Type);
    }
}
