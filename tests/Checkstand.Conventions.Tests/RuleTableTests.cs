using System.Text.RegularExpressions;
using Xunit;

namespace Checkstand.Conventions.Tests;

/// <summary>A document that says which test holds a rule would be worse than none if the test were gone.</summary>
public sealed partial class RuleTableTests
{
    [Fact]
    public void Every_test_that_holds_a_rule_of_checkouts_is_there()
    {
        string[] projects = ["Checkstand.Core.Tests", "Checkstand.Page.Tests", "Checkstand.Polar.Tests"];
        var tests = projects.SelectMany(TestsOf).ToHashSet(StringComparer.Ordinal);
        var named = Name.Matches(Repository.File("docs/internals/checkout-rules.md").Text)
            .Select(match => match.Groups["name"].Value)
            .ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void Every_row_of_the_table_names_a_test() =>
        Assert.Empty(
            Repository
                .File("docs/internals/checkout-rules.md")
                .Lines.Where(line => line.Text.StartsWith("| ", StringComparison.Ordinal))
                .Where(line => line.Text != "| rule | held by |" && !Name.IsMatch(line.Text))
        );

    // A file may hold several classes; a method belongs to the last one that was named before it.
    private static HashSet<string> TestsOf(string project)
    {
        var tests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Repository.Files.Where(file => file.IsUnder($"tests/{project}")))
        {
            var type = "";
            foreach (Match match in Declaration.Matches(file.Text))
            {
                type = match.Groups["type"].Success ? match.Groups["type"].Value : type;
                tests.Add($"{type}.{match.Groups["method"].Value}");
            }
        }

        return tests;
    }

    [GeneratedRegex(@"`(?<name>[A-Z]\w+\.[A-Z]\w+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }

    [GeneratedRegex(
        @"\b(class (?<type>\w+Tests)|public (async Task|Task|void) (?<method>\w+)\()",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Declaration { get; }
}
