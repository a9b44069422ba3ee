using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class AnyObjectTests
{
    private static readonly AnyObjectShape Any = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":null,"b":[1,1.50,1e3,"x",true,{"c":[]}]}""")]
    public void An_object_is_carried_as_it_is(string json) => Assert.Equal(json, Checked.Accepted(Any, json));

    [Theory]
    [InlineData("[]", "dict_type")]
    [InlineData("1", "dict_type")]
    [InlineData("null", "dict_type")]
    public void What_is_no_object_is_refused(string json, string type) => Checked.AssertRefused(Any, json, type);

    [Theory]
    [InlineData("""{"a":{"b":1,"b":2}}""", "/value/a/b", "duplicate_key")]
    [InlineData("""{"a":["\ud800"]}""", "/value/a/0", "string_unicode")]
    [InlineData("""{"a":"\u0000"}""", "/value/a", "string_nul")]
    public void What_would_break_a_reader_is_refused_in_its_place(string json, string at, string type)
    {
        var violation = Checked.Refused(Any, json);

        Assert.Equal((at, type), (violation.Pointer, violation.Type));
    }
}
