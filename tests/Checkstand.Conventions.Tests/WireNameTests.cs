using System.Text.RegularExpressions;
using Xunit;

namespace Checkstand.Conventions.Tests;

public sealed partial class WireNameTests
{
    [Fact]
    public void Names_of_declared_fields_are_in_snake_case() =>
        Assert.Empty(Declared().Where(name => !SnakeCase.IsMatch(name.Text)));

    // Contract gr4vy section 2 has some 130 fields; a search that finds few has gone blind.
    [Fact]
    public void The_search_for_declared_fields_finds_them() => Assert.InRange(Declared().Count(), 100, 2000);

    [Fact]
    public void Names_that_answers_are_written_with_are_in_snake_case()
    {
        var names = (
            from file in Repository.Sources
            where file.IsUnder("src/Checkstand.Gr4vy")
            from Match match in Written.Matches(file.Text)
            select (file.Path, Text: match.Groups[1].Value)
        ).ToList();

        Assert.NotEmpty(names);
        Assert.Empty(names.Where(name => !IsOpenApi(name.Path) && !SnakeCase.IsMatch(name.Text)));
    }

    [Fact]
    public void Columns_and_tables_are_in_snake_case() =>
        Assert.Empty(
            from file in Repository.Files
            where file.Path.EndsWith(".sql", StringComparison.Ordinal)
            from Match match in SqlName.Matches(file.Text)
            where !SnakeCase.IsMatch(match.Groups[1].Value)
            select $"{file}: {match.Groups[1].Value}"
        );

    [GeneratedRegex(@"\b(?:Must|Maybe|NotNull|Legacy|new Field)\(\s*""([^""]+)""")]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"\.Write(?:String|Number|Boolean|Null|PropertyName|StartArray|StartObject)\(\s*""([^""]+)""")]
    private static partial Regex Written { get; }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase { get; }

    [GeneratedRegex(@"^(?:CREATE TABLE|    )\s*(\w+) (?:\(|TEXT|INTEGER|BLOB|BIGINT)", RegexOptions.Multiline)]
    private static partial Regex SqlName { get; }

    // The OpenAPI document speaks OpenAPI's words.
    private static bool IsOpenApi(string path) => path.EndsWith("OpenApi.cs", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Text)> Declared() =>
        from file in Repository.Sources
        from Match match in Declaration.Matches(file.Text)
        select (file.Path, match.Groups[1].Value);
}
