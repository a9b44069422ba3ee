using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Checkstand.Wire.Shapes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

/// <summary>Each matcher decides exactly as the regular expression that the contract publishes.</summary>
public sealed class TextPatternTests
{
    // One text at least that each pattern takes; a new pattern needs one of its own.
    private static readonly string[] Takes =
    [
        "GBP",
        "GB",
        "US-CA",
        "GB-SCT",
        "AT-9",
        "+14155552671",
        "123",
        "12/35",
        "05",
        "2.1.0",
    ];

    // Characters at the edges of the classes, and those that regular expressions and matchers like to disagree on.
    private static readonly string[] Characters =
    [
        .. "AZaz@[`{09/:+-,. \n\r\t\0_".Select(character => character.ToString()),
        .. new[] { "٣", "é", "Ａ", "１", "😀", "\u2028", "\u00a0", "K", "ı" },
    ];

    public static TheoryData<string> Patterns =>
        [
            .. typeof(TextPattern)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(declared => declared.FieldType == typeof(TextPattern))
                .Select(declared => declared.Name),
        ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_matcher_decides_as_its_expression(string name)
    {
        var (pattern, expression) = Find(name);

        Property.Holds(NearMisses, text => Matches(pattern, text) == expression.IsMatch(text), runs: 5000);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_matcher_decides_as_its_expression_on_every_text_of_up_to_two_characters(string name)
    {
        var (pattern, expression) = Find(name);
        var texts = Characters.SelectMany(first => Characters.Select(second => first + second)).Concat(Characters);

        Assert.All(texts.Append(""), text => Assert.Equal(expression.IsMatch(text), Matches(pattern, text)));
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Each_pattern_takes_and_refuses_something(string name)
    {
        var (pattern, _) = Find(name);

        Assert.Contains(Takes, text => Matches(pattern, text));
        Assert.Contains(Takes, text => !Matches(pattern, text));
    }

    [Fact]
    public void The_end_of_a_text_is_its_end_and_not_the_line_before() =>
        Assert.False(Matches(TextPattern.Country, "GB\n"));

    private static Gen<string> NearMisses =>
        from start in Gen.Elements(Takes)
        from edits in (
            from place in Gen.Choose(0, 20)
            from kind in Gen.Choose(0, 3)
            from character in Gen.Elements(Characters)
            select (place, kind, character)
        ).ListOf(3)
        from count in Gen.Choose(0, 3)
        select edits.Take(count).Aggregate(start, (text, edit) => Edit(text, edit.place, edit.kind, edit.character));

    private static string Edit(string text, int place, int kind, string character)
    {
        var at = Math.Min(place, text.Length);
        var after = Math.Min(at + 1, text.Length);
        return kind switch
        {
            0 => text.Insert(at, character),
            1 => text[..at] + text[after..],
            2 => text[..at] + character + text[after..],
            // Repeats what follows, for the upper bounds.
            _ => text + text[at..],
        };
    }

    private static (TextPattern Pattern, Regex Expression) Find(string name)
    {
        var pattern = (TextPattern)typeof(TextPattern).GetField(name)!.GetValue(null)!;
        Assert.EndsWith("$", pattern.Expression, StringComparison.Ordinal);
        return (pattern, new Regex(pattern.Expression[..^1] + @"\z", RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)));
    }

    // Text that cannot be UTF-8 never reaches a matcher.
    private static bool Matches(TextPattern pattern, string text) => pattern.Matches(Encoding.UTF8.GetBytes(text));
}
