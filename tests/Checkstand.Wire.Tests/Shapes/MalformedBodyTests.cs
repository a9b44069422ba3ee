using System.Text;
using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class MalformedBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{\"text\"")]
    [InlineData("{\"text\":")]
    [InlineData("{\"text\":}")]
    [InlineData("{\"text\":\"a}")]
    [InlineData("{\"text\":\"a\",}")]
    [InlineData("{,\"text\":\"a\"}")]
    [InlineData("{\"text\" \"a\"}")]
    [InlineData("{'text':'a'}")]
    [InlineData("{text:\"a\"}")]
    [InlineData("{\"list\":[\"a\",]}")]
    [InlineData("{\"list\":[\"a\"}")]
    [InlineData("{\"integer\":01}")]
    [InlineData("{\"integer\":+1}")]
    [InlineData("{\"integer\":.5}")]
    [InlineData("{\"integer\":1.}")]
    [InlineData("{\"integer\":0x1}")]
    [InlineData("{\"number\":NaN}")]
    [InlineData("{\"number\":Infinity}")]
    [InlineData("{\"number\":-}")]
    [InlineData("{\"flag\":True}")]
    [InlineData("{\"text\":nul}")]
    [InlineData("{\"text\":\"\\x41\"}")]
    [InlineData("{\"text\":\"\\u00g0\"}")]
    [InlineData("{\"text\":\"\\u00\"}")]
    [InlineData("{\"text\":\"a\nb\"}")]
    [InlineData("{\"text\":\"a\0b\"}")]
    [InlineData("{\"text\":\"a\"}\0")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{}]")]
    [InlineData("[]1")]
    [InlineData("{\"text\":\"a\"} // why")]
    [InlineData("/* why */{}")]
    [InlineData("\ufeff{}")]
    [InlineData("text=a&flag=true")]
    [InlineData("<text>a</text>")]
    public void What_is_no_JSON_is_refused_as_a_whole(string body)
    {
        var violation = Assert.Single(Everything.Shape.Check(body).Violations);

        Assert.Equal(
            (ViolationLocation.Body, "", "json_invalid"),
            (violation.Location, violation.Pointer, violation.Type)
        );
    }

    [Theory]
    [InlineData("80")]
    [InlineData("ff")]
    [InlineData("c0af")]
    [InlineData("c280c2")]
    [InlineData("eda080")]
    [InlineData("edb080")]
    [InlineData("f4908080")]
    [InlineData("f0808080")]
    public void Bytes_that_are_no_UTF_8_are_refused_wherever_they_are(string hex)
    {
        var bad = Convert.FromHexString(hex);

        foreach (var (before, after) in new[] { ("{\"text\":\"", "\"}"), ("{\"", "\":1}"), ("", "{}"), ("{}", "") })
        {
            byte[] body = [.. Encoding.UTF8.GetBytes(before), .. bad, .. Encoding.UTF8.GetBytes(after)];
            var violation = Assert.Single(Everything.Shape.CheckBody(body).Violations);
            Assert.Equal(("", "json_invalid"), (violation.Pointer, violation.Type));
        }
    }

    [Fact]
    public void Text_in_another_encoding_is_refused()
    {
        const string json = """{"text":"a"}""";

        Assert.False(Everything.Shape.CheckBody(Encoding.Unicode.GetBytes(json)).IsAccepted);
        Assert.False(Everything.Shape.CheckBody(Encoding.UTF32.GetBytes(json)).IsAccepted);
        Assert.False(Everything.Shape.CheckBody(Encoding.Latin1.GetBytes("""{"text":"é"}""")).IsAccepted);
    }

    [Fact]
    public void The_refusal_says_where_and_repeats_nothing()
    {
        var violation = Assert.Single(
            Everything.Shape.Check("{\n\"text\":\"a\",\n\"number\":4111111111111111x}").Violations
        );

        Assert.StartsWith("The body is not valid JSON (line 3, byte ", violation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Violations_before_the_place_where_JSON_breaks_are_not_listed() =>
        Assert.Equal([" json_invalid"], Everything.Shape.Check("{\"integer\":\"x\",\"text\":1,}").Listed());

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[{\"a\":", "}]")]
    public void A_body_that_is_nested_too_deep_is_refused_wherever_it_is(string open, string close)
    {
        foreach (var depth in new[] { 40, 1_000, 100_000 })
        {
            var nested =
                string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            foreach (var field in Everything.Shape.Fields.Select(field => field.Name).Append("unknown"))
            {
                Assert.Equal([" json_invalid"], Everything.Shape.Check($$"""{"{{field}}":{{nested}}}""").Listed());
            }

            Assert.Equal([" json_invalid"], Everything.Shape.Check(nested).Listed());
        }
    }

    [Fact]
    public void A_body_that_is_nested_deeper_than_any_contract_but_not_too_deep_is_looked_through()
    {
        var nested = string.Concat(Enumerable.Repeat("[", 30)) + string.Concat(Enumerable.Repeat("]", 30));

        Assert.Equal(["/unknown extra_forbidden"], Everything.Shape.Check($$"""{"unknown":{{nested}}}""").Listed());
    }

    // A name that begins like a declared one and goes on with half a surrogate pair.
    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00")]
    [InlineData("t\\ud800")]
    [InlineData("te\\udc00")]
    [InlineData("choice\\ud800")]
    [InlineData("\\u0074\\ud800")]
    [InlineData("\\ud800\\ud800")]
    public void A_name_with_half_a_surrogate_pair_is_unknown_and_no_failure(string name)
    {
        Assert.Equal(["/\ufffd extra_forbidden"], Everything.Shape.Check($$"""{"{{name}}":1}""").Listed());
        Assert.Equal(
            ["/list/0/\ufffd extra_forbidden", "/list/0/name missing"],
            Everything.Shape.Check($$"""{"list":[{"{{name}}":1}]}""").Listed()
        );
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("kin\\ud800")]
    [InlineData("k\\udc00")]
    public void A_name_with_half_a_surrogate_pair_beside_a_discriminator_is_unknown_and_no_failure(string name) =>
        Assert.Equal(
            ["/choice/\ufffd extra_forbidden"],
            Everything.Shape.Check($$"""{"choice":{"{{name}}":1,"kind":"b"} }""").Listed()
        );
}
