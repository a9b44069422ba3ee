using System.Text;
using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class ViolationTests
{
    [Fact]
    public void No_more_than_a_hundred_violations_are_listed()
    {
        var items = string.Join(',', Enumerable.Range(0, 150).Select(_ => "{}"));

        var body = Everything.Shape.Check($$"""{"list":[{{items}}],"flag":1}""");

        Assert.Equal(100, body.Violations.Count);
        Assert.Equal("/list/0/name", body.Violations[0].Pointer);
        Assert.Equal("/list/99/name", body.Violations[^1].Pointer);
    }

    [Fact]
    public void A_hundred_violations_are_all_listed_and_one_hundred_and_one_are_not()
    {
        Assert.Equal(100, Unknown(100).Violations.Count);
        Assert.Equal(100, Unknown(101).Violations.Count);
        Assert.Equal(99, Unknown(99).Violations.Count);
    }

    // A body of 1 MiB: the answer is bounded whatever is wrong with it.
    [Theory]
    [InlineData("\"{0}\":1")]
    [InlineData("\"text\":1")]
    public void A_large_body_full_of_violations_is_refused_with_a_short_list(string field)
    {
        var fields = string.Join(
            ',',
            Enumerable.Range(0, 100_000).Select(i => field.Replace("{0}", $"f{i}", StringComparison.Ordinal))
        );

        var body = Everything.Shape.Check("{" + fields + "}");

        Assert.Equal(Violation.ListedMax, body.Violations.Count);
        Assert.True(body.Violations.Sum(violation => violation.Pointer.Length + violation.Message.Length) < 20_000);
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("pan:4222222222222")]
    [InlineData("\\u0034111111111111111")]
    [InlineData("a4a1a1a1a1a1a1a1a1a1a1a1a1")]
    public void A_card_number_typed_as_a_name_is_not_repeated(string name)
    {
        Assert.Equal(["/… extra_forbidden"], Everything.Shape.Check($$"""{"{{name}}":1}""").Listed());
        Assert.Equal(["/map/… string_type"], Everything.Shape.Check($$"""{"map":{"{{name}}":1} }""").Listed());
    }

    [Fact]
    public void A_name_that_is_an_id_is_shown() =>
        Assert.Equal(
            ["/map/7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11 string_type"],
            Everything.Shape.Check("""{"map":{"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11":1} }""").Listed()
        );

    [Fact]
    public void A_name_with_few_digits_is_shown() =>
        Assert.Equal(
            ["/line_12345678901 extra_forbidden"],
            Everything.Shape.Check("""{"line_12345678901":1}""").Listed()
        );

    [Fact]
    public void A_card_number_typed_as_a_value_is_not_repeated_by_any_shape()
    {
        foreach (var field in Everything.Shape.Fields.Where(field => field.Name != "text"))
        {
            foreach (var value in new[] { "4111111111111111", "\"4111111111111111\"", "[4111111111111111]" })
            {
                var violations = Everything.Shape.Check($$"""{"{{field.Name}}":{{value}}}""").Violations;
                Assert.NotEmpty(violations);
                Assert.All(
                    violations,
                    violation => Assert.DoesNotContain("411111", violation.ToString(), StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void A_long_name_is_cut_short()
    {
        Assert.Equal("/" + new string('n', 64), PointerOf(new string('n', 64)));
        Assert.Equal("/" + new string('n', 64) + "…", PointerOf(new string('n', 65)));
        Assert.Equal("/" + new string('n', 64) + "…", PointerOf(new string('n', 100_000)));
    }

    // Half a character would come back as a replacement character, or break a strict client's parser.
    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var place = PointerOf(new string('n', 63) + "😀😀");

        Assert.Equal(place, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(place)));
    }

    [Fact]
    public void Unknown_names_are_escaped_in_a_pointer() =>
        Assert.Equal(["/a~1b~0c extra_forbidden"], Everything.Shape.Check("""{"a/b~c":1}""").Listed());

    private static string PointerOf(string name) =>
        Assert.Single(Everything.Shape.Check($$"""{"{{name}}":1}""").Violations).Pointer;

    private static CheckedObject Unknown(int count) =>
        Everything.Shape.Check("{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"f{i}\":1")) + "}");
}
