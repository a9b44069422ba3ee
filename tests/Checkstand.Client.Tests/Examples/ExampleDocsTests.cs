namespace Checkstand.Client.Tests.Examples;

/// <summary>
/// Code in docs/client and in the READMEs is code that the tests of this folder run. A README, which a package host may
/// show with its comments, need not name the example. With CHECKSTAND_WRITE_DOCS=1 the test writes the code
/// into the pages.
/// </summary>
public sealed class ExampleDocsTests
{
    private const string Folder = "docs/client";
    private static readonly string[] Readmes =
    [
        "README.md",
        "src/Checkstand.Client/README.md",
        "src/Checkstand.Client.DependencyInjection/README.md",
    ];

    private const string Fence = "```";

    private static readonly bool IsWriting = Environment.GetEnvironmentVariable("CHECKSTAND_WRITE_DOCS") == "1";

    [Fact]
    public void Every_block_of_code_is_an_example_that_is_run()
    {
        var wrong = new List<string>();
        foreach (var path in RepositoryFiles.Below(Folder, "*.md").Concat(Readmes))
        {
            var page = Page.Read(path);
            wrong.AddRange(page.Wrong);
            if (IsWriting)
            {
                File.WriteAllText(RepositoryFiles.PathOf(path), page.Right);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_example_is_shown_on_a_page()
    {
        var shown = RepositoryFiles.Below(Folder, "*.md").SelectMany(path => Page.Read(path).Shown);

        Assert.Empty(Example.All.Select(example => example.Name).Except(shown));
    }

    [Fact]
    public void An_example_has_a_name_of_its_own() =>
        Assert.Empty(
            Example.All.GroupBy(example => example.Name).Where(same => same.Count() > 1).Select(same => same.Key)
        );

    [Fact]
    public void The_check_finds_what_differs()
    {
        var example = new Example("x", "var a = 1;");
        string[] page = ["<!-- example: x -->", "```csharp", "var a = 2;", "```", "```csharp", "var b;", "```"];

        var read = Page.Of("page.md", page, [example]);

        Assert.Equal(2, read.Wrong.Count);
        Assert.Equal("<!-- example: x -->\n```csharp\nvar a = 1;\n```\n```csharp\nvar b;\n```\n", read.Right);
    }

    /// <param name="Wrong">Which blocks are not what they should be.</param>
    /// <param name="Shown">Names of the examples on the page.</param>
    /// <param name="Right">The page with the examples as they are.</param>
    private sealed record Page(IReadOnlyList<string> Wrong, IReadOnlyList<string> Shown, string Right)
    {
        public static Page Read(string path) => Of(path, RepositoryFiles.Lines(path), Example.All);

        public static Page Of(string path, IReadOnlyList<string> lines, IReadOnlyList<Example> examples)
        {
            List<string> wrong = [],
                shown = [],
                right = [];
            for (var i = 0; i < lines.Count; i++)
            {
                right.Add(lines[i]);
                if (lines[i].TrimEnd() is not (Fence + "csharp" or Fence + "cs" or Fence + "c#"))
                {
                    continue;
                }

                var end = Enumerable
                    .Range(i + 1, lines.Count - i - 1)
                    .First(at => lines[at].StartsWith(Fence, StringComparison.Ordinal));
                var code = string.Join('\n', lines.Skip(i + 1).Take(end - i - 1));
                var name = i > 0 ? NameOf(lines[i - 1]) : null;
                var example = examples.FirstOrDefault(one => name is null ? one.Code == code : one.Name == name);
                if (example is null)
                {
                    wrong.Add($"{path}:{i + 1}: no example of the tests stands behind it: {name ?? "it names none"}");
                }
                else if (example.Code != code)
                {
                    wrong.Add($"{path}:{i + 1}: differs from the example {name}; CHECKSTAND_WRITE_DOCS=1 writes it");
                }

                shown.AddRange(example is null ? [] : [example.Name]);
                right.Add(example?.Code ?? code);
                right.Add(lines[end]);
                i = end;
            }

            return new Page(wrong, shown, string.Join('\n', right) + "\n");
        }

        private static string? NameOf(string line) =>
            line.StartsWith("<!-- example: ", StringComparison.Ordinal)
            && line.EndsWith(" -->", StringComparison.Ordinal)
                ? line["<!-- example: ".Length..^" -->".Length]
                : null;
    }
}
