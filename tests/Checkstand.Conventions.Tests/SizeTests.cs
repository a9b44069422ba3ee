using Xunit;

namespace Checkstand.Conventions.Tests;

/// <summary>A file is a verb or a noun: what grows past these limits is more than one.</summary>
public sealed class SizeTests
{
    private const int FileLinesMax = 350;
    private const int MethodLinesMax = 70;
    private const int DecisionLinesMax = 60;
    private const int TestFileLinesMax = 350;

    [Fact]
    public void No_file_of_the_program_is_over_350_lines() =>
        Assert.Empty(
            Repository
                .Files.Where(file => file.IsUnder("src") && file.Name is not ("packages.lock.json" or "PublicApi.txt"))
                .Where(file => file.LineCount > FileLinesMax)
                .Select(file => $"{file}: {file.LineCount} lines")
        );

    [Fact]
    public void No_method_of_the_program_is_over_70_lines() =>
        Assert.Empty(
            from file in Repository.Sources
            from method in CSharpText.Methods(file.Text)
            where method.LineCount > MethodLinesMax
            select $"{file}:{method.Line}: {method.Name} has {method.LineCount} lines"
        );

    [Fact]
    public void No_test_file_is_over_350_lines() =>
        Assert.Empty(
            Repository
                .Files.Where(file => file.IsUnder("tests") && file.Path.EndsWith(".cs", StringComparison.Ordinal))
                .Where(file => file.LineCount > TestFileLinesMax)
                .Select(file => $"{file}: {file.LineCount} lines")
        );

    [Fact]
    public void A_decision_is_told_in_60_lines() =>
        Assert.Empty(
            Repository
                .Files.Where(file => file.IsUnder("docs/decisions") && file.LineCount > DecisionLinesMax)
                .Select(file => $"{file}: {file.LineCount} lines")
        );
}
