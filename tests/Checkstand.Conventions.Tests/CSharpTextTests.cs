using Xunit;

namespace Checkstand.Conventions.Tests;

/// <summary>The checker is checked too: a scanner that finds nothing would pass every rule.</summary>
public sealed class CSharpTextTests
{
    private const string Sample = """"
        using System;

        namespace A.B;

        /// <summary>Not { a ; block ( </summary>
        public sealed class Sample(int a = 1, string b = "{;(") : Base<int>
            where T : class
        {
            private static readonly int[] Values = [1, 2];
            private readonly Dictionary<string, int> map = new() { ["x{"] = 1 };
            private const char Brace = '{';

            public int Property { get; init; } = Math.Max(1, 2);

            public int Computed => Math.Max(
                1,
                2
            );

            public Sample(int x)
                : this(x, "}")
            {
                a = x; // }
            }

            [Obsolete("no { more")]
            public string Expression(int x) =>
                x switch
                {
                    1 => $"one {x.ToString("}{")} {{ }}",
                    _ => @"two "" { \",
                };

            public T Generic<T>(Func<T> make)
                where T : notnull
            {
                var text = """
                    } not the end {
                    """;
                return make() ?? throw new InvalidOperationException($$"""{ {{text}} }""");
            }

            public static bool operator ==(Sample left, Sample right) => left.Equals(right);

            public abstract void Abstract(int x);

            private enum Part
            {
                One,
            }

            private sealed record Row(int First, int Last);

            private sealed class Inner
            {
                public void Nested() { }
            }
        }

        public interface IThing
        {
            /// <summary>Says.</summary>
            int Say(string what);
        }
        """";

    [Fact]
    public void Methods_are_found_with_their_lines() =>
        Assert.Equal(
            ["Sample 5", "Expression 7", "Generic 8", "Nested 1"],
            CSharpText.Methods(Sample).Select(member => $"{member.Name} {member.LineCount}")
        );

    [Fact]
    public void A_method_is_found_at_its_line()
    {
        var lines = Sample.Split('\n');

        Assert.All(
            CSharpText.Methods(Sample),
            member => Assert.Contains(member.Name, string.Join('\n', lines[(member.Line - 1)..(member.Line + 1)]))
        );
    }

    [Theory]
    [InlineData("a(\"x\", b);", "a(,b);")]
    [InlineData("x = '{'; y", "x=;y")]
    [InlineData("x = '\\''; y", "x=;y")]
    [InlineData("x //{\ny", "x\ny")]
    [InlineData("x /*{ */ y", "xy")]
    [InlineData("x = \"{\\\"{\"; y", "x=;y")]
    [InlineData("x = @\"\"\"{\"; y", "x=;y")]
    [InlineData("x = @\"\\\"; y", "x=;y")]
    [InlineData("x = $\"{a(\"}\")} {{\"; y", "x=;y")]
    [InlineData("x = $@\"\"\"{a}\"; y", "x=;y")]
    [InlineData("x = \"\"\" {\"a\" \"\"\"; y", "x=;y")]
    [InlineData("x = $$\"\"\"\" \"\"\" {{a}} \"\"\"\"; y", "x=;y")]
    [InlineData("x\n#pragma warning {\ny", "x\n\ny")]
    public void Comments_and_texts_are_blanked_and_nothing_moves(string source, string left)
    {
        var blank = CSharpText.Blank(source);

        Assert.Equal(left, blank.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(source.Length, blank.Length);
    }

    [Fact]
    public void A_long_method_is_long()
    {
        var body = string.Join('\n', Enumerable.Range(0, 100).Select(i => $"        Do({i});"));

        var member = Assert.Single(CSharpText.Methods($"class A\n{{\n    void Long()\n    {{\n{body}\n    }}\n}}\n"));

        Assert.Equal(new Member("Long", 3, 103), member);
    }

    [Fact]
    public void The_program_has_hundreds_of_methods_that_the_scanner_sees() =>
        Assert.InRange(Repository.Sources.Sum(file => CSharpText.Methods(file.Text).Count()), 300, 5000);
}
