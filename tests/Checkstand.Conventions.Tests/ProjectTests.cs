using System.Xml.Linq;
using Xunit;

namespace Checkstand.Conventions.Tests;

/// <summary>An arrow between projects is a decision. These are all there are.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Checkstand.Core"] = [],
        ["Checkstand.Wire"] = ["Checkstand.Core"],
        ["Checkstand.Gr4vy"] = ["Checkstand.Core", "Checkstand.Wire"],
        ["Checkstand.Polar"] = ["Checkstand.Core", "Checkstand.Wire"],
        ["Checkstand.Page"] = ["Checkstand.Core", "Checkstand.Wire"],
        ["Checkstand.Connectors"] = ["Checkstand.Core"],
        ["Checkstand.Client"] = [],
        ["Checkstand.Client.DependencyInjection"] = ["Checkstand.Client"],
        ["Checkstand.Storage"] = ["Checkstand.Core"],
        ["Checkstand.Storage.Sqlite"] = ["Checkstand.Core", "Checkstand.Storage"],
        ["Checkstand.Server"] =
        [
            "Checkstand.Connectors",
            "Checkstand.Core",
            "Checkstand.Gr4vy",
            "Checkstand.Page",
            "Checkstand.Polar",
            "Checkstand.Storage",
            "Checkstand.Storage.Sqlite",
            "Checkstand.TestProvider",
            "Checkstand.Wire",
        ],
        ["Checkstand.TestProvider"] = ["Checkstand.Core", "Checkstand.Storage", "Checkstand.Storage.Sqlite"],
    };

    // Packages are decisions too; what every project gets is in Directory.Build.props.
    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Checkstand.Core"] = [],
        ["Checkstand.Wire"] = [],
        ["Checkstand.Gr4vy"] = [],
        ["Checkstand.Polar"] = [],
        ["Checkstand.Page"] = [],
        ["Checkstand.Connectors"] = ["Polly.Core"],
        ["Checkstand.Client"] = [],
        ["Checkstand.Client.DependencyInjection"] = ["Microsoft.Extensions.Http"],
        ["Checkstand.Storage"] = [],
        ["Checkstand.Storage.Sqlite"] = ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3"],
        ["Checkstand.Server"] = ["System.CommandLine"],
        ["Checkstand.TestProvider"] = [],
    };

    // Tests that are of no one project.
    private static readonly string[] OfEverything = ["Checkstand.Conventions.Tests"];

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Every_project_of_the_program_is_listed_here() =>
        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), Repository.Folders("src"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_to_what_is_listed_and_to_nothing_else(string project) =>
        Assert.Equal(
            Arrows[project],
            Included(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_the_packages_that_are_listed_and_no_others(string project) =>
        Assert.Equal(Packages[project], Included(project, "PackageReference").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Checkstand.Core")]
    [InlineData("Checkstand.Storage")]
    [InlineData("Checkstand.Storage.Sqlite")]
    public void What_is_below_the_wire_knows_nothing_of_it(string project)
    {
        Assert.Empty(Included(project, "FrameworkReference"));
        Assert.Empty(
            Repository
                .Sources.Where(file => file.IsUnder($"src/{project}"))
                .Where(file => file.Text.Contains("AspNetCore", StringComparison.Ordinal))
                .Select(file => file.Path)
        );
    }

    [Fact]
    public void A_dialect_speaks_its_own_words_and_the_core_none() =>
        Assert.Empty(
            Repository
                .Sources.Where(file => file.IsUnder("src/Checkstand.Core") || file.IsUnder("src/Checkstand.Storage"))
                .Where(file =>
                    CSharpText.Blank(file.Text) is var code
                    && (
                        code.Contains("Gr4vy", StringComparison.OrdinalIgnoreCase)
                        || code.Contains("Polar", StringComparison.OrdinalIgnoreCase)
                    )
                )
                .Select(file => file.Path)
        );

    [Fact]
    public void Every_test_project_mirrors_a_project_of_the_program() =>
        Assert.Empty(
            Repository
                .Folders("tests")
                .Where(folder => folder.EndsWith(".Tests", StringComparison.Ordinal))
                .Except(OfEverything)
                .Where(folder => !Arrows.ContainsKey(folder[..^".Tests".Length]))
        );

    // What every database shares is tested through each of them.
    [Fact]
    public void Every_project_of_the_program_has_tests() =>
        Assert.Empty(
            Arrows
                .Keys.Select(project => project == "Checkstand.Storage" ? $"{project}.Contract" : $"{project}.Tests")
                .Except(Repository.Folders("tests"))
        );

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument
            .Parse(Repository.File("Checkstand.slnx").Text)
            .Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value);
        var written = Repository
            .Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => file.IsUnder("src") || file.IsUnder("tests"))
            .Select(file => file.Path);

        Assert.Empty(written.Except(listed));
    }

    private static IEnumerable<string> Included(string project, string kind) =>
        XDocument
            .Parse(Repository.File($"src/{project}/{project}.csproj").Text)
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
