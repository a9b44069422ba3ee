using System.Text.RegularExpressions;
using Xunit;

namespace Checkstand.Conventions.Tests;

public sealed partial class TidyTests
{
    // Names that say where something is put and not what it is: everything fits, so everything ends there.
    private static readonly string[] NamelessFolders =
    [
        "Utils",
        "Util",
        "Utilities",
        "Helpers",
        "Common",
        "Shared",
        "Managers",
        "Services",
        "Models",
        "Misc",
    ];

    // Spelled in pieces, so that this file does not find itself.
    private static readonly string[] MachinePaths = ["/" + "work/", "/" + "root/", "/" + "home/", "C:" + @"\Users"];

    private static readonly string[] PackageHosts =
    [
        "registry." + "npmjs",
        "registry." + "yarnpkg",
        "npm" + "mirror",
        "api." + "nuget.org",
        "pkgs." + "dev.azure",
        "files." + "pythonhosted",
        "proxy." + "golang",
        "artifact" + "ory",
    ];

    [Fact]
    public void Nothing_is_left_to_be_done_later() =>
        Assert.Empty(
            from file in Repository.Files
            where file.IsUnder("src")
            from line in file.Lines
            where Leftover.IsMatch(line.Text)
            select $"{file}:{line.Number}"
        );

    [Fact]
    public void No_folder_has_a_name_that_fits_everything() =>
        Assert.Empty(
            Repository
                .FoldersBelow("src")
                .Concat(Repository.FoldersBelow("tests"))
                // A payment service is a thing of the trade, and these are all of them.
                .Where(path => path != "src/Checkstand.Core/Payments/Services")
                .Where(path => path.Split('/').Intersect(NamelessFolders, StringComparer.OrdinalIgnoreCase).Any())
        );

    [Fact]
    public void No_class_is_named_after_nothing() =>
        Assert.Empty(Repository.Sources.Where(file => NamelessFile.IsMatch(file.Name)).Select(file => file.Path));

    [Fact]
    public void Migrations_are_numbered_without_gaps()
    {
        var migrations = Repository
            .Files.Where(file => file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .GroupBy(file => file.Path[..file.Path.LastIndexOf('/')])
            .ToList();

        Assert.NotEmpty(migrations);
        Assert.All(
            migrations,
            folder =>
                Assert.All(
                    folder.Select(file => file.Name).Order(StringComparer.Ordinal).Index(),
                    file => Assert.Matches($@"^{file.Index + 1:0000}-[a-z0-9-]+\.sql$", file.Item)
                )
        );
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var names = Repository
            .Files.Where(file => file.IsUnder("docs/decisions") && file.Name != "README.md")
            .Select(file => file.Name)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(names);
        Assert.All(names.Index(), name => Assert.Matches($@"^{name.Index + 1:0000}-[a-z0-9-]+\.md$", name.Item));
    }

    [Fact]
    public void No_file_knows_the_machine_that_it_was_written_on() => Assert.Empty(Mentions(MachinePaths));

    [Fact]
    public void No_file_knows_where_packages_came_from() => Assert.Empty(Mentions(PackageHosts));

    [Fact]
    public void The_search_for_mentions_reads_the_files() =>
        Assert.NotEmpty(Mentions(["sealed " + "partial class TidyTests"]));

    [Fact]
    public void The_program_asks_its_clock_for_the_time() =>
        Assert.Empty(
            from file in Repository.Sources
            from line in file.Lines
            where WallClock.IsMatch(line.Text)
            select $"{file}:{line.Number}"
        );

    [Fact]
    public void Every_file_ends_with_a_line_break_and_has_no_carriage_returns() =>
        Assert.Empty(
            Repository
                .Files.Where(file => file.IsUnder("src") || file.IsUnder("docs"))
                .Where(file => file.Text.Contains('\r', StringComparison.Ordinal) || !file.Text.EndsWith('\n'))
                .Where(file => file.Name != "packages.lock.json")
                .Select(file => file.Path)
        );

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Leftover { get; }

    [GeneratedRegex("(Helper|Helpers|Utils|Util|Manager|Misc)\\.cs$")]
    private static partial Regex NamelessFile { get; }

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bThread\.Sleep\b|\bEnvironment\.TickCount")]
    private static partial Regex WallClock { get; }

    private static IEnumerable<string> Mentions(string[] words) =>
        from file in Repository.Files
        from line in file.Lines
        from word in words
        where line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{file}:{line.Number}: {word}";
}
